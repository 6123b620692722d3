// Calls: taken, assigned, handed on with a reason, done; without a way into the patient record (S2.113).
import { basename } from 'node:path';
import { readRowTies, tiesOfValues } from '../../db/records/rowTies.ts';
import { readRecord, updateRecord } from '../../db/records/storedRecord.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import { EVERY_ROW, isReached, type RowTies } from '../../shared/authorization/scope.ts';
import { CALL_STATUSES, call as callType, MAX_TRANSCRIPT_CHARACTERS } from '../../shared/catalogue/records/call.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { readTranscript, TOO_LONG } from '../import/readTranscript.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { maySeePatient, recordWithoutPatient, refuseUnseenPatient, rowWithoutPatient } from './callPatient.ts';
import { recordHandlers, recordToChange } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';
import { WITHHELD } from './userChanges.ts';

const CALL = callType as unknown as RecordType;
type CallValues = ValuesOf<typeof callType.fields>;

/** A clock of another program may run a little ahead. */
const LATEST_AHEAD_MS = 10 * 60_000;

const general = recordHandlers(callType, {
  start: () => ({ status: 'open' as const }),
  checkCreate: (tx, call, values) =>
    refuseUnseenPatient(call, values.patientId) ??
    refuseFuture(call.nowMs, values.atMs) ??
    (values.ownerId === actingUserId(call)
      ? null
      : refuseReceiver(tx, values.ownerId, tiesOfValues(tx, CALL, null, values as never), call.nowMs)),
  checkUpdate: (_tx, call, before, after) => {
    if (before.status === 'done') return DONE;
    if (before.ownerId !== after.ownerId)
      return refuse('CONSTRAINT_VIOLATED', 'Hand the call on instead: it asks for the reason and keeps it.');
    return refuseFuture(call.nowMs, after.atMs);
  },
});

const find: Handler<'call.find'> = (call, tx, services) => {
  const found = general['call.find'](call, tx, services);
  return isRefusal(found) || maySeePatient(call) ? found : { ...found, rows: found.rows.map(rowWithoutPatient) };
};

const read: Handler<'call.read'> = (call, tx, services) => {
  const record = general['call.read'](call, tx, services);
  return isRefusal(record) || maySeePatient(call) ? record : recordWithoutPatient(record);
};

/** Whoever does not see the patient sends none back, and what is stored stays. */
const update: Handler<'call.update'> = (call, tx, services) => {
  if (maySeePatient(call)) return general['call.update'](call, tx, services);
  const refusal = refuseUnseenPatient(call, call.input.fields.patientId);
  if (refusal !== null) return refusal;
  const stored = readRecord(tx, CALL, EVERY_ROW, call.input.id)?.values as unknown as CallValues | undefined;
  const fields = { ...call.input.fields, patientId: stored?.patientId ?? null };
  return general['call.update']({ ...call, input: { ...call.input, fields } }, tx, services);
};

const exportCalls: Handler<'call.export'> = (call, tx, services) =>
  maySeePatient(call)
    ? general['call.export'](call, tx, services)
    : refuse('CONSTRAINT_VIOLATED', 'The list names patients, so saving it also needs “Patients: View”.');

const finish: Handler<'call.finish'> = (call, tx) => changeStatus(call, tx, 'done', DONE);

const reopen: Handler<'call.reopen'> = (call, tx) => {
  call.note({ why: call.input.reason });
  return changeStatus(call, tx, 'open', refuse('CONFLICT', 'This call is open already.'));
};

