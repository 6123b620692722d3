// The paper clock: what the clock on the wall shows, by the law of each zone alone.

export interface PaperMoment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Monday 1, Sunday 7. */
  readonly weekday: number;
  readonly minute: number;
}

const HOUR_MS = 3_600_000;
/** Daylight saving in New York: from the second Sunday of March to the first of November, at two in the morning.
 *  Source: 15 USC 260a. The instants, in UTC. */
const SUMMERS: readonly (readonly [from: number, until: number])[] = [
  [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
  [Date.UTC(2027, 2, 14, 7), Date.UTC(2027, 10, 7, 6)],
];

function offsetMs(nowMs: number, zone: string): number {
  if (zone === 'UTC') return 0;
  if (zone === 'Asia/Kolkata') return 5.5 * HOUR_MS;
  const isSummer = SUMMERS.some(([from, until]) => from <= nowMs && nowMs < until);
  return (isSummer ? -4 : -5) * HOUR_MS;
}

export function paperMoment(nowMs: number, zone: string): PaperMoment {
  const wall = new Date(nowMs + offsetMs(nowMs, zone));
  return {
    day: wall.toISOString().slice(0, 10),
    weekday: ((wall.getUTCDay() + 6) % 7) + 1,
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}
