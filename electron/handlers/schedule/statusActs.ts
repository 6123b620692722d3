// Changes of an appointment's state: each only from where it makes sense, never before its time, and none takes a time twice.

import { findUnreached } from '../../../db/records/findUnreached.ts';
import type { RecordValues } from '../../../db/records/recordTable.ts';
import { updateRecord } from '../../../db/records/storedRecord.ts';
import { readPractice } from '../../../db/repositories/practice.ts';
import { collisions } from '../../../db/repositories/schedule.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { appointment } from '../../../shared/catalogue/records/appointment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  canAct,
  STATUS_ACTS,
  type StatusAct,
  takesTime,
} from '../../../shared/schedule/appointmentStatus.ts';
import { localOf } from '../../../shared/schedule/zonedTime.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { recordToChange } from '../records/recordHandlers.ts';

const TYPE = appointment as unknown as RecordType;

type ActName = `appointment.${StatusAct}`;
type ActCall = AuthorizedCall & {
  readonly input: { readonly id: string; readonly version: number; readonly reason: string };
};

export const statusActHandlers: Pick<Handlers, ActName> = {
  'appointment.checkIn': (call, tx) => act('checkIn', call, tx),
  'appointment.complete': (call, tx) => act('complete', call, tx),
  'appointment.markNoShow': (call, tx) => act('markNoShow', call, tx),
  'appointment.cancel': (call, tx) => act('cancel', call, tx),
  'appointment.restore': (call, tx) => act('restore', call, tx),
};

function act(name: StatusAct, call: ActCall, tx: WriteTx): { id: string; version: number } | Refusal {
  const record = recordToChange(TYPE, call, tx);
  if (isRefusal(record)) return record;
  const { id, values } = record;
  const status = values.status as AppointmentStatus;
  if (!canAct(name, status))
    return refuse(
      'CONSTRAINT_VIOLATED',
      `This appointment is ${APPOINTMENT_STATUSES[status].toLowerCase()}, so this cannot be done to it. Look at it again.`,
    );
  const trouble =
    refuseEarly(name, Number(values.startsAtMs), call.nowMs, readPractice(tx).timeZone) ??
    (name === 'restore' ? refuseReturn(tx, call, id, values) : null);
  if (trouble !== null) return trouble;
  const after = { ...values, status: STATUS_ACTS[name].to };
  updateRecord(tx, TYPE, id, { status: after.status }, { byUserId: actingUserId(call), nowMs: call.nowMs });
  call.note({ changes: recordChanges(tx, TYPE, values, after) });
  if (call.input.reason !== '') call.note({ why: call.input.reason });
  return { id, version: record.version + 1 };
}

/** Nobody has come, or has failed to come, before the day or the hour is there. */
function refuseEarly(name: StatusAct, startsAtMs: number, nowMs: number, zone: string): Refusal | null {
  const isLaterDay = localOf(startsAtMs, zone).day > localOf(nowMs, zone).day;
  if ((name === 'checkIn' || name === 'complete') && isLaterDay)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This appointment is on a later day. Move it to today if the patient is here.',
    );
  if (name === 'markNoShow' && startsAtMs > nowMs)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This appointment has not begun yet. Wait until its time has come, or cancel it.',
    );
  return null;
}

/** What was given up comes back only where its provider still works and its time is still free; what is over takes no
 *  time from anybody. */
function refuseReturn(tx: ReadTx, { scope, nowMs }: ActCall, id: string, values: RecordValues): Refusal | null {
  const { status, providerId, locationId, startsAtMs, endsAtMs } = values as {
    status: AppointmentStatus;
    providerId: string;
    locationId: string | null;
    startsAtMs: number;
    endsAtMs: number;
  };
  if (takesTime(status) || endsAtMs <= nowMs) return null;
  const isLeft =
    findUnreached(tx, 'provider', scope, [providerId], true).length > 0 ||
    findUnreached(tx, 'location', scope, locationId === null ? [] : [locationId], true).length > 0;
  if (isLeft)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'The provider or the location of this appointment is not in use any more. Book a new appointment instead.',
    );
  if (collisions(tx, scope, { providerId }, { fromMs: startsAtMs, toMs: endsAtMs }, id).length === 0) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'Its time was given to another appointment meanwhile. Move that one first, or book this patient anew.',
  );
}
