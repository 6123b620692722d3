// Puts a moved appointment down, and keeps it in hand while a question about it is open.
import { useState } from 'react';
import { timeOf } from '../../../shared/schedule/openTimes.ts';
import { instantsOf } from '../../../shared/schedule/zonedTime.ts';
import { notify } from '../../components/notify.ts';
import type { Carried } from './placeMoves.ts';
import type { Column } from './scheduleColumns.ts';
import { sayCarried } from './scheduleWords.ts';
import { type Booking, type BookingTry, useBooking } from './useBooking.ts';

interface Pending {
  readonly carried: Carried;
  readonly column: Column;
  readonly attempt: BookingTry;
}

export interface Move {
  /** What waits for an answer; null while nothing does. */
  readonly pending: Pending | null;
  readonly booking: Booking;
  readonly start: (carried: Carried, column: Column, zone: string) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly giveUp: () => void;
}

export function useMove(): Move {
  const booking = useBooking();
  const [pending, setPending] = useState<Pending | null>(null);
  const run = async (one: Pending, isConfirmed: boolean) => {
    const isDone = await booking.run(one.attempt, isConfirmed);
    setPending(isDone ? null : one);
    if (isDone) notify.done(`Moved ${one.carried.appointment.patientName}: ${sayCarried(one.carried, one.column)}.`);
  };
  return {
    pending,
    booking,
    start: async (carried, column, zone) => {
      const attempt = attemptOf(carried, column, zone);
      if (attempt !== null) await run({ carried, column, attempt }, false);
    },
    confirm: async () => {
      if (pending !== null) await run(pending, true);
    },
    giveUp: () => {
      booking.clear();
      setPending(null);
    },
  };
}

/** Null when it was put down where it came from. */
function attemptOf({ appointment, from, to }: Carried, column: Column, zone: string): BookingTry | null {
  const { id, version, locationId, reason, startsAtMs, endsAtMs, providerId } = appointment;
  const instants = instantsOf({ day: column.day, minute: from }, zone);
  const isSecondHour = instants.length > 1 && instants[1] === startsAtMs;
  const isSame = instants.includes(startsAtMs) && endsAtMs - startsAtMs === (to - from) * 60_000;
  if (isSame && column.providerId === providerId) return null;
  return {
    act: 'move',
    input: {
      id,
      version,
      fields: { providerId: column.providerId, locationId, reason },
      day: column.day,
      time: timeOf(from),
      lengthMinutes: to - from,
      isSecondHour,
    },
  };
}
