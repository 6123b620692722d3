// Lock-outs as stored: of a person, of everybody who holds a role, of a workstation (S5.10).
import type { Condition } from '../condition.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

/** Who or what is locked out: a user id, a role id or the name of a workstation. */
export interface LockOutTarget {
  readonly kind: 'user' | 'role' | 'workstation';
  readonly id: string;
}

export interface LockOut {
  /** The lock-out is over from this moment on; null: it lasts until it is ended. */
  readonly untilMs: number | null;
  readonly reason: string;
  readonly byUserId: string;
  readonly atMs: number;
}

/** A lock-out that keeps a person out: their own, or that of a role they hold. */
export interface LockOutOfPerson extends LockOut {
  readonly kind: 'user' | 'role';
  readonly roleName: string | null;
}

/** Condition, with `:nowMs`, under which a row of `lock_out` counts. */
export const IN_FORCE_SQL = '(lock_out.until_ms IS NULL OR lock_out.until_ms > :nowMs)';

/** Locks out; a lock-out of the same target that is there already is replaced. */
export function lockOut(tx: WriteTx, { kind, id }: LockOutTarget, { untilMs, reason, byUserId, atMs }: LockOut): void {
  tx.prepare(
    `INSERT INTO lock_out (kind, target_id, until_ms, reason, by_user_id, at_ms) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, target_id) DO UPDATE SET until_ms = excluded.until_ms, reason = excluded.reason,
       by_user_id = excluded.by_user_id, at_ms = excluded.at_ms`,
  ).run(kind, id, untilMs, reason, byUserId, atMs);
}

/** Ends a lock-out, if there is one. */
export function endLockOut(tx: WriteTx, { kind, id }: LockOutTarget): void {
  tx.prepare('DELETE FROM lock_out WHERE kind = ? AND target_id = ?').run(kind, id);
}

/** The lock-out of exactly this target that counts at `nowMs`, or null. */
export function readLockOut(tx: ReadTx, { kind, id }: LockOutTarget, nowMs: number): LockOut | null {
  const sql = `SELECT until_ms AS untilMs, reason, by_user_id AS byUserId, at_ms AS atMs FROM lock_out
    WHERE kind = :kind AND target_id = :id AND ${IN_FORCE_SQL}`;
  return tx.prepare<LockOut>(sql).get({ kind, id, nowMs }) ?? null;
}

/** Whether a person is kept out at `nowMs` by a lock-out of their own or, unless they are a Super User, of a role. */
export function isPersonLockedOut(tx: ReadTx, userId: string, isSuperUser: boolean, nowMs: number): boolean {
  return tx.prepare(PERSON_SQL).get({ userId, exempt: isSuperUser ? 1 : 0, nowMs }) !== undefined;
}

/** Whether any of these roles is locked out at `nowMs`. */
export function isAnyRoleLockedOut(tx: ReadTx, roleIds: readonly string[], nowMs: number): boolean {
  const sql = `SELECT 1 FROM lock_out WHERE kind = 'role'
    AND target_id IN (SELECT value FROM json_each(:roleIds)) AND ${IN_FORCE_SQL} LIMIT 1`;
  return tx.prepare(sql).get({ roleIds: JSON.stringify(roleIds), nowMs }) !== undefined;
}

/** Whether a workstation takes Super Users alone at `nowMs`. */
export function isWorkstationLockedOut(tx: ReadTx, workstation: string, nowMs: number): boolean {
  return readLockOut(tx, { kind: 'workstation', id: workstation }, nowMs) !== null;
}

/** The rows of `user` who are kept out at `nowMs` in person or with a role. */
export function isLockedOutSql(nowMs: number): Condition {
  const inForce = '(lock_out.until_ms IS NULL OR lock_out.until_ms > ?)';
  return {
    sql: `(user.id IN (SELECT target_id FROM lock_out WHERE kind = 'user' AND ${inForce})
      OR user.is_super_user = 0 AND user.id IN (SELECT user_role.user_id FROM user_role
        JOIN lock_out ON lock_out.kind = 'role' AND lock_out.target_id = user_role.role_id WHERE ${inForce}))`,
    parameters: [nowMs, nowMs],
  };
}

/** What keeps each of these people out at `nowMs`, their own lock-out first; people without any are left out. */
export function lockOutsOfPeople(
  tx: ReadTx,
  userIds: readonly string[],
  nowMs: number,
): Map<string, LockOutOfPerson[]> {
  const found = new Map<string, LockOutOfPerson[]>();
  const rows = tx.prepare<PersonRow>(PEOPLE_SQL).all({ userIds: JSON.stringify(userIds), nowMs });
  for (const { userId, ...lockOutOfPerson } of rows) found.set(userId, [...(found.get(userId) ?? []), lockOutOfPerson]);
  return found;
}

/** The moment from which none of these counts any more, or null when one has no end. */
export function latestEnd(ends: readonly { readonly untilMs: number | null }[]): number | null {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { untilMs } of ends) {
    if (untilMs === null) return null;
    latest = Math.max(latest, untilMs);
  }
  return ends.length === 0 ? null : latest;
}

interface PersonRow extends LockOutOfPerson {
  userId: string;
}

const PERSON_SQL = `SELECT 1 FROM lock_out WHERE kind = 'user' AND target_id = :userId AND ${IN_FORCE_SQL}
  UNION ALL SELECT 1 FROM user_role JOIN lock_out ON lock_out.kind = 'role' AND lock_out.target_id = user_role.role_id
    WHERE user_role.user_id = :userId AND :exempt = 0 AND ${IN_FORCE_SQL} LIMIT 1`;
const SHOWN = 'until_ms AS untilMs, reason, by_user_id AS byUserId, at_ms AS atMs';
const PEOPLE_SQL = `SELECT target_id AS userId, lock_out.kind, NULL AS roleName, ${SHOWN}
    FROM lock_out WHERE kind = 'user' AND target_id IN (SELECT value FROM json_each(:userIds)) AND ${IN_FORCE_SQL}
  UNION ALL SELECT user_role.user_id, lock_out.kind, role.name, ${SHOWN}
    FROM lock_out JOIN user_role ON user_role.role_id = lock_out.target_id
    JOIN role ON role.id = user_role.role_id JOIN user ON user.id = user_role.user_id
    WHERE lock_out.kind = 'role' AND user.is_super_user = 0
      AND user_role.user_id IN (SELECT value FROM json_each(:userIds)) AND ${IN_FORCE_SQL}`;
