// Users as stored: finding, adding, renaming, and what signing in leaves behind.

import { borrowedRights, conditionsOfRights } from '../../shared/authorization/rightWays.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { foldLoginId } from '../../shared/people/foldLoginId.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import type { AssignedScope } from './givenRights.ts';
import { isPersonLockedOut, isWorkstationLockedOut } from './lockOut.ts';
import { readSubjectRights, type UserStatus } from './rights.ts';
import { readUser, type SignIn, type UserRow, userOf } from './storedUser.ts';

export interface SessionUser {
  readonly userId: string;
  readonly name: string;
  readonly loginId: string;
  readonly status: UserStatus;
  readonly isSuperUser: boolean;
  /** Locked out at the moment asked about, in person, with a role or with the workstation they sit at. */
  readonly isLockedOut: boolean;
}

export interface UserInfo {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleInitial: string;
  readonly loginId: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
}

export interface NewUser extends UserInfo {
  readonly userId: string;
  readonly isSuperUser: boolean;
  /** Of selected providers only the choice is kept here; storeRights() writes which. */
  readonly scope: AssignedScope;
  /** Id of the user who adds this one; a first user adds themselves. */
  readonly byUserId: string;
  readonly nowMs: number;
}

/** Whether the login id belongs or ever belonged to somebody other than `exceptUserId` (S5.05: never re-issued). */
export function isLoginIdTaken(tx: ReadTx, loginId: string, exceptUserId: string | null = null): boolean {
  const folded = foldLoginId(loginId);
  const owner = exceptUserId ?? '';
  return tx.prepare(TAKEN_SQL).get(folded, owner, folded, owner) !== undefined;
}

/** Adds a user, invited until they set a password, and returns their number. The caller has checked that the login id is free. */
export function insertUser(tx: WriteTx, user: NewUser): number {
  const highest = tx.prepare<{ number: number | null }>('SELECT max(number) AS number FROM user').get();
  const number = (highest?.number ?? 0) + 1;
  tx.prepare(INSERT_SQL).run({
    ...infoParameters(user),
    id: user.userId,
    number,
    isSuperUser: user.isSuperUser ? 1 : 0,
    providerScope: user.scope.kind,
    byUserId: user.byUserId,
    nowMs: user.nowMs,
  });
  return number;
}

/** Changes names, login id and contact data. A login id given up is kept as retired, so nobody else ever gets it. */
export function updateUserInfo(tx: WriteTx, userId: string, info: UserInfo, atMs: number): void {
  const before = readUser(tx, userId);
  if (before !== null && foldLoginId(before.loginId) !== foldLoginId(info.loginId))
    retireLoginId(tx, userId, before.loginId, atMs);
  tx.prepare(UPDATE_INFO_SQL).run({ ...infoParameters(info), id: userId });
}

/** Remembers that a login id was this user's, for good. */
export function retireLoginId(tx: WriteTx, userId: string, loginId: string, atMs: number): void {
  tx.prepare(
    `INSERT INTO retired_login_id (login_id_folded, user_id, retired_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (login_id_folded) DO UPDATE SET retired_at_ms = excluded.retired_at_ms`,
  ).run(foldLoginId(loginId), userId, atMs);
}

/** Notes who changed the user and counts the version up; returns the new version. Call once per change. */
export function stampUser(tx: WriteTx, userId: string, byUserId: string, atMs: number): number {
  tx.prepare('UPDATE user SET version = version + 1, changed_by = ?, changed_at_ms = ? WHERE id = ?').run(
    byUserId,
    atMs,
    userId,
  );
  return readUser(tx, userId)?.version ?? 0;
}

/** An invited or reset user set a password: active from now on. */
export function activateUser(tx: WriteTx, userId: string, nowMs: number): void {
  tx.prepare("UPDATE user SET status = 'active' WHERE id = ? AND status = 'invited'").run(userId);
  recordPasswordChange(tx, userId, nowMs);
}

/** Notes when the user last set a password. */
export function recordPasswordChange(tx: WriteTx, userId: string, nowMs: number): void {
  tx.prepare('UPDATE user SET password_changed_at_ms = ? WHERE id = ?').run(nowMs, userId);
}

/** Notes a sign-in and returns the one before it, to be shown to the person. */
export function recordSignIn(tx: WriteTx, userId: string, atMs: number, workstation: string): SignIn | null {
  const before = readUser(tx, userId);
  tx.prepare(
    `UPDATE user SET previous_sign_in_at_ms = last_sign_in_at_ms, last_sign_in_at_ms = ?, last_sign_in_workstation = ?
     WHERE id = ?`,
  ).run(atMs, workstation, userId);
  return before?.lastSignIn ?? null;
}

