// The time clock: everybody punches for themselves by the guarded clock; others correct with a reason (S2.114).

import { insertRecord, updateRecord } from '../../db/records/storedRecord.ts';
import { findColleagues } from '../../db/repositories/colleague.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { findOpenPunch, findPunchesWithin, findWeekApproval, type StoredPunch } from '../../db/repositories/punch.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { isPatientLogin } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { everyRowOf } from '../../shared/authorization/scope.ts';
import { punch } from '../../shared/catalogue/records/punch.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import { overlaps, WEEK_DAYS, type Worked, weekStartOf } from '../../shared/timeClock/workedTime.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { noteRecord, recordHandlers, recordToChange } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';

const PUNCH = punch as unknown as RecordType;
type PunchValues = ValuesOf<typeof punch.fields>;

const punchIn: Handler<'punch.in'> = (call, tx, services) => {
  const userId = actingUserId(call);
  if (findOpenPunch(tx, userId) !== null)
    return refuse('CONFLICT', 'You are punched in already. Punch out first, or ask for a correction.');
  const now = { inAtMs: call.nowMs, outAtMs: null };
  const refusal = refuseApproved(tx, userId, [now], call.nowMs) ?? refuseOverlap(tx, userId, null, now);
  if (refusal !== null) return refusal;
  const id = services.newId();
  const values = { userId, ...now, note: call.input.note };
  insertRecord(tx, PUNCH, id, values, { byUserId: userId, nowMs: call.nowMs });
  noteRecord(PUNCH, call, id, values);
  return { id, atMs: call.nowMs };
};

const punchOut: Handler<'punch.out'> = (call, tx) => {
  const userId = actingUserId(call);
  const open = findOpenPunch(tx, userId);
  if (open === null) return refuse('CONFLICT', 'You are not punched in, so there is nothing to end. Punch in first.');
  const note = [open.note, call.input.note]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, MAX_NOTE);
  updateRecord(tx, PUNCH, open.id, { outAtMs: call.nowMs, note }, { byUserId: userId, nowMs: call.nowMs });
  noteRecord(PUNCH, call, open.id, {});
  return { id: open.id, atMs: call.nowMs };
};

const readOwn: Handler<'punch.readOwn'> = (call, tx) => ({
  openSinceMs: findOpenPunch(tx, actingUserId(call))?.inAtMs ?? null,
});

const correct: Handler<'punch.correct'> = (call, tx) => {
  const record = recordToChange(PUNCH, call, tx);
  if (isRefusal(record)) return record;
  const before = record.values as unknown as PunchValues;
  const { inAtMs, outAtMs, note, reason } = call.input;
  const after = { inAtMs, outAtMs };
  const refusal =
    refuseOwn(call, before.userId) ??
    refuseImpossible(after, call.nowMs) ??
    refuseApproved(tx, before.userId, [before, after], call.nowMs) ??
    refuseOverlap(tx, before.userId, record.id, after);
  if (refusal !== null) return refusal;
  updateRecord(tx, PUNCH, record.id, { ...after, note }, { byUserId: actingUserId(call), nowMs: call.nowMs });
  call.note({
    why: reason,
    changes: [
      { field: 'In', old: wordOf(before.inAtMs), new: wordOf(inAtMs) },
      { field: 'Out', old: wordOf(before.outAtMs), new: wordOf(outAtMs) },
      { field: 'Note', old: before.note || null, new: note || null },
    ].filter((change) => change.old !== change.new),
  });
  return { id: record.id, version: record.version + 1 };
};

const addMissing: Handler<'punch.addMissing'> = (call, tx, services) => {
  const { userId, inAtMs, outAtMs, note, reason } = call.input;
  const person = readSubjectRights(tx, userId, call.nowMs);
  if (person === null) return refuse('NOT_FOUND', 'This person is not here any more. Choose somebody else.');
  const added = { inAtMs, outAtMs };
  const refusal =
    refuseOwn(call, userId) ??
    refuseImpossible(added, call.nowMs) ??
    refuseApproved(tx, userId, [added], call.nowMs) ??
    refuseOverlap(tx, userId, null, added);
  if (refusal !== null) return refusal;
  const id = services.newId();
  const values = { userId, ...added, note };
  insertRecord(tx, PUNCH, id, values, { byUserId: actingUserId(call), nowMs: call.nowMs });
  noteRecord(PUNCH, call, id, values);
  call.note({
    why: reason,
    changes: [
      { field: 'Person', old: null, new: person.name },
      { field: 'In', old: null, new: wordOf(inAtMs) },
      { field: 'Out', old: null, new: wordOf(outAtMs) },
    ],
  });
  return { id };
};

