// Importing appointments: what is past took place unless the file says otherwise; a visit of another program is not checked against the schedule.
import type { ImportRules } from '../importRules.ts';

export const appointmentImport: ImportRules = {
  words: { status: { fulfilled: 'completed', canceled: 'cancelled', scheduled: 'booked', checkedin: 'arrived' } },
  check({ startsAtMs, endsAtMs }, before, _facts, fail) {
    if (Number(endsAtMs) <= Number(startsAtMs)) fail('endsAtMs', 'lies before the start');
    if (before !== null && before.status !== 'booked' && before.startsAtMs !== startsAtMs)
      fail('startsAtMs', 'cannot be moved, because the appointment is no longer booked');
  },
  start(_tx, { nowMs }) {
    return ({ endsAtMs, status = Number(endsAtMs) <= nowMs ? 'completed' : 'booked' }) => ({ status, isWalkIn: false });
  },
};
