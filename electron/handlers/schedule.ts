// The schedule: appointments, working hours, breaks and the views of them (S2.108, S2.33).
import { appointment } from '../../shared/catalogue/records/appointment.ts';
import { providerBreak } from '../../shared/catalogue/records/providerBreak.ts';
import { workingHours } from '../../shared/catalogue/records/workingHours.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { APPOINTMENT_STATUSES } from '../../shared/schedule/appointmentStatus.ts';
import { recordHandlers } from './records/recordHandlers.ts';
import type { ValuesOf } from './records/recordRules.ts';
import { bookingHandlers } from './schedule/booking.ts';
import { statusActHandlers } from './schedule/statusActs.ts';
import { scheduleViewHandlers } from './schedule/view.ts';

type Hours = ValuesOf<typeof workingHours.fields>;
type Away = ValuesOf<typeof providerBreak.fields>;

export const scheduleHandlers = {
  ...recordHandlers(appointment, {
    checkDelete: (_tx, _call, { status }) =>
      status === 'booked' || status === 'cancelled'
        ? null
        : refuse(
            'CONSTRAINT_VIOLATED',
            `This appointment is ${APPOINTMENT_STATUSES[status].toLowerCase()} and stays on record. Only booked and cancelled ones can be deleted.`,
          ),
  }),
  ...recordHandlers(workingHours, {
    checkCreate: (_tx, _call, values) => refuseHours(values),
    checkUpdate: (_tx, _call, _before, after) => refuseHours(after),
  }),
  ...recordHandlers(providerBreak, {
    checkCreate: (_tx, _call, values) => refuseBreak(values),
    checkUpdate: (_tx, _call, _before, after) => refuseBreak(after),
  }),
  ...bookingHandlers,
  ...statusActHandlers,
  ...scheduleViewHandlers,
};

const MIDNIGHT = '00:00';

function refuseHours({ opensAt, closesAt }: Hours): Refusal | null {
  return endsBeforeStart(opensAt, closesAt) ? fault('closesAt', 'The end must come after the beginning.') : null;
}

function refuseBreak({ repeats, firstDay, lastDay, startsAt, endsAt }: Away): Refusal | null {
  if (repeats === 'weekly') {
    if (firstDay !== null || lastDay !== null)
      return fault(
        'firstDay',
        'A break of every week has no days of the calendar. Leave them empty, or choose “On dates”.',
      );
    return endsBeforeStart(startsAt, endsAt) ? fault('endsAt', 'The end must come after the beginning.') : null;
  }
  if (firstDay === null) return fault('firstDay', 'Enter the first day of the absence.');
  if (lastDay === null) return fault('lastDay', 'Enter the last day of the absence. It may be the same day.');
  if (lastDay < firstDay) return fault('lastDay', 'The last day must not come before the first.');
  return firstDay === lastDay && endsBeforeStart(startsAt, endsAt)
    ? fault('endsAt', 'The end must come after the beginning.')
    : null;
}

function endsBeforeStart(start: string, end: string): boolean {
  return end !== MIDNIGHT && end <= start;
}

function fault(path: string, message: string): Refusal {
  return refuse('INVALID_INPUT', message, { fields: [{ path, message }] });
}
