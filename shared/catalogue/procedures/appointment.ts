// The acts on appointments: booking, moving and every change of state (S2.108, S2.33).
import { z } from 'zod';
import type { Refusal } from '../../errors.ts';
import { type AuditWords, permission, procedure } from '../entry.ts';
import { appointment } from '../records/appointment.ts';
import { EXAMPLE_ID, id, isoDate, optionalReason, reason, version } from '../schemas.ts';
import { lengthMinutes, timeOfDay } from './schedule.ts';

const { patientId, providerId, locationId, reason: visitReason } = appointment.fields;
const place = { providerId: providerId.schema, locationId: locationId.schema, reason: visitReason.schema };
const time = {
  day: isoDate,
  /** On the office's clock. */
  time: timeOfDay,
  lengthMinutes,
  /** Only where the clock shows the time twice: the second one is meant. */
  isSecondHour: z.boolean(),
  /** The person has read the warnings and wants it all the same. */
  isConfirmed: z.boolean(),
};

export const SCHEDULE_WARNINGS = [
  'doubleBooked',
  'patientBusy',
  'outsideHours',
  'inBreak',
  'inPast',
  'happensTwice',
] as const;
export type ScheduleWarningKind = (typeof SCHEDULE_WARNINGS)[number];
/** What speaks against a time, to be confirmed by the person. */
export interface ScheduleWarning {
  readonly kind: ScheduleWarningKind;
  readonly says: string;
}

/** The warnings in a refusal: `path` of each of its fields is then the kind of warning. Empty for every other refusal.
 *  The same call with `isConfirmed: true` goes on in spite of them. */
export function warningsIn(refusal: Refusal | null): readonly ScheduleWarning[] {
  return (refusal?.fields ?? []).flatMap(({ path, message }) => {
    const kind = SCHEDULE_WARNINGS.find((one) => one === path);
    return kind === undefined ? [] : [{ kind, says: message }];
  });
}

const about = { kind: 'record', type: 'appointment', idField: 'id' } as const;
const after = { type: 'appointment' } as const;
const rowVersion = z.strictObject({ id, version });
const words = (event: string, action: 'C' | 'U', says: string): AuditWords => ({
  event: `appointment_${event}`,
  action,
  says,
  dicomCode: '110110',
});

const exampleTime = { day: '2026-11-23', time: '10:00', lengthMinutes: 30, isSecondHour: false, isConfirmed: false };
const examplePlace = { providerId: EXAMPLE_ID, locationId: null, reason: 'Check-up' };

/** One change of state; `why` says whether a reason must be given. */
function change(event: string, says: string, why: typeof optionalReason, exampleReason: string) {
  return procedure({
    kind: 'command',
    access: permission('schedule:update'),
    input: z.strictObject({ id, version, reason: why }),
    output: rowVersion,
    target: about,
    audit: words(event, 'U', says),
    example: { id: EXAMPLE_ID, version: 1, reason: exampleReason },
  });
}

export const appointmentProcedures = {
  'appointment.book': procedure({
    kind: 'command',
    access: permission('schedule:create'),
    input: z.strictObject({ fields: z.strictObject({ patientId: patientId.schema, ...place }), ...time }),
    output: rowVersion,
    rowAfter: after,
    audit: words('booked', 'C', 'booked an appointment'),
    example: { fields: { patientId: EXAMPLE_ID, ...examplePlace }, ...exampleTime },
  }),
  /** Somebody stands at the desk: it begins now and is checked in at once. */
  'appointment.walkIn': procedure({
    kind: 'command',
    access: permission('schedule:create'),
    input: z.strictObject({
      fields: z.strictObject({ patientId: patientId.schema, ...place }),
      lengthMinutes,
      isConfirmed: z.boolean(),
    }),
    output: rowVersion,
    rowAfter: after,
    audit: words('walked_in', 'C', 'added a walk-in'),
    example: { fields: { patientId: EXAMPLE_ID, ...examplePlace }, lengthMinutes: 15, isConfirmed: false },
  }),
  /** Another time, provider, location or reason; only while it is booked or the patient waits. */
  'appointment.reschedule': procedure({
    kind: 'command',
    access: permission('schedule:update'),
    input: z.strictObject({ id, version, fields: z.strictObject(place), ...time }),
    output: rowVersion,
    target: about,
    rowAfter: after,
    audit: words('rescheduled', 'U', 'moved or changed an appointment'),
    example: { id: EXAMPLE_ID, version: 1, fields: examplePlace, ...exampleTime },
  }),
  'appointment.checkIn': change('checked_in', 'checked a patient in', optionalReason, ''),
  'appointment.complete': change('completed', 'completed an appointment', optionalReason, ''),
  'appointment.markNoShow': change('missed', 'marked an appointment as missed', optionalReason, ''),
  'appointment.cancel': change('cancelled', 'cancelled an appointment', reason, 'The patient called.'),
  /** Takes a state back that was set by mistake. */
  'appointment.restore': change('restored', 'set an appointment back to booked', reason, 'Checked in by mistake.'),
};
