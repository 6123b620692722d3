// The practice's clock as rights with hours and dates see it.
import { weekdayOf } from '../schedule/days.ts';
import { localOf } from '../schedule/zonedTime.ts';
import type { Moment } from './grantTerms.ts';

/** The moment at a UTC epoch time in milliseconds, in an IANA time zone. Throws RangeError for no zone.
 *  @param locationIds where one works, with every location above it */
export function momentAt(atMs: number, timeZone: string, locationIds: readonly string[]): Moment {
  const { day, minute } = localOf(atMs, timeZone);
  return { day, weekday: Number(weekdayOf(day)), minuteOfDay: minute, locationIds };
}
