// Changes of an appointment's state: each only from where it makes sense, and never before its time.

import { updateRecord } from '../../../db/records/storedRecord.ts';
import { readPractice } from '../../../db/repositories/practice.ts';
import type { WriteTx } from '../../../db/transaction.ts';
import { appointment } from '../../../shared/catalogue/records/appointment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  canAct,
  STATUS_ACTS,
  type StatusAct,
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
  const early = refuseEarly(name, Number(values.startsAtMs), call.nowMs, readPractice(tx).timeZone);
  if (early !== null) return early;
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
