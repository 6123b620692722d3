// Procedures of the schedule beyond its records: the day and week view, free times, and the day list on paper.
import { z } from 'zod';
import { MAX_LENGTH_MINUTES, MIN_LENGTH_MINUTES } from '../../schedule/appointmentTime.ts';
import { daysBetween } from '../../schedule/days.ts';
import { permission, procedure } from '../entry.ts';
import { appointment } from '../records/appointment.ts';
import { providerBreak } from '../records/providerBreak.ts';
import { workingHours } from '../records/workingHours.ts';
import { atMs, EXAMPLE_ID, id, isoDate, version } from '../schemas.ts';

/** A view holds a week, or somewhat more. */
const MAX_VIEW_DAYS = 14;
const MAX_VIEW_PROVIDERS = 12;
/** `HH:MM` on the office's clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 08:30');
export const lengthMinutes = z.int().min(MIN_LENGTH_MINUTES).max(MAX_LENGTH_MINUTES);
const locationId = z.union([z.null(), id]);

const view = {
  /** The first and the last day, both included. */
  from: isoDate,
  to: isoDate,
  /** Empty: the providers who work or are booked then. */
  providerIds: z.array(id).max(MAX_VIEW_PROVIDERS),
  locationId,
};
const fits = ({ from, to }: { from: string; to: string }) => {
  const days = daysBetween(from, to);
  return days >= 0 && days < MAX_VIEW_DAYS;
};
const MISFIT = 'the last day must follow the first within two weeks';

/** An appointment as the schedule shows it. */
const shownAppointment = z.strictObject({
  id,
  version,
  /** Null: the caller may not see this patient, only that the time is taken. */
  patientId: z.union([z.null(), id]),
  patientName: z.string(),
  providerId: id,
  locationId,
  locationName: z.string(),
  startsAtMs: atMs,
  endsAtMs: atMs,
  reason: z.string(),
  status: appointment.fields.status.schema,
  isWalkIn: z.boolean(),
});

const typedHours = z.strictObject({
  providerId: id,
  weekday: workingHours.fields.weekday.schema,
  opensAt: timeOfDay,
  closesAt: timeOfDay,
  locationId,
});
const typedBreak = z.strictObject({
  providerId: id,
  repeats: providerBreak.fields.repeats.schema,
  weekday: providerBreak.fields.weekday.schema,
  firstDay: z.union([z.null(), z.string()]),
  lastDay: z.union([z.null(), z.string()]),
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  note: z.string(),
});

export const scheduleProcedures = {
  'schedule.read': procedure({
    kind: 'query',
    access: permission('schedule:read'),
    input: z.strictObject(view).refine(fits, MISFIT),
    output: z.strictObject({
      /** IANA name; every time of the schedule is shown on this clock. */
      timeZone: z.string(),
      nowMs: atMs,
      /** In the order of their names. */
      providers: z.array(z.strictObject({ id, name: z.string() })),
      appointments: z.array(shownAppointment),
      /** More appointments lie in the range than one view carries. */
      isCut: z.boolean(),
      hours: z.array(typedHours),
      breaks: z.array(typedBreak),
    }),
    audit: {
      event: 'schedule_viewed',
      action: 'R',
      says: 'looked at the schedule',
      dicomCode: '110110',
    },
    example: { from: '2026-11-23', to: '2026-11-23', providerIds: [], locationId: null },
  }),
  'schedule.findFreeSlots': procedure({
    kind: 'query',
    access: permission('schedule:read'),
    input: z.strictObject({ providerId: id, locationId, fromDay: isoDate, lengthMinutes }),
    output: z.strictObject({
      slots: z.array(z.strictObject({ day: z.string(), time: z.string(), startsAtMs: atMs })),
      /** The provider has no working hours on record, so nothing is known to be free. */
      hasHours: z.boolean(),
    }),
    target: { kind: 'record', type: 'provider', idField: 'providerId' },
    audit: { event: 'free_slots_listed', action: 'R', says: 'looked for free times in the schedule' },
    example: { providerId: EXAMPLE_ID, locationId: null, fromDay: '2026-11-23', lengthMinutes: 30 },
  }),
  'schedule.print': procedure({
    kind: 'command',
    access: permission('schedule:read'),
    input: z.strictObject(view).refine(fits, MISFIT),
    output: z.strictObject({ count: z.int() }),
    audit: { event: 'schedule_printed', action: 'R', says: 'printed the schedule', dicomCode: '110106' },
    example: { from: '2026-11-23', to: '2026-11-23', providerIds: [], locationId: null },
  }),
};
