// Who was given which role when, by whom, why and approved by whom; and when it was taken again (S3.05). Rows stay.
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export interface GivingStamp {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string | null;
  /** Who approved it where two people are needed. */
  readonly approvedBy?: string;
}

export interface GivenRole {
  readonly person: string;
  readonly loginId: string;
  readonly givenAtMs: number;
  readonly givenBy: string;
  readonly givenReason: string | null;
  readonly approvedBy: string | null;
  readonly takenAtMs: number | null;
  readonly takenBy: string | null;
  readonly takenReason: string | null;
}

/** Notes what is given and taken when a user's roles become exactly `roleIds`; to be called before they are stored. */
export function noteGivenRoles(tx: WriteTx, userId: string, roleIds: readonly string[], stamp: GivingStamp): void {
  const held = tx
    .prepare<{ roleId: string }>('SELECT role_id AS roleId FROM user_role WHERE user_id = ?')
    .all(userId)
    .map(({ roleId }) => roleId);
  const give = tx.prepare(
    `INSERT INTO given_role (id, user_id, role_id, role_name, given_at_ms, given_by, given_reason, given_approved_by)
     SELECT :userId || '|' || :roleId || '|' || (SELECT count(*) FROM given_role WHERE user_id = :userId AND role_id = :roleId),
       :userId, :roleId, name, :atMs, :byUserId, :reason, :approvedBy FROM role WHERE id = :roleId`,
  );
  const { atMs, byUserId, reason, approvedBy = null } = stamp;
  for (const roleId of roleIds.filter((id) => !held.includes(id)))
    give.run({ userId, roleId, atMs, byUserId, reason, approvedBy });
  const take = tx.prepare(
    `UPDATE given_role SET taken_at_ms = :atMs, taken_by = :byUserId, taken_reason = :reason
     WHERE user_id = :userId AND role_id = :roleId AND taken_at_ms IS NULL`,
  );
  for (const roleId of held.filter((id) => !roleIds.includes(id))) take.run({ userId, roleId, atMs, byUserId, reason });
}

/** Everybody the role was ever given to since this is kept, the newest first. */
export function findGivenRoles(tx: ReadTx, roleId: string): GivenRole[] {
  return tx
    .prepare<GivenRow>(
      `SELECT last_name AS lastName, first_name AS firstName, middle_initial AS middleInitial, login_id AS loginId,
         given_at_ms AS givenAtMs, given_by AS givenBy, given_reason AS givenReason,
         given_approved_by AS approvedBy, taken_at_ms AS takenAtMs, taken_by AS takenBy, taken_reason AS takenReason
       FROM given_role JOIN user ON user.id = given_role.user_id
       WHERE role_id = ? ORDER BY given_at_ms DESC, given_role.id DESC`,
    )
    .all(roleId)
    .map(({ lastName, firstName, middleInitial, givenBy, approvedBy, takenBy, ...row }) => ({
      ...row,
      person: displayName({ lastName, firstName, middleInitial }),
      givenBy: nameOfActor(tx, givenBy),
      approvedBy: approvedBy === null ? null : nameOfActor(tx, approvedBy),
      takenBy: takenBy === null ? null : nameOfActor(tx, takenBy),
    }));
}

interface GivenRow {
  lastName: string;
  firstName: string;
  middleInitial: string;
  loginId: string;
  givenAtMs: number;
  givenBy: string;
  givenReason: string | null;
  approvedBy: string | null;
  takenAtMs: number | null;
  takenBy: string | null;
  takenReason: string | null;
}
