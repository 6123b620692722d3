// When and where something given to a person counts (S2.29, S2.62, S2.79): terms as data, and the one function over them.

/** Hours of a week on the practice's own clock; an end at or before the start lies on the next day. */
export interface WeeklyWindow {
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Sets of hours each of which must be kept; an empty set is no limit. */
export type HoursSets = readonly (readonly WeeklyWindow[])[];

export interface GrantTerms {
  /** The first and the last day, `YYYY-MM-DD`, both included; null: no such limit. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Counts while working at one of these locations or below it; null: wherever one works. */
  readonly locationIds: readonly string[] | null;
}

export const UNLIMITED: GrantTerms = { validFrom: null, validUntil: null, locationIds: null };

/** The practice's clock and the place of work at one moment. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly weekday: number;
  readonly minuteOfDay: number;
  /** The location one works at and every location above it; empty while none is chosen. */
  readonly locationIds: readonly string[];
}

/** Why something that was given does not count now. */
export const WITHHELD_REASONS = ['rightNotYet', 'rightEnded', 'outsideHours', 'otherLocation'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

const MINUTES_PER_DAY = 24 * 60;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** Why the terms, and hours each of which must be kept, hold something back at `moment`; null when they do not.
 *  An empty set of hours is no limit. The hours are read off the wall clock, so an hour that daylight saving leaves out
 *  is never reached and one that comes twice counts twice. */
export function withheldBy(
  { validFrom, validUntil, locationIds }: GrantTerms,
  hours: HoursSets,
  moment: Moment,
): WithheldReason | null {
  if (validFrom !== null && moment.day < validFrom) return 'rightNotYet';
  if (validUntil !== null && moment.day > validUntil) return 'rightEnded';
  if (locationIds !== null && !moment.locationIds.some((id) => locationIds.includes(id))) return 'otherLocation';
  return areHoursKept(hours, moment.weekday * MINUTES_PER_DAY + moment.minuteOfDay) ? null : 'outsideHours';
}

/** Whether every minute at which all `inner` hours are kept is one at which all `outer` ones are. */
export function isWithinHours(inner: HoursSets, outer: HoursSets): boolean {
  // Between two turns nothing opens or closes, so that the minute of each turn speaks for all until the next.
  const turns = [...inner, ...outer].flat().flatMap((window) => [startOf(window), startOf(window) + lengthOf(window)]);
  return turns.every((minute) => !areHoursKept(inner, minute) || areHoursKept(outer, minute));
}

/** @param minute counted as days since Sunday times the minutes of one, so that Monday begins with 1440 */
function areHoursKept(sets: HoursSets, minute: number): boolean {
  return sets.every((windows) => windows.length === 0 || windows.some((window) => isWithinWindow(window, minute)));
}

function isWithinWindow(window: WeeklyWindow, minute: number): boolean {
  return (minute - startOf(window) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK < lengthOf(window);
}

function startOf({ weekday, fromMinute }: WeeklyWindow): number {
  return weekday * MINUTES_PER_DAY + fromMinute;
}

function lengthOf({ fromMinute, untilMinute }: WeeklyWindow): number {
  return untilMinute > fromMinute ? untilMinute - fromMinute : untilMinute - fromMinute + MINUTES_PER_DAY;
}
