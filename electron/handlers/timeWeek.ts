// Weeks of working time: totals per person, and their approval by somebody else (S2.114).
import { readPractice } from '../../db/repositories/practice.ts';
import {
  deleteWeekApproval,
  findPunchesWithin,
  findWeekApproval,
  insertWeekApproval,
  type StoredPunch,
} from '../../db/repositories/punch.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { everyRowOf } from '../../shared/authorization/scope.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import { daysOfWeek, spanOfWeek, weekStartOf, workedByDay } from '../../shared/timeClock/workedTime.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { refuseOwn } from './punch.ts';

type PersonWeek = Output<'punch.readWeek'>['people'][number];

const readWeek: Handler<'punch.readWeek'> = (call, tx) => {
  const { timeZone } = readPractice(tx);
  const weekStart = weekStartOf(call.input.day ?? localOf(call.nowMs, timeZone).day);
  const days = daysOfWeek(weekStart);
  const span = spanOfWeek(weekStart, timeZone);
  const byPerson = new Map<string, StoredPunch[]>();
  for (const punch of findPunchesWithin(tx, span, call.scope))
    byPerson.set(punch.userId, [...(byPerson.get(punch.userId) ?? []), punch]);
  const people = [...byPerson].map(([userId, punches]): PersonWeek => {
    const dayMs = [...workedByDay(punches, days, timeZone, call.nowMs)];
    const approval = findWeekApproval(tx, userId, weekStart);
    return {
      userId,
      name: nameOf(tx, userId, call.nowMs),
      dayMs,
      totalMs: sumOf(dayMs),
      isOpen: punches.some(({ outAtMs }) => outAtMs === null),
      approval:
        approval === null
          ? null
          : {
              by: nameOf(tx, approval.approvedBy, call.nowMs),
              atMs: approval.approvedAtMs,
              workedMs: approval.workedMs,
            },
    };
  });
  people.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  call.note({ count: people.length });
  return { weekStart, days: [...days], isOver: call.nowMs >= span.toMs, people };
};

const approveWeek: Handler<'punch.approveWeek'> = (call, tx) => {
  const { userId, weekStart } = call.input;
  const { timeZone } = readPractice(tx);
  const span = spanOfWeek(weekStart, timeZone);
  const punches = findPunchesWithin(tx, span, everyRowOf(userId));
  const refusal =
    refuseOwn(call, userId) ??
    refuseNoWeek(weekStart) ??
    (call.nowMs < span.toMs
      ? refuse('CONSTRAINT_VIOLATED', 'This week is not over yet. Approve it afterwards.')
      : null) ??
    (punches.length === 0
      ? refuse('NOT_FOUND', 'There is no working time of this person in this week, so there is nothing to approve.')
      : null) ??
    (punches.some(({ outAtMs }) => outAtMs === null)
      ? refuse('CONSTRAINT_VIOLATED', 'A punch of this week has no end yet. Correct it first, then approve the week.')
      : null) ??
    (findWeekApproval(tx, userId, weekStart) === null ? null : refuse('CONFLICT', 'This week is approved already.'));
  if (refusal !== null) return refusal;
  const workedMs = sumOf(workedByDay(punches, daysOfWeek(weekStart), timeZone, call.nowMs));
  insertWeekApproval(tx, userId, weekStart, { workedMs, approvedBy: actingUserId(call), approvedAtMs: call.nowMs });
  noteWeek(call, tx, [{ field: 'Approved minutes', old: null, new: String(Math.floor(workedMs / MINUTE_MS)) }]);
  return {};
};

const reopenWeek: Handler<'punch.reopenWeek'> = (call, tx) => {
  const { userId, weekStart, reason } = call.input;
  const own = refuseOwn(call, userId);
  if (own !== null) return own;
  const approval = findWeekApproval(tx, userId, weekStart);
  if (approval === null) return refuse('NOT_FOUND', 'This week is not approved, so there is nothing to take back.');
  deleteWeekApproval(tx, userId, weekStart);
  const minutes = String(Math.floor(approval.workedMs / MINUTE_MS));
  noteWeek(call, tx, [{ field: 'Approved minutes', old: minutes, new: null }]);
  call.note({ why: reason });
  return {};
};

export const timeWeekHandlers = {
  'punch.readWeek': readWeek,
  'punch.approveWeek': approveWeek,
  'punch.reopenWeek': reopenWeek,
};

const MINUTE_MS = 60_000;

function refuseNoWeek(weekStart: string): Refusal | null {
  if (weekStartOf(weekStart) === weekStart) return null;
  const message = 'the first day of a week is a Sunday';
  return refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, {
    fields: [{ path: 'weekStart', message }],
  });
}

function noteWeek(
  call: Parameters<typeof approveWeek>[0] | Parameters<typeof reopenWeek>[0],
  tx: ReadTx,
  changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[],
): void {
  const { userId, weekStart } = call.input;
  const label = `week of ${weekStart}, ${nameOf(tx, userId, call.nowMs)}`;
  call.note({ object: { type: 'timeWeek', id: `${userId}|${weekStart}`, label }, changes });
}

function nameOf(tx: ReadTx, userId: string, nowMs: number): string {
  return readSubjectRights(tx, userId, nowMs)?.name ?? userId;
}

function sumOf(dayMs: readonly number[]): number {
  return dayMs.reduce((sum, ms) => sum + ms, 0);
}
