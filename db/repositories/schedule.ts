// Reading the schedule: what is booked between two instants, when providers work, and what would collide.
import { EVERY_WAY, type RecordReach } from '../../shared/authorization/scope.ts';
import { appointment } from '../../shared/catalogue/records/appointment.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { type AppointmentStatus, takesTime } from '../../shared/schedule/appointmentStatus.ts';
import { MAX_LENGTH_MINUTES } from '../../shared/schedule/appointmentTime.ts';
import type { Break, WeeklyHours } from '../../shared/schedule/openTimes.ts';
import { MINUTE_MS } from '../../shared/schedule/zonedTime.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';

const APPOINTMENT = appointment as unknown as RecordType;
const PROVIDER = provider as unknown as RecordType;
/** An appointment that began longer ago than this is over, so an index on its start alone finds every collision. */
const LONGEST_MS = MAX_LENGTH_MINUTES * MINUTE_MS;

export interface ShownAppointment {
  readonly id: string;
  readonly version: number;
  /** Null for whoever may not see this patient: they see that the time is taken, and nothing else. */
  readonly patientId: string | null;
  /** `Last, First`, or a word that says that the patient is hidden. */
  readonly patientName: string;
  readonly providerId: string;
  readonly locationId: string | null;
  readonly locationName: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly reason: string;
  readonly status: AppointmentStatus;
  readonly isWalkIn: boolean;
}

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

const HIDDEN_PATIENT = 'Confidential patient';

/** Appointments of the given providers in the limit with any moment in the range, by start; at most `most`. One
 *  statement, found by index. Names and reasons of patients whose label is hidden from the caller stay out. */
export function appointmentsBetween(
  tx: ReadTx,
  reach: RecordReach,
  { fromMs, toMs }: Range,
  { providerIds, locationId }: { readonly providerIds: readonly string[]; readonly locationId: string | null },
  most: number,
): readonly ShownAppointment[] {
  const inReach = reachToSql(takenTime(reach), APPOINTMENT);
  const atLocation = locationId === null ? '' : 'AND appointment.location_id = ?';
  const rows = tx
    .prepare<Row>(
      `SELECT appointment.id, appointment.version, patient_id AS patientId, provider_id AS providerId,
         appointment.location_id AS locationId, location.name AS locationName, starts_at_ms AS startsAtMs,
         ends_at_ms AS endsAtMs, reason, status, is_walk_in AS isWalkIn, patient.last_name AS lastName,
         patient.first_name AS firstName, patient.sensitivity AS sensitivity
       FROM appointment
       JOIN patient ON patient.id = appointment.patient_id
       LEFT JOIN location ON location.id = appointment.location_id
       WHERE appointment.provider_id IN (SELECT value FROM json_each(?)) AND starts_at_ms > ? AND starts_at_ms < ?
         AND ends_at_ms > ? AND ${inReach.sql} ${atLocation}
       ORDER BY starts_at_ms, appointment.id LIMIT ?`,
    )
    .all(
      JSON.stringify(providerIds),
      fromMs - LONGEST_MS,
      toMs,
      fromMs,
      ...inReach.parameters,
      ...(locationId === null ? [] : [locationId]),
      most,
    );
  return rows.map(({ lastName, firstName, sensitivity, locationName, isWalkIn, ...row }) => {
    const isHidden = reach.hiddenLabels.some((label) => label === sensitivity);
    return {
      ...row,
      patientId: isHidden ? null : row.patientId,
      patientName: isHidden ? HIDDEN_PATIENT : displayName({ lastName, firstName }),
      reason: isHidden ? '' : row.reason,
      locationName: locationName ?? '',
      isWalkIn: isWalkIn === 1,
    };
  });
}

