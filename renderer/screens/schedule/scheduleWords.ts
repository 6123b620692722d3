// What the schedule says: times, days, and the sentences for people who listen instead of looking.
import { APPOINTMENT_STATUSES } from '../../../shared/schedule/appointmentStatus.ts';
import { covers } from '../../../shared/schedule/spans.ts';
import type { Carried } from './placeMoves.ts';
import { type Appointment, type Block, type Column, SLOT_MINUTES } from './scheduleColumns.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const fullDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const MINUTE_MS = 60_000;

/** A minute of the day in the reader's own way of writing times. */
export function sayMinute(minute: number): string {
  return clock.format(minute * MINUTE_MS);
}

export function saySpan({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${sayMinute(from)} to ${sayMinute(to)}`;
}

/** `Monday, November 23`, or `Mon, Nov 23` for the head of a column. */
export function sayDay(day: string, style: 'long' | 'short' | 'full' = 'long'): string {
  const form = style === 'long' ? longDay : style === 'short' ? shortDay : fullDay;
  return form.format(Date.parse(day));
}

/** `Booked`, `Arrived, walk-in`. */
export function sayStatus({ status, isWalkIn }: Appointment): string {
  return `${APPOINTMENT_STATUSES[status]}${isWalkIn ? ', walk-in' : ''}`;
}

/** What stands in a block, for listening. */
export function sayBlock(block: Block): string {
  const { patientName, reason } = block.appointment;
  return [saySpan(block), patientName, reason, sayStatus(block.appointment)].filter((part) => part !== '').join(', ');
}

/** What one finds in a slot: an appointment, a break, time outside the hours, or nothing. */
export function saySlot(column: Column, from: number, block: Block | undefined, count: number): string {
  if (block !== undefined) return count > 1 ? `${sayBlock(block)}, ${count} at this time` : sayBlock(block);
  const slot = { from, to: from + SLOT_MINUTES };
  const away = column.breaks.find((one) => one.from < slot.to && one.to > from);
  if (away !== undefined) return `${sayMinute(from)}, away${away.note === '' ? '' : `: ${away.note}`}`;
  if (column.open !== null && !covers(column.open, slot)) return `${sayMinute(from)}, outside working hours`;
  return `${sayMinute(from)}, free`;
}

/** Where the appointment in hand would be put down. */
export function sayCarried(carried: Carried, column: Column): string {
  return `${saySpan(carried)}, ${column.providerName}, ${sayDay(column.day)}`;
}
