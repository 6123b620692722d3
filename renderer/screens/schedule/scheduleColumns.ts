// The columns of the day and the week: whose day each one is, when it is open, and what lies in it.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { breaksOn, hoursOn } from '../../../shared/schedule/openTimes.ts';
import { type Span, withoutSpans } from '../../../shared/schedule/spans.ts';
import { DAY_MINUTES, localOf, MINUTE_MS } from '../../../shared/schedule/zonedTime.ts';
import { lanesOf } from './lanes.ts';

export type ScheduleView = Output<'schedule.read'>;
export type Appointment = ScheduleView['appointments'][number];

/** Minutes of one slot, the step of all moves. */
export const SLOT_MINUTES = 15;

export interface Block extends Span {
  readonly appointment: Appointment;
  /** Side by side with what overlaps: this one's place, and how many places there are. */
  readonly lane: number;
  readonly lanes: number;
}

export interface Column {
  readonly key: string;
  readonly day: string;
  readonly providerId: string;
  readonly providerName: string;
  /** Minutes in which the provider can be booked; null where no working hours are on record. */
  readonly open: readonly Span[] | null;
  readonly breaks: readonly (Span & { readonly note: string })[];
  readonly blocks: readonly Block[];
}

/** One column per day and provider. `showsCancelled`: with the ones that were called off. */
export function scheduleColumns(
  view: ScheduleView,
  days: readonly string[],
  providers: ScheduleView['providers'],
  locationId: string | null,
  showsCancelled: boolean,
): readonly Column[] {
  return days.flatMap((day) =>
    providers.map(({ id, name }): Column => {
      const hours = view.hours.filter(({ providerId }) => providerId === id);
      const breaks = view.breaks.filter(({ providerId }) => providerId === id);
      const own = view.appointments.filter(
        (one) =>
          one.providerId === id &&
          localOf(one.startsAtMs, view.timeZone).day === day &&
          (showsCancelled || one.status !== 'cancelled'),
      );
      return {
        key: `${day} ${id}`,
        day,
        providerId: id,
        providerName: name,
        open: hours.length === 0 ? null : withoutSpans(hoursOn(hours, day, locationId), breaksOn(breaks, day)),
        breaks: breaks.flatMap((one) => breaksOn([one], day).map((span) => ({ ...span, note: one.note }))),
        blocks: lanesOf(own.map((appointment) => ({ ...minutesOf(appointment, view.timeZone), appointment }))),
      };
    }),
  );
}

/** The minutes of its day that an appointment takes. */
function minutesOf({ startsAtMs, endsAtMs }: Appointment, zone: string): Span {
  const from = localOf(startsAtMs, zone).minute;
  return { from, to: Math.min(DAY_MINUTES, from + Math.max(1, Math.round((endsAtMs - startsAtMs) / MINUTE_MS))) };
}

const USUAL: Span = { from: 8 * 60, to: 18 * 60 };
const HOUR = 60;

/** The hours of the day that the grid must show: the usual ones, and whatever is open or booked besides. */
export function shownHours(columns: readonly Column[]): Span {
  const all = [USUAL, ...columns.flatMap(({ open, blocks }) => [...(open ?? []), ...blocks])];
  return {
    from: Math.floor(Math.min(...all.map(({ from }) => from)) / HOUR) * HOUR,
    to: Math.min(DAY_MINUTES, Math.ceil(Math.max(...all.map(({ to }) => to)) / HOUR) * HOUR),
  };
}

/** The blocks that take any minute of the slot beginning at `from`, by lane. */
export function blocksAt({ blocks }: Column, from: number): readonly Block[] {
  return blocks
    .filter((block) => block.from < from + SLOT_MINUTES && block.to > from)
    .sort((one, other) => one.lane - other.lane);
}