/** What signing in at `workstation` needs to know about its person at `nowMs`, or null. */
export function userForSession(tx: ReadTx, userId: string, workstation: string, nowMs: number): SessionUser | null {
  const row = tx.prepare<UserRow>('SELECT * FROM user WHERE id = ?').get(userId);
  if (row === undefined) return null;
  const user = userOf(row);
  const { loginId, status, isSuperUser } = user;
  return {
    userId,
    loginId,
    status,
    isSuperUser,
    name: displayName(user),
    isLockedOut:
      isPersonLockedOut(tx, userId, isSuperUser, nowMs) ||
      (!isSuperUser && isWorkstationLockedOut(tx, workstation, nowMs)),
  };
}

/** Whether the login is linked to a patient's record (S1.23). */
export function isPatientLogin(tx: ReadTx, userId: string): boolean {
  return tx.prepare('SELECT 1 FROM user WHERE id = ? AND patient_id IS NOT NULL').get(userId) !== undefined;
}

/** Names of the active Super Users, in list order. */
export function superUserNames(tx: ReadTx): string[] {
  return namesWhere(tx, 'is_super_user = 1');
}

/** Names of the people who could give this permission at `nowMs`: Super Users, and Access Security holders who hold it
 *  themselves, whole and for good. */
export function grantorsOf(tx: ReadTx, permission: PermissionId, nowMs: number): string[] {
  if (PERMISSIONS[permission].onlySuperUserGives) return superUserNames(tx);
  const holders = tx
    .prepare<{ id: string }>(
      `SELECT id FROM user WHERE has_access_security = 1 AND is_super_user = 0 AND status = 'active'`,
    )
    .all()
    .flatMap(({ id }) => readSubjectRights(tx, id, nowMs) ?? [])
    .filter(
      ({ held, rights }) =>
        held.has(permission) && !conditionsOfRights(rights).has(permission) && !borrowedRights(rights).has(permission),
    );
  return [...superUserNames(tx), ...holders.map(({ name }) => name)].toSorted();
}

/** The ids of everybody who can sign in, in order of login id. */
export function activeUserIds(tx: ReadTx): string[] {
  return tx
    .prepare<{ id: string }>(`SELECT id FROM user WHERE status = 'active' ORDER BY login_id_folded`)
    .all()
    .map(({ id }) => id);
}

/** Every login that can be used or activated, in order of login id. */
export function listLogins(tx: ReadTx): { userId: string; loginId: string }[] {
  return tx
    .prepare<{ userId: string; loginId: string }>(
      `SELECT id AS userId, login_id AS loginId FROM user WHERE status IN ('invited', 'active') ORDER BY login_id_folded`,
    )
    .all();
}

/** How many people have a login, and how many of them are active Super Users. */
export function countUsers(tx: ReadTx): { userCount: number; superUserCount: number } {
  const row = tx
    .prepare<{ users: number; superUsers: number }>(
      `SELECT count(*) AS users, count(*) FILTER (WHERE is_super_user = 1 AND status = 'active') AS superUsers
       FROM user WHERE status <> 'deleted'`,
    )
    .get();
  return { userCount: row?.users ?? 0, superUserCount: row?.superUsers ?? 0 };
}

const TAKEN_SQL = `SELECT 1 FROM user WHERE login_id_folded = ? AND id <> ?
  UNION ALL SELECT 1 FROM retired_login_id WHERE login_id_folded = ? AND user_id <> ?`;
const INSERT_SQL = `INSERT INTO user (id, number, last_name, first_name, middle_initial, login_id, login_id_folded, status,
    is_super_user, provider_scope, email, phone, note, created_at_ms, created_by, changed_at_ms, changed_by)
  VALUES (:id, :number, :lastName, :firstName, :middleInitial, :loginId, :loginIdFolded, 'invited', :isSuperUser,
    :providerScope, :email, :phone, :note, :nowMs, :byUserId, :nowMs, :byUserId)`;
const UPDATE_INFO_SQL = `UPDATE user SET last_name = :lastName, first_name = :firstName, middle_initial = :middleInitial,
    login_id = :loginId, login_id_folded = :loginIdFolded, email = :email, phone = :phone, note = :note WHERE id = :id`;

function infoParameters(info: UserInfo) {
  return {
    lastName: info.lastName,
    firstName: info.firstName,
    middleInitial: info.middleInitial,
    loginId: info.loginId,
    loginIdFolded: foldLoginId(info.loginId),
    email: info.email || null,
    phone: info.phone || null,
    note: info.note || null,
  };
}

function namesWhere(tx: ReadTx, condition: string): string[] {
  return tx
    .prepare<{ lastName: string; firstName: string; middleInitial: string }>(
      `SELECT last_name AS lastName, first_name AS firstName, middle_initial AS middleInitial FROM user
       WHERE status = 'active' AND ${condition} ORDER BY last_name, first_name, id LIMIT 20`,
    )
    .all()
    .map(displayName);
}
