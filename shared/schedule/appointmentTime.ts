// From what a person types (a day, a time, a length) to the instants of an appointment, or why there are none.
import { daysBetween } from './days.ts';
import { minuteOf } from './openTimes.ts';
import { instantsOf, localOf, MINUTE_MS } from './zonedTime.ts';

export const MIN_LENGTH_MINUTES = 5;
export const MAX_LENGTH_MINUTES = 720;
/** Nobody books further ahead; such a year is a slip of the finger. */
const MAX_AHEAD_DAYS = 5 * 366;
/** Nobody enters visits from before this; older ones come by import. */
const MAX_BACK_DAYS = 366;

export interface TypedTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM` on the office's clock. */
  readonly time: string;
  readonly lengthMinutes: number;
  /** In an hour that the clock repeats: the second one is meant. */
  readonly isSecondHour: boolean;
}

export type AppointmentTime =
  | {
      readonly isPossible: true;
      readonly startsAtMs: number;
      readonly endsAtMs: number;
      /** The clock shows this time twice that night. */
      readonly happensTwice: boolean;
    }
  | { readonly isPossible: false; readonly path: 'day' | 'time' | 'lengthMinutes'; readonly says: string };

/** The instants of what was typed; impossible times are answered by a sentence that says what to do. Pure. */
export function readTime(typed: TypedTime, zone: string, nowMs: number): AppointmentTime {
  const { day, time, lengthMinutes } = typed;
  const no = (path: 'day' | 'time' | 'lengthMinutes', says: string) => ({ isPossible: false as const, path, says });
  const ahead = daysBetween(localOf(nowMs, zone).day, day);
  if (ahead > MAX_AHEAD_DAYS) return no('day', 'This day is more than five years away. Check the year.');
  if (ahead < -MAX_BACK_DAYS) return no('day', 'This day is more than a year ago. Check the year.');
  const instants = instantsOf({ day, minute: minuteOf(time) }, zone);
  const startsAtMs = typed.isSecondHour ? instants.at(-1) : instants[0];
  if (startsAtMs === undefined)
    return no('time', `The clocks go forward that day, so there is no ${time}. Choose an earlier or a later time.`);
  const endsAtMs = startsAtMs + lengthMinutes * MINUTE_MS;
  if (localOf(endsAtMs - MINUTE_MS, zone).day !== day)
    return no('lengthMinutes', 'The appointment would end after midnight. Make it shorter or begin earlier.');
  return { isPossible: true, startsAtMs, endsAtMs, happensTwice: instants.length > 1 };
}
