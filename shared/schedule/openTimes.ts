// When a provider works on a day: the weekly hours without breaks and absences, on the office's clock.
import { type Weekday, weekdayOf } from './days.ts';
import { joinSpans, type Span, withoutSpans } from './spans.ts';
import { DAY_MINUTES, instantsOf } from './zonedTime.ts';

/** One stretch of every week. `locationId` null: wherever. Times are `HH:MM`; closing at 00:00 is midnight. */
export interface WeeklyHours {
  readonly locationId: string | null;
  readonly weekday: Weekday;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Weekly: on `weekday` ('0' is every day) from `startsAt` to `endsAt`. Dated: away from `startsAt` on `firstDay` until
 *  `endsAt` on `lastDay`. Ending at 00:00 is midnight. */
export interface Break {
  readonly repeats: 'weekly' | 'dated';
  readonly weekday: Weekday | '0';
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of minutes since midnight; the end of the day is 00:00. */
export function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** The minutes of `day` that weekly hours cover, at `locationId` or, when null, anywhere. */
export function hoursOn(hours: readonly WeeklyHours[], day: string, locationId: string | null): readonly Span[] {
  const weekday = weekdayOf(day);
  const fits = hours.filter(
    (one) =>
      one.weekday === weekday && (one.locationId === null || locationId === null || one.locationId === locationId),
  );
  return joinSpans(fits.map(({ opensAt, closesAt }) => ({ from: minuteOf(opensAt), to: endMinuteOf(closesAt) })));
}

/** The minutes of `day` taken by breaks and absences. */
export function breaksOn(breaks: readonly Break[], day: string): readonly Span[] {
  const weekday = weekdayOf(day);
  return joinSpans(
    breaks.flatMap((one): Span[] => {
      if (one.repeats === 'weekly')
        return one.weekday === '0' || one.weekday === weekday
          ? [{ from: minuteOf(one.startsAt), to: endMinuteOf(one.endsAt) }]
          : [];
      const { firstDay, lastDay } = one;
      if (firstDay === null || lastDay === null || day < firstDay || day > lastDay) return [];
      return [
        {
          from: day === firstDay ? minuteOf(one.startsAt) : 0,
          to: day === lastDay ? endMinuteOf(one.endsAt) : DAY_MINUTES,
        },
      ];
    }),
  );
}

/** The minutes of `day` in which the provider can be booked. */
export function openOn(
  hours: readonly WeeklyHours[],
  breaks: readonly Break[],
  day: string,
  locationId: string | null,
): readonly Span[] {
  return withoutSpans(hoursOn(hours, day, locationId), breaksOn(breaks, day));
}

/** Minutes of a day as instants. A stretch that begins or ends in an hour the clock skips or repeats is cut to what
 *  surely lies within it, so it may vanish. */
export function instantSpans(day: string, spans: readonly Span[], zone: string): readonly Span[] {
  return spans.flatMap(({ from, to }): Span[] => {
    const startMs = edgeOf(day, from, zone, 1).at(-1);
    const [endMs] = edgeOf(day, to, zone, -1);
    return startMs === undefined || endMs === undefined || startMs >= endMs ? [] : [{ from: startMs, to: endMs }];
  });
}

/** The instants of a minute; in a skipped hour those of the nearest minute in the direction of `step`. */
function edgeOf(day: string, minute: number, zone: string, step: 1 | -1): readonly number[] {
  for (let near = minute; near >= 0 && near <= DAY_MINUTES; near += step) {
    const found = instantsOf({ day, minute: near }, zone);
    if (found.length > 0) return found;
  }
  return [];
}

function endMinuteOf(time: string): number {
  return minuteOf(time) || DAY_MINUTES;
}
