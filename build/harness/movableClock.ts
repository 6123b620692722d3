// A clock that can be moved, over a real or a stopped one.
import type { Clock } from '../../electron/adapters.ts';

/** `advance` moves wall and monotonic time together; `setBack` moves the wall clock alone, as a person would. */
export function movableClock(base: Clock): {
  readonly clock: Clock;
  readonly advance: (ms: number) => void;
  readonly setBack: (ms: number) => void;
} {
  let wallOffsetMs = 0;
  let monotonicOffsetMs = 0;
  return {
    clock: {
      bootId: base.bootId,
      nowMs: () => base.nowMs() + wallOffsetMs,
      monotonicMs: () => base.monotonicMs() + monotonicOffsetMs,
    },
    advance: (ms) => {
      wallOffsetMs += ms;
      monotonicOffsetMs += ms;
    },
    setBack: (ms) => {
      wallOffsetMs -= ms;
    },
  };
}
