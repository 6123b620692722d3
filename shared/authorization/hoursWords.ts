// The hours of a role in words (S2.62): the same on screens, on paper and in the log.
import type { WeeklyWindow } from './grantTerms.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const MINUTES_PER_DAY = 24 * 60;

/** Days with the same hours, as people set them: the days in the order of the week, Monday is 1. */
export interface DaysWithHours {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Windows with the same hours together, in the order in which each first comes. */
export function daysWithHours(hours: readonly WeeklyWindow[]): readonly DaysWithHours[] {
  const found = new Map<string, DaysWithHours>();
  for (const { weekday, fromMinute, untilMinute } of hours) {
    const key = `${fromMinute} ${untilMinute}`;
    const days = found.get(key)?.days ?? [];
    const all = [...new Set([...days, weekday])].toSorted((one, other) => one - other);
    found.set(key, { days: all, fromMinute, untilMinute });
  }
  return [...found.values()];
}

/** The windows that such rows stand for. */
export function windowsOf(rows: readonly DaysWithHours[]): WeeklyWindow[] {
  return rows.flatMap(({ days, fromMinute, untilMinute }) =>
    days.map((weekday) => ({ weekday, fromMinute, untilMinute })),
  );
}

/** `Monday to Friday from 08:00 until 17:00; Saturday from 22:00 until 06:00 the next day`, or `always`. */
export function hoursWords(hours: readonly WeeklyWindow[]): string {
  return hours.length === 0 ? 'always' : daysWithHours(hours).map(rowWords).join('; ');
}

/** `Monday, Wednesday from 22:00 until 06:00 the next day`. */
export function rowWords({ days, fromMinute, untilMinute }: DaysWithHours): string {
  return `${daysWords(days)} ${spanWords(fromMinute, untilMinute)}`;
}

/** `from 22:00 until 06:00 the next day`. An end at or before the start lies on the next day. */
export function spanWords(fromMinute: number, untilMinute: number): string {
  const isWholeDay = fromMinute === 0 && (untilMinute === 0 || untilMinute === MINUTES_PER_DAY);
  if (isWholeDay) return 'all day';
  if (untilMinute === 0 || untilMinute === MINUTES_PER_DAY) return `from ${clockTime(fromMinute)} until midnight`;
  const nextDay = untilMinute > fromMinute ? '' : ' the next day';
  return `from ${clockTime(fromMinute)} until ${clockTime(untilMinute)}${nextDay}`;
}

/** `08:30`; the end of a day is `00:00`. */
export function clockTime(minute: number): string {
  const ofDay = minute % MINUTES_PER_DAY;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** The minutes since midnight of `08:30`, or null for what is no time of day. */
export function minuteOfClock(time: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time.slice(0, 5));
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

/** Three days or more in a row are named by the first and the last. */
function daysWords(days: readonly number[]): string {
  if (days.length === WEEKDAYS.length) return 'Every day';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => WEEKDAYS[(day ?? 1) - 1] ?? '';
  return runs
    .flatMap((run) => (run.length < 3 ? run.map(name) : [`${name(run[0])} to ${name(run.at(-1))}`]))
    .join(', ');
}
