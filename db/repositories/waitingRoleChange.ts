// Changes of roles that wait for their day (S1.06): one for each role at most.
import { type RoleFields, roleFields } from '../../shared/catalogue/procedures/roleShapes.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import type { RoleStamp } from './roleStore.ts';

export interface WaitingRoleChange extends RoleStamp {
  readonly roleId: string;
  readonly effectiveAtMs: number;
  /** Null when it names rights this version does not know any more; then it is never applied. */
  readonly fields: RoleFields | null;
  readonly confirmsWidening: boolean;
  /** Who approved it where two people are needed. */
  readonly approvedBy: string | null;
}

/** The change that waits for one role, or null. */
export function readWaitingChange(tx: ReadTx, roleId: string): WaitingRoleChange | null {
  const row = tx.prepare<WaitingRow>(`${WAITING_SQL} WHERE role_id = ?`).get(roleId);
  return row === undefined ? null : waitingOf(row);
}

/** The changes whose time has come at `nowMs`, the earliest first. */
export function dueRoleChanges(tx: ReadTx, nowMs: number): WaitingRoleChange[] {
  return tx
    .prepare<WaitingRow>(`${WAITING_SQL} WHERE effective_at_ms <= ? ORDER BY effective_at_ms, role_id`)
    .all(nowMs)
    .map(waitingOf);
}

/** Lets a change wait. */
export function insertWaitingChange(tx: WriteTx, change: WaitingRoleChange): void {
  tx.prepare(
    `INSERT INTO role_change (role_id, fields, confirms_widening, effective_at_ms, reason, by_user_id, at_ms, approved_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    change.roleId,
    JSON.stringify(change.fields),
    change.confirmsWidening ? 1 : 0,
    change.effectiveAtMs,
    change.reason,
    change.byUserId,
    change.atMs,
    change.approvedBy,
  );
}

/** Takes the waiting change of a role away, applied or not. */
export function deleteWaitingChange(tx: WriteTx, roleId: string): void {
  tx.prepare('DELETE FROM role_change WHERE role_id = ?').run(roleId);
}

interface WaitingRow {
  roleId: string;
  fields: string;
  confirmsWidening: number;
  effectiveAtMs: number;
  reason: string;
  byUserId: string;
  atMs: number;
  approvedBy: string | null;
}

const WAITING_SQL = `SELECT role_id AS roleId, fields, confirms_widening AS confirmsWidening,
  effective_at_ms AS effectiveAtMs, reason, by_user_id AS byUserId, at_ms AS atMs,
  approved_by AS approvedBy FROM role_change`;

function waitingOf(row: WaitingRow): WaitingRoleChange {
  const read = roleFields.safeParse(JSON.parse(row.fields));
  return { ...row, fields: read.success ? read.data : null, confirmsWidening: row.confirmsWidening === 1 };
}
