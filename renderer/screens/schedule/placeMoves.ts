// Where the keys lead in the schedule: from slot to slot, and with an appointment in hand.
import type { Span } from '../../../shared/schedule/spans.ts';
import { type Appointment, SLOT_MINUTES } from './scheduleColumns.ts';

/** A slot of a column; `lane` tells which of several appointments in it is meant. */
export interface Place {
  readonly column: number;
  readonly slot: number;
  readonly lane: number;
}

/** An appointment in hand, and where it would be put down. */
export interface Carried extends Span {
  readonly appointment: Appointment;
  readonly column: number;
}

export interface GridSize {
  readonly columns: number;
  readonly slots: number;
}

const SLOTS_PER_PAGE = 8;

/** The place a key leads to, or null for a key that leads nowhere. `lanesAt` is the number of appointments in a slot. */
export function movePlace(
  { column, slot, lane }: Place,
  key: string,
  size: GridSize,
  lanesAt: (column: number, slot: number) => number,
): Place | null {
  const at = (toColumn: number, toSlot: number, toLane = 0): Place => ({
    column: clamp(toColumn, 0, size.columns - 1),
    slot: clamp(toSlot, 0, size.slots - 1),
    lane: toLane,
  });
  switch (key) {
    case 'ArrowUp':
      return at(column, slot - 1);
    case 'ArrowDown':
      return at(column, slot + 1);
    case 'ArrowLeft':
      if (lane > 0) return at(column, slot, lane - 1);
      return column === 0 ? at(0, slot) : at(column - 1, slot, Math.max(0, lanesAt(column - 1, slot) - 1));
    case 'ArrowRight':
      if (lane + 1 < lanesAt(column, slot)) return at(column, slot, lane + 1);
      return column + 1 < size.columns ? at(column + 1, slot) : at(column, slot, lane);
    case 'Home':
      return at(column, 0);
    case 'End':
      return at(column, size.slots - 1);
    case 'PageUp':
      return at(column, slot - SLOTS_PER_PAGE);
    case 'PageDown':
      return at(column, slot + SLOTS_PER_PAGE);
    default:
      return null;
  }
}

/** The appointment in hand one step further, within the shown `hours`; with Shift up and down change its length. */
export function moveCarried(
  carried: Carried,
  key: string,
  isShift: boolean,
  columns: number,
  hours: Span,
): Carried | null {
  const length = carried.to - carried.from;
  const starts = (from: number): Carried => {
    const start = clamp(from, hours.from, Math.max(hours.from, hours.to - length));
    return { ...carried, from: start, to: start + length };
  };
  const ends = (to: number): Carried => ({ ...carried, to: clamp(to, carried.from + SLOT_MINUTES, hours.to) });
  switch (key) {
    case 'ArrowUp':
      return isShift ? ends(carried.to - SLOT_MINUTES) : starts(carried.from - SLOT_MINUTES);
    case 'ArrowDown':
      return isShift ? ends(carried.to + SLOT_MINUTES) : starts(carried.from + SLOT_MINUTES);
    case 'ArrowLeft':
      return { ...carried, column: Math.max(0, carried.column - 1) };
    case 'ArrowRight':
      return { ...carried, column: Math.min(columns - 1, carried.column + 1) };
    default:
      return null;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
