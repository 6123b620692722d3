// When and where something given to a person counts (S2.29, S2.62, S2.79): terms as data, and the one function over them.

/** Hours of a week on the practice's own clock; an end at or before the start lies on the next day. */
export interface WeeklyWindow {
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

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
  hours: readonly (readonly WeeklyWindow[])[],
  moment: Moment,
): WithheldReason | null {
  if (validFrom !== null && moment.day < validFrom) return 'rightNotYet';
  if (validUntil !== null && moment.day > validUntil) return 'rightEnded';
  if (locationIds !== null && !moment.locationIds.some((id) => locationIds.includes(id))) return 'otherLocation';
  return hours.every((windows) => windows.length === 0 || windows.some((window) => isWithinWindow(window, moment)))
    ? null
    : 'outsideHours';
}

/** Whether every minute of the `inner` hours lies in the `outer` ones. Without windows there are no minutes: hours that
 *  are no limit never come here. */
export function isWithinHours(inner: readonly WeeklyWindow[], outer: readonly WeeklyWindow[]): boolean {
  return inner.every((window) => {
    const start = startOf(window);
    const length = lengthOf(window);
    for (let reached = 0; reached < length; ) {
      // The outer window that reaches furthest from here; at the end of a week it goes on with the next one.
      const more = Math.max(
        ...outer.map((one) => {
          const into = (start + reached - startOf(one) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
          return lengthOf(one) - into;
        }),
      );
      if (more <= 0) return false;
      reached += more;
    }
    return true;
  });
}

function isWithinWindow(window: WeeklyWindow, moment: Moment): boolean {
  const now = moment.weekday * MINUTES_PER_DAY + moment.minuteOfDay;
  return (now - startOf(window) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK < lengthOf(window);
}

function startOf({ weekday, fromMinute }: WeeklyWindow): number {
  return weekday * MINUTES_PER_DAY + fromMinute;
}

function lengthOf({ fromMinute, untilMinute }: WeeklyWindow): number {
  return untilMinute > fromMinute ? untilMinute - fromMinute : untilMinute - fromMinute + MINUTES_PER_DAY;
}
