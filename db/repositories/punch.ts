// Punches and approved weeks as stored (S2.114).
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { punch } from '../../shared/catalogue/records/punch.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

const PUNCH = punch as unknown as RecordType;

export interface StoredPunch {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly inAtMs: number;
  readonly outAtMs: number | null;
  readonly note: string;
}

export interface WeekApproval {
  readonly approvedBy: string;
  readonly approvedAtMs: number;
  readonly workedMs: number;
}

const PUNCH_SQL = `SELECT id, version, user_id AS userId, in_at_ms AS inAtMs, out_at_ms AS outAtMs, note FROM punch`;

/** The one punch of a person that has not ended, or null. */
export function findOpenPunch(tx: ReadTx, userId: string): StoredPunch | null {
  return tx.prepare<StoredPunch>(`${PUNCH_SQL} WHERE user_id = ? AND out_at_ms IS NULL`).get(userId) ?? null;
}

/** The punches in reach that touch a span of time, in order. */
export function findPunchesWithin(
  tx: ReadTx,
  span: { readonly fromMs: number; readonly toMs: number },
  reach: RecordReach,
): readonly StoredPunch[] {
  const inReach = reachToSql(reach, PUNCH);
  return tx
    .prepare<StoredPunch>(
      `${PUNCH_SQL} WHERE ${inReach.sql} AND in_at_ms < ? AND (out_at_ms IS NULL OR out_at_ms > ?) ORDER BY in_at_ms, id`,
    )
    .all(...inReach.parameters, span.toMs, span.fromMs);
}

/** The approval of a person's week, or null. */
export function findWeekApproval(tx: ReadTx, userId: string, weekStart: string): WeekApproval | null {
  return (
    tx
      .prepare<WeekApproval>(
        `SELECT approved_by AS approvedBy, approved_at_ms AS approvedAtMs, worked_ms AS workedMs
         FROM week_approval WHERE user_id = ? AND week_start = ?`,
      )
      .get(userId, weekStart) ?? null
  );
}

/** Writes the approval of a week; the caller writes the audit entry. */
export function insertWeekApproval(tx: WriteTx, userId: string, weekStart: string, approval: WeekApproval): void {
  tx.prepare(
    `INSERT INTO week_approval (user_id, week_start, worked_ms, approved_by, approved_at_ms) VALUES (?, ?, ?, ?, ?)`,
  ).run(userId, weekStart, approval.workedMs, approval.approvedBy, approval.approvedAtMs);
}

/** Takes the approval of a week back; the log keeps that it was there. */
export function deleteWeekApproval(tx: WriteTx, userId: string, weekStart: string): void {
  tx.prepare('DELETE FROM week_approval WHERE user_id = ? AND week_start = ?').run(userId, weekStart);
}
