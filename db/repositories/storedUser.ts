// One user as stored, read whole.
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';
import type { UserStatus } from './rights.ts';

export interface StoredUser {
  readonly userId: string;
  /** Permanent and never given twice; survives renames. */
  readonly number: number;
  readonly version: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleInitial: string;
  readonly loginId: string;
  readonly status: UserStatus;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  readonly isPhiRestricted: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly lastSignIn: SignIn | null;
  readonly passwordChangedAtMs: number | null;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly changedAtMs: number;
  readonly changedBy: string;
}

export interface SignIn {
  readonly atMs: number;
  readonly workstation: string;
}

/** One user, deleted ones included, or null. */
export function readUser(tx: ReadTx, userId: string): StoredUser | null {
  const row = tx.prepare<UserRow>('SELECT * FROM user WHERE id = ?').get(userId);
  return row === undefined ? null : userOf(row);
}

/** The stored row as a user. */
export function userOf(row: UserRow): StoredUser {
  return {
    userId: row.id,
    number: row.number,
    version: row.version,
    lastName: row.last_name,
    firstName: row.first_name,
    middleInitial: row.middle_initial,
    loginId: row.login_id,
    status: row.status,
    isSuperUser: row.is_super_user === 1,
    hasAccessSecurity: row.has_access_security === 1,
    isPhiRestricted: row.is_phi_restricted === 1,
    email: row.email,
    phone: row.phone,
    note: row.note,
    lastSignIn:
      row.last_sign_in_at_ms === null
        ? null
        : { atMs: row.last_sign_in_at_ms, workstation: row.last_sign_in_workstation ?? '' },
    passwordChangedAtMs: row.password_changed_at_ms,
    createdAtMs: row.created_at_ms,
    createdBy: row.created_by,
    changedAtMs: row.changed_at_ms,
    changedBy: row.changed_by,
  };
}

/** The name behind a `created_by` or `changed_by`; what is no user's id is shown as it stands. */
export function nameOfActor(tx: ReadTx, actorId: string): string {
  const user = readUser(tx, actorId);
  return user === null ? actorId : displayName(user);
}

/** A row of the table `user`. */
export interface UserRow {
  id: string;
  number: number;
  version: number;
  last_name: string;
  first_name: string;
  middle_initial: string;
  login_id: string;
  status: UserStatus;
  is_super_user: number;
  has_access_security: number;
  is_phi_restricted: number | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  last_sign_in_at_ms: number | null;
  last_sign_in_workstation: string | null;
  password_changed_at_ms: number | null;
  created_at_ms: number;
  created_by: string;
  changed_at_ms: number;
  changed_by: string;
}