/** Colleagues are named to each other, not to a patient at the desk or to whoever came with the recovery code. */
const findPeople: Handler<'practice.findPeople'> = (call, tx) => {
  const userId = actingUserId(call);
  if (call.subject?.kind !== 'person' || isPatientLogin(tx, userId)) return { rows: [] };
  return { rows: findColleagues(tx, call.input.search, call.input.limit, userId) };
};

export const punchHandlers = {
  ...recordHandlers(punch, {
    checkDelete: (tx, call, values) =>
      refuseOwn(call, values.userId) ?? refuseApproved(tx, values.userId, [values], call.nowMs),
  }),
  'practice.findPeople': findPeople,
  'punch.readOwn': readOwn,
  'punch.in': punchIn,
  'punch.out': punchOut,
  'punch.correct': correct,
  'punch.addMissing': addMissing,
};

const MAX_NOTE = 200;

/** Four eyes: nobody writes their own working time, whatever their rights. */
export function refuseOwn(call: Pick<RuledCall, 'subject'>, userId: string): Refusal | null {
  if (actingUserId(call) !== userId) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'Nobody corrects or approves their own working time. Ask somebody else who holds this right.',
  );
}

function refuseImpossible({ inAtMs, outAtMs }: Worked, nowMs: number): Refusal | null {
  const fault = (path: string, message: string) =>
    refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, { fields: [{ path, message }] });
  if (inAtMs > nowMs) return fault('inAtMs', 'the time in lies in the future');
  if (inAtMs < nowMs - LONGEST_BACK_MS) return fault('inAtMs', 'the time in is more than ten years ago');
  if (outAtMs === null) return null;
  if (outAtMs > nowMs) return fault('outAtMs', 'the time out lies in the future');
  if (outAtMs <= inAtMs) return fault('outAtMs', 'the time out must be later than the time in');
  return outAtMs - inAtMs > LONGEST_MS ? fault('outAtMs', 'one punch cannot be longer than 24 hours') : null;
}

const LONGEST_MS = 24 * 3_600_000;
/** Such a year is a slip of the finger, and every week since then would be looked up. */
const LONGEST_BACK_MS = 10 * 366 * LONGEST_MS;

/** What lies in an approved week stands until its approval is taken back. */
function refuseApproved(tx: ReadTx, userId: string, worked: readonly Worked[], nowMs: number): Refusal | null {
  const { timeZone } = readPractice(tx);
  const isApproved = worked.some(({ inAtMs, outAtMs }) => {
    const last = weekStartOf(localOf(outAtMs ?? Math.max(inAtMs, nowMs), timeZone).day);
    let week = weekStartOf(localOf(inAtMs, timeZone).day);
    for (; week <= last; week = addDays(week, WEEK_DAYS)) if (findWeekApproval(tx, userId, week) !== null) return true;
    return false;
  });
  if (!isApproved) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This week is approved, so its punches stand. Take the approval back first, with a reason.',
  );
}

function refuseOverlap(tx: ReadTx, userId: string, exceptId: string | null, after: Worked): Refusal | null {
  const span = { fromMs: after.inAtMs, toMs: after.outAtMs ?? Number.MAX_SAFE_INTEGER };
  const others = findPunchesWithin(tx, span, everyRowOf(userId)).filter(({ id }) => id !== exceptId);
  const open = findOpenPunch(tx, userId);
  const isSecondOpen = after.outAtMs === null && open !== null && open.id !== exceptId;
  if (!isSecondOpen && !others.some((other: StoredPunch) => overlaps(other, after))) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This person has another punch in that time. Correct that one first, or choose other times.',
  );
}

function wordOf(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
