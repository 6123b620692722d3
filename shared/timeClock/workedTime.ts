// Working time per day and week from punches, across midnight and daylight saving (S2.114).
import { addDays, weekdayOf } from '../schedule/days.ts';
import { startOfDay } from '../schedule/zonedTime.ts';

/** A stretch of work in UTC epoch milliseconds; null: not ended yet. */
export interface Worked {
  readonly inAtMs: number;
  readonly outAtMs: number | null;
}

export const WEEK_DAYS = 7;

/** The Sunday on or before `day`: the first day of the week that is totalled and approved.
 *  Source: 29 CFR 778.105, a workweek is any fixed period of seven days; most payrolls begin it on Sunday. */
export function weekStartOf(day: string): string {
  return addDays(day, -(Number(weekdayOf(day)) % WEEK_DAYS));
}

/** The seven days of the week that begins on `weekStart`. */
export function daysOfWeek(weekStart: string): readonly string[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => addDays(weekStart, index));
}

/** Where the week that begins on `weekStart` lies in `zone`: from its first instant to that of the next week. */
export function spanOfWeek(weekStart: string, zone: string): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: startOfDay(weekStart, zone), toMs: startOfDay(addDays(weekStart, WEEK_DAYS), zone) };
}

/** Milliseconds worked on each of `days` in `zone`. A stretch across midnight counts for both days; the hour that
 *  daylight saving skips or repeats counts as long as it really was. What has not ended counts until `nowMs`. */
export function workedByDay(
  worked: readonly Worked[],
  days: readonly string[],
  zone: string,
  nowMs: number,
): readonly number[] {
  return days.map((day) => {
    const fromMs = startOfDay(day, zone);
    const toMs = startOfDay(addDays(day, 1), zone);
    return worked.reduce((sum, { inAtMs, outAtMs }) => {
      const endMs = Math.min(outAtMs ?? Math.max(inAtMs, nowMs), toMs);
      return sum + Math.max(0, endMs - Math.max(inAtMs, fromMs));
    }, 0);
  });
}

/** Whether two stretches share any time; touching ends do not count. */
export function overlaps(one: Worked, other: Worked): boolean {
  const end = ({ outAtMs }: Worked) => outAtMs ?? Number.POSITIVE_INFINITY;
  return one.inAtMs < end(other) && other.inAtMs < end(one);
}