const handOn: Handler<'call.handOn'> = (call, tx) => {
  const record = recordToChange(CALL, call, tx);
  if (isRefusal(record)) return record;
  const { ownerId, status } = record.values as unknown as CallValues;
  const { toUserId, reason } = call.input;
  if (status === 'done') return DONE;
  if (toUserId === ownerId)
    return refuse('CONSTRAINT_VIOLATED', 'The call is assigned to this person already. Choose somebody else.');
  const ties = readRowTies(tx, CALL, record.id);
  if (ties === null) throw new Error('an open call is not there');
  const refusal = refuseReceiver(tx, toUserId, ties, call.nowMs);
  if (refusal !== null) return refusal;
  updateRecord(tx, CALL, record.id, { ownerId: toUserId }, stampOf(call));
  const nameOf = (id: string) => readSubjectRights(tx, id, call.nowMs)?.name ?? id;
  call.note({ why: reason, changes: [{ field: 'Assigned to', old: nameOf(ownerId), new: nameOf(toUserId) }] });
  return { id: record.id, version: record.version + 1 };
};

const importTranscript: Handler<'call.importTranscript'> = (call, tx) => {
  const record = recordToChange(CALL, call, tx);
  if (isRefusal(record)) return record;
  const { transcript, status } = record.values as unknown as CallValues;
  if (status === 'done') return DONE;
  const { path } = call.prepared;
  if (path === null) return { isImported: false };
  const added = readTranscript(path);
  if (isRefusal(added)) return added;
  const whole = transcript === '' ? added : `${transcript}\n\n${added}`;
  if (whole.length > MAX_TRANSCRIPT_CHARACTERS) return TOO_LONG;
  updateRecord(tx, CALL, record.id, { transcript: whole }, stampOf(call));
  call.note({ changes: [{ field: 'Transcript', old: transcript === '' ? null : WITHHELD, new: WITHHELD }] });
  return { isImported: true, id: record.id, version: record.version + 1, fileName: basename(path) };
};

export const callHandlers = {
  ...general,
  'call.find': find,
  'call.read': read,
  'call.update': update,
  'call.export': exportCalls,
  'call.finish': finish,
  'call.reopen': reopen,
  'call.handOn': handOn,
  'call.importTranscript': importTranscript,
};

const DONE = refuse(
  'CONSTRAINT_VIOLATED',
  'This call is done, so it can no longer be changed. Open it again first, with a reason.',
);

function changeStatus(
  call: RuledCall & { readonly input: { readonly id: string; readonly version: number } },
  tx: Parameters<Handler<'call.finish'>>[1],
  status: CallValues['status'],
  isSoAlready: Refusal,
): { id: string; version: number } | Refusal {
  const record = recordToChange(CALL, call, tx);
  if (isRefusal(record)) return record;
  const before = (record.values as unknown as CallValues).status;
  if (before === status) return isSoAlready;
  updateRecord(tx, CALL, record.id, { status }, stampOf(call));
  call.note({ changes: [{ field: 'Status', old: CALL_STATUSES[before], new: CALL_STATUSES[status] }] });
  return { id: record.id, version: record.version + 1 };
}

/** A call given to somebody who would never see it would be lost, so the receiver must be able to open it. */
function refuseReceiver(tx: ReadTx, userId: string, ties: RowTies, nowMs: number): Refusal | null {
  const receiver = readSubjectRights(tx, userId, nowMs);
  if (receiver?.status !== 'active' || receiver.isLockedOut)
    return refuse('CONSTRAINT_VIOLATED', 'This person cannot sign in at present. Choose somebody else.');
  const held = heldPermissions(receiver.rights);
  const reach = { ...EVERY_ROW, ...receiver.scope };
  if (isReached(ties, reach) && (held.has('call:read') || held.has('call:readOwn'))) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This person could not open the call: their rights or their provider limit do not reach it. Choose somebody else.',
  );
}

function refuseFuture(nowMs: number, atMs: number): Refusal | null {
  if (atMs <= nowMs + LATEST_AHEAD_MS) return null;
  const message = 'the time of the call lies in the future';
  return refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, {
    fields: [{ path: 'atMs', message }],
  });
}

function stampOf(call: Pick<RuledCall, 'subject' | 'nowMs'>) {
  return { byUserId: actingUserId(call), nowMs: call.nowMs };
}
