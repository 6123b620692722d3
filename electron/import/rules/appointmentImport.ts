// Importing appointments: what is past took place unless the file says otherwise; a visit of another program is not checked against the schedule.
import type { ImportRules } from '../importRules.ts';

/** What says when, where and with whom an appointment was. */
const PLACED = ['startsAtMs', 'endsAtMs', 'providerId', 'locationId'];

export const appointmentImport: ImportRules = {
  words: { status: { fulfilled: 'completed', canceled: 'cancelled', scheduled: 'booked', checkedin: 'arrived' } },
  check(after, before, _facts, fail) {
    if (Number(after.endsAtMs) <= Number(after.startsAtMs)) fail('endsAtMs', 'lies before the start');
    if (before === null || before.status === 'booked') return;
    for (const name of PLACED)
      if (after[name] !== before[name]) fail(name, 'cannot be moved, because the appointment is no longer booked');
  },
  start(_tx, { nowMs }) {
    return ({ endsAtMs, status = Number(endsAtMs) <= nowMs ? 'completed' : 'booked' }) => ({ status, isWalkIn: false });
  },
};
