// Calendar days without a time zone: counting them, and which weekday they are.

const DAY_MS = 86_400_000;

/** ISO 8601 weekday numbers as the lists store them. */
export const WEEKDAYS = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
  '6': 'Saturday',
  '7': 'Sunday',
} as const;
export type Weekday = keyof typeof WEEKDAYS;

/** The day `count` days after `day` (`YYYY-MM-DD`); a negative count goes back. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between, 0 for the same day, negative when `last` comes first. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
}

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Monday is 1, Sunday 7. Source: ISO 8601. */
export function weekdayOf(day: string): Weekday {
  return String(new Date(day).getUTCDay() || 7) as Weekday;
}

/** The Monday on or before `day`. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - Number(weekdayOf(day)));
}
