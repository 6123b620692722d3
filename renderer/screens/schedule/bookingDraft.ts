// What is typed in the booking dialog, and its way to the main process.
import { z } from 'zod';
import { MAX_LENGTH_MINUTES, MIN_LENGTH_MINUTES } from '../../../shared/schedule/appointmentTime.ts';
import type { BookingTry } from './useBooking.ts';

export type BookingKind = 'book' | 'walkIn' | 'change';

const draft = z.strictObject({
  patientId: z.string(),
  providerId: z.string(),
  locationId: z.string(),
  /** `YYYY-MM-DD` and `HH:MM`; '' while nothing is chosen. */
  day: z.string(),
  time: z.string(),
  lengthMinutes: z.int(),
  isSecondHour: z.boolean(),
  reason: z.string(),
});
export type BookingDraft = z.output<typeof draft>;

const kept = z.strictObject({ kind: z.enum(['book', 'walkIn']), draft });
/** Typed but unsaved work on a new appointment. */
export type KeptBooking = z.output<typeof kept>;

/** Reads a kept draft; null when it is none. */
export function parseKeptBooking(content: unknown): KeptBooking | null {
  return kept.safeParse(content).data ?? null;
}

export const DEFAULT_LENGTH_MINUTES = 30;
const USUAL_LENGTHS = [10, 15, 20, 30, 45, 60, 90, 120, 180, 240];

/** The usual lengths and the one that is there. */
export function lengthChoices(current: number): { value: string; label: string }[] {
  const all = [...new Set([...USUAL_LENGTHS, current])].sort((one, other) => one - other);
  return all
    .filter((minutes) => minutes >= MIN_LENGTH_MINUTES && minutes <= MAX_LENGTH_MINUTES)
    .map((minutes) => ({ value: String(minutes), label: sayLength(minutes) }));
}

/** `45 minutes`, `1 hour`, `1 hour 30 minutes`. */
export function sayLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours === 0 ? [] : [hours === 1 ? '1 hour' : `${hours} hours`]),
    ...(rest === 0 && hours > 0 ? [] : [`${rest} minutes`]),
  ];
  return parts.join(' ');
}

/** What is missing, by input; the main process judges the rest. */
export function fieldProblems(kind: BookingKind, typed: BookingDraft): Readonly<Record<string, string>> {
  const missing: [string, boolean, string][] = [
    ['patientId', kind !== 'change' && typed.patientId === '', 'Choose a patient.'],
    ['providerId', typed.providerId === '', 'Choose a provider.'],
    ['day', kind !== 'walkIn' && typed.day === '', 'Enter the day.'],
    ['time', kind !== 'walkIn' && typed.time === '', 'Enter the time.'],
  ];
  return Object.fromEntries(missing.flatMap(([name, isMissing, says]) => (isMissing ? [[name, says]] : [])));
}

/** The call that carries the draft out. */
export function tryOf(
  kind: BookingKind,
  typed: BookingDraft,
  target: { readonly id: string; readonly version: number } | undefined,
): BookingTry {
  const { patientId, providerId, day, time, lengthMinutes, isSecondHour, reason } = typed;
  const locationId = typed.locationId === '' ? null : typed.locationId;
  const place = { providerId, locationId, reason };
  const when = { day, time, lengthMinutes, isSecondHour };
  if (kind === 'walkIn') return { act: 'walkIn', input: { fields: { patientId, ...place }, lengthMinutes } };
  if (kind === 'book' || target === undefined)
    return { act: 'book', input: { fields: { patientId, ...place }, ...when } };
  return { act: 'move', input: { ...target, fields: place, ...when } };
}
