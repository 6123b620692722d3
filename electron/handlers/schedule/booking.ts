// Booking, walk-ins and moving: impossible times are refused, doubtful ones are confirmed by the person, never passed over.

import type { RecordValues } from '../../../db/records/recordTable.ts';
import { insertRecord, updateRecord } from '../../../db/records/storedRecord.ts';
import { readPractice } from '../../../db/repositories/practice.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import type { ScheduleWarning } from '../../../shared/catalogue/procedures/appointment.ts';
import { appointment } from '../../../shared/catalogue/records/appointment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../../../shared/schedule/appointmentStatus.ts';
import { readTime, type TypedTime } from '../../../shared/schedule/appointmentTime.ts';
import { localOf, MINUTE_MS } from '../../../shared/schedule/zonedTime.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import type { Services } from '../../services.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { noteRecord, recordToChange } from '../records/recordHandlers.ts';
import { refuseReferences } from '../records/refuseReferences.ts';
import { findWarnings, type Proposal } from './warnings.ts';

const TYPE = appointment as unknown as RecordType;
/** A walk-in begins at the last full five minutes. */
const WALK_IN_STEP_MS = 5 * MINUTE_MS;

type BookingName = 'appointment.book' | 'appointment.walkIn' | 'appointment.reschedule';
type Times = { readonly startsAtMs: number; readonly endsAtMs: number; readonly happensTwice: boolean };

export const bookingHandlers: Pick<Handlers, BookingName> = {
  'appointment.book': (call, tx, services) => {
    const { fields, isConfirmed, ...typed } = call.input;
    const times = timesOf(tx, typed, call.nowMs);
    if (isRefusal(times)) return times;
    return add(call, tx, services, { ...fields, status: 'booked', isWalkIn: false }, times, isConfirmed);
  },
  'appointment.walkIn': (call, tx, services) => {
    const { fields, lengthMinutes, isConfirmed } = call.input;
    const startsAtMs = Math.floor(call.nowMs / WALK_IN_STEP_MS) * WALK_IN_STEP_MS;
    const endsAtMs = startsAtMs + lengthMinutes * MINUTE_MS;
    const { timeZone } = readPractice(tx);
    if (localOf(endsAtMs - MINUTE_MS, timeZone).day !== localOf(startsAtMs, timeZone).day)
      return fault('lengthMinutes', 'The visit would end after midnight. Make it shorter.');
    const times = { startsAtMs, endsAtMs, happensTwice: false };
    return add(call, tx, services, { ...fields, status: 'arrived', isWalkIn: true }, times, isConfirmed);
  },
  'appointment.reschedule': (call, tx) => {
    const { fields, id: _id, version: _version, isConfirmed, ...typed } = call.input;
    const record = recordToChange(TYPE, call, tx);
    if (isRefusal(record)) return record;
    const { id, values: before } = record;
    const status = before.status as AppointmentStatus;
    if (status !== 'booked' && status !== 'arrived')
      return refuse(
        'CONSTRAINT_VIOLATED',
        `This appointment is ${APPOINTMENT_STATUSES[status].toLowerCase()} and stays where it is. Set it back to booked first, or book another one.`,
      );
    const times = timesOf(tx, typed, call.nowMs);
    if (isRefusal(times)) return times;
    const after = valuesAfter({ ...before, ...fields }, times);
    const trouble = refuseReferences(tx, TYPE, call.scope, before, after);
    if (trouble !== null) return trouble;
    const isMoved = ['providerId', 'locationId', 'startsAtMs', 'endsAtMs'].some((name) => before[name] !== after[name]);
    const warnings = isMoved && !isConfirmed ? findWarnings(tx, call, proposalOf(id, after, times)) : [];
    if (warnings.length > 0) return askAgain(warnings);
    updateRecord(tx, TYPE, id, after, { byUserId: actingUserId(call), nowMs: call.nowMs });
    call.note({ changes: recordChanges(tx, TYPE, before, after) });
    return { id, version: record.version + 1 };
  },
};

function add(
  call: AuthorizedCall,
  tx: WriteTx,
  services: Services,
  typed: RecordValues,
  times: Times,
  isConfirmed: boolean,
): { id: string; version: number } | Refusal {
  const values = valuesAfter(typed, times);
  const trouble = refuseReferences(tx, TYPE, call.scope, {}, values);
  if (trouble !== null) return trouble;
  const warnings = isConfirmed ? [] : findWarnings(tx, call, proposalOf(null, values, times));
  if (warnings.length > 0) return askAgain(warnings);
  const id = services.newId();
  insertRecord(tx, TYPE, id, values, { byUserId: actingUserId(call), nowMs: call.nowMs });
  noteRecord(TYPE, call, id, values);
  call.note({ changes: recordChanges(tx, TYPE, {}, values) });
  return { id, version: 1 };
}

/** The instants of what was typed on the office's clock, or the sentence why there are none. */
function timesOf(tx: ReadTx, typed: TypedTime, nowMs: number): Times | Refusal {
  const read = readTime(typed, readPractice(tx).timeZone, nowMs);
  if (!read.isPossible) return fault(read.path, read.says);
  const { startsAtMs, endsAtMs, happensTwice } = read;
  return { startsAtMs, endsAtMs, happensTwice };
}

function valuesAfter(typed: RecordValues, { startsAtMs, endsAtMs }: Times): RecordValues {
  return { ...typed, startsAtMs, endsAtMs };
}

function proposalOf(id: string | null, values: RecordValues, times: Times): Proposal {
  const { patientId, providerId, locationId } = values as {
    patientId: string;
    providerId: string;
    locationId: string | null;
  };
  return { id, patientId, providerId, locationId, ...times };
}

/** Nothing is done yet, and the log says so: the person must confirm what speaks against it. */
function askAgain(warnings: readonly ScheduleWarning[]): Refusal {
  const fields = warnings.map(({ kind, says }) => ({ path: kind, message: says }));
  return refuse('CONSTRAINT_VIOLATED', `Look again. ${warnings.map(({ says }) => says).join(' ')}`, { fields });
}

function fault(path: string, message: string): Refusal {
  return refuse('INVALID_INPUT', message, { fields: [{ path, message }] });
}