export interface Collision {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** Appointments in reach that take time of the provider, or of the patient, within the range; `exceptId` is left out. */
export function collisions(
  tx: ReadTx,
  reach: RecordReach,
  who: { readonly providerId: string } | { readonly patientId: string },
  { fromMs, toMs }: Range,
  exceptId: string | null,
): readonly Collision[] {
  const [column, id] = 'providerId' in who ? ['provider_id', who.providerId] : ['patient_id', who.patientId];
  const inReach = reachToSql(takenTime(reach), APPOINTMENT);
  return tx
    .prepare<Collision & { id: string; status: AppointmentStatus }>(
      `SELECT id, starts_at_ms AS startsAtMs, ends_at_ms AS endsAtMs, status FROM appointment
       WHERE ${column} = ? AND starts_at_ms > ? AND starts_at_ms < ? AND ends_at_ms > ? AND ${inReach.sql}
       ORDER BY starts_at_ms`,
    )
    .all(id, fromMs - LONGEST_MS, toMs, fromMs, ...inReach.parameters)
    .filter((row) => row.id !== exceptId && takesTime(row.status));
}

/** Whose time is taken must show whatever the label of the patient, or the time would be given away twice. */
function takenTime(reach: RecordReach): RecordReach {
  return { ...reach, hiddenLabels: [] };
}

export interface OfProvider {
  readonly providerId: string;
}

/** The weekly hours of the providers. */
export function hoursOf(tx: ReadTx, providerIds: readonly string[]): readonly (WeeklyHours & OfProvider)[] {
  return tx
    .prepare<WeeklyHours & OfProvider>(
      `SELECT provider_id AS providerId, weekday, opens_at AS opensAt, closes_at AS closesAt, location_id AS locationId
       FROM working_hours WHERE provider_id IN (SELECT value FROM json_each(?)) ORDER BY provider_id, weekday, opens_at`,
    )
    .all(JSON.stringify(providerIds));
}

/** Weekly breaks of the providers, and their absences that touch the days from `firstDay` to `lastDay`. */
export function breaksOf(
  tx: ReadTx,
  providerIds: readonly string[],
  firstDay: string,
  lastDay: string,
): readonly (Break & OfProvider & { readonly note: string })[] {
  return tx
    .prepare<Break & OfProvider & { note: string }>(
      `SELECT provider_id AS providerId, repeats, weekday, first_day AS firstDay, last_day AS lastDay,
         starts_at AS startsAt, ends_at AS endsAt, note
       FROM provider_break WHERE provider_id IN (SELECT value FROM json_each(?))
         AND (last_day IS NULL OR (last_day >= ? AND first_day <= ?)) ORDER BY provider_id, starts_at`,
    )
    .all(JSON.stringify(providerIds), firstDay, lastDay);
}

/** How many booked appointments of a provider or a location have not begun yet. */
export function countFutureBooked(
  tx: ReadTx,
  of: { readonly providerId: string } | { readonly locationId: string },
  nowMs: number,
): number {
  const [column, id] = 'providerId' in of ? ['provider_id', of.providerId] : ['location_id', of.locationId];
  const row = tx
    .prepare<{ count: number }>(
      // The plus keeps the planner from reading everything that is booked, of whomever.
      `SELECT count(*) AS count FROM appointment WHERE ${column} = ? AND starts_at_ms >= ? AND +status = 'booked'`,
    )
    .get(id, nowMs);
  return row?.count ?? 0;
}

/** The providers of the asked ids that are in reach, by name; with no ids those in use who work or are booked in the
 *  range, or else the first ones in use. */
export function providersToShow(
  tx: ReadTx,
  reach: RecordReach,
  asked: readonly string[],
  { fromMs, toMs }: Range,
  most: number,
): readonly { readonly id: string; readonly name: string }[] {
  const inReach = reachToSql({ ...reach, ways: EVERY_WAY }, PROVIDER);
  const named = (condition: string, ...parameters: readonly (string | number)[]) =>
    tx
      .prepare<{ id: string; lastName: string; firstName: string }>(
        `SELECT id, last_name AS lastName, first_name AS firstName FROM provider
         WHERE ${condition} AND ${inReach.sql} ORDER BY last_name, first_name, id LIMIT ?`,
      )
      .all(...parameters, ...inReach.parameters, most)
      .map(({ id, ...name }) => ({ id, name: displayName(name) }));
  if (asked.length > 0) return named('id IN (SELECT value FROM json_each(?))', JSON.stringify(asked));
  const busy = named(
    `(id IN (SELECT provider_id FROM appointment WHERE starts_at_ms >= ? AND starts_at_ms < ?)
      OR (is_active = 1 AND id IN (SELECT provider_id FROM working_hours)))`,
    fromMs,
    toMs,
  );
  return busy.length > 0 ? busy : named('is_active = 1').slice(0, FIRST_PROVIDERS);
}

const FIRST_PROVIDERS = 4;

interface Row extends Omit<ShownAppointment, 'patientId' | 'patientName' | 'locationName' | 'isWalkIn'> {
  readonly patientId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly sensitivity: string | null;
  readonly locationName: string | null;
  readonly isWalkIn: number;
}
