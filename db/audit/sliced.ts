// Runs a long reading in slices, so that the program keeps answering, with progress and cancel.
import { setImmediate } from 'node:timers/promises';

/** How far a long reading has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface SliceOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const SLICE_MS = 20;

/** Runs `steps` to its end, handing the event loop back every 20 ms; each step must itself be short (a few ms).
 *  Throws the signal's reason when it is aborted; `steps` is then closed, so its `finally` blocks run. */
export async function runSliced<T>(
  steps: Generator<Progress, T> | AsyncGenerator<Progress, T>,
  options: SliceOptions,
): Promise<T> {
  let sliceStart = performance.now();
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - sliceStart < SLICE_MS) continue;
      options.onProgress?.(step.value);
      await setImmediate();
      options.signal?.throwIfAborted();
      sliceStart = performance.now();
    }
  } finally {
    // Harmless after a normal end; after an abort or a throw it lets the steps tidy up.
    await steps.return(undefined as never);
  }
}
