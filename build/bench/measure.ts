// Times two things in turn, so that a slow moment of the machine hits both (performance.md).

export interface Comparison {
  readonly name: string;
  readonly ours: string;
  readonly reference: string;
  /** Ours divided by the reference. */
  readonly ratio: number;
  readonly target: string;
  readonly isMet: boolean;
}

export type Work = () => void | Promise<void>;

/** Median milliseconds of two works, and the median of their ratios round by round: the rounds of a machine that other
 *  work makes ten times slower for a while differ far more from one another than the two halves of one round do. */
export interface Timing {
  readonly oursMs: number;
  readonly referenceMs: number;
  readonly ratio: number;
}

/** Times `ours` and `reference` over alternating rounds A B A B, after one warm-up of each. */
export async function alternate(ours: Work, reference: Work, rounds = 7): Promise<Timing> {
  await timeMs(ours);
  await timeMs(reference);
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push(await timeMs(ours));
    b.push(await timeMs(reference));
  }
  const ratio = median(a.map((oursMs, round) => oursMs / (b[round] ?? Number.NaN)));
  return { oursMs: median(a), referenceMs: median(b), ratio };
}

/** Milliseconds one run takes. */
export async function timeMs(work: Work): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The middle value; of an even number the upper one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A row from medians in milliseconds for `count` operations each. */
export function compared(
  name: string,
  { oursMs, referenceMs, ratio = oursMs / referenceMs }: Pick<Timing, 'oursMs' | 'referenceMs'> & Partial<Timing>,
  count: number,
  atMost: number,
): Comparison {
  return {
    name,
    ours: perOperation(oursMs, count),
    reference: perOperation(referenceMs, count),
    ratio,
    target: `<= ${atMost}x`,
    isMet: ratio <= atMost,
  };
}

function perOperation(ms: number, count: number): string {
  const ns = (ms * 1e6) / count;
  if (ns < 1e4) return `${ns.toFixed(0)} ns`;
  return ns < 1e7 ? `${(ns / 1e3).toFixed(0)} us` : `${(ns / 1e6).toFixed(1)} ms`;
}
