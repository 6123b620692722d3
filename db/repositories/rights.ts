// What a user is allowed, as stored: flags, roles, single ticks and provider scope. Runs on every call.
import type { RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import type { RowScope } from '../../shared/authorization/scope.ts';
import { isPermissionId } from '../../shared/catalogue/permissions.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';
import { IN_FORCE_SQL, isPersonLockedOut } from './lockOut.ts';
import { RIGHTS_MODEL_KEY } from './rightsRules.ts';
import { readRoleGrants } from './roleDefinition.ts';

export type UserStatus = 'invited' | 'active' | 'disabled' | 'deleted';

/** The provider limit as it was ticked; a Super User reaches all whatever stands here. */
export type AssignedScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'selected'; readonly providerIds: readonly string[] };

export interface SubjectRights {
  readonly status: UserStatus;
  /** Locked out at the moment asked about, in person or with a role; what has ended no longer counts. */
  readonly isLockedOut: boolean;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  readonly rights: RightsOfUser;
  /** The rows the user reaches. */
  readonly scope: RowScope;
  readonly assignedScope: AssignedScope;
  /** `Last, First M.` */
  readonly name: string;
  readonly loginId: string;
  readonly roleNames: readonly string[];
}

/** The rights of one user at `nowMs`, or null when there is no such user.
 *  INVARIANT: a permission id that this version does not know grants nothing. */
export function readSubjectRights(tx: ReadTx, userId: string, nowMs: number): SubjectRights | null {
  const row = tx.prepare<UserRightsRow>(USER_SQL).get(userId);
  if (row === undefined) return null;
  const isSuperUser = row.is_super_user === 1;
  const hasAccessSecurity = row.has_access_security === 1;
  const roles = rolesOf(tx, userId);
  const assignedScope = assignedScopeOf(tx, userId, row.provider_scope);
  return {
    status: row.status,
    isLockedOut: isPersonLockedOut(tx, userId, isSuperUser, nowMs),
    isSuperUser,
    hasAccessSecurity,
    rights: {
      roles,
      exceptions: exceptionsOf(tx, userId),
      isSuperUser,
      hasAccessSecurity,
      isPhiRestricted: row.is_phi_restricted === 1,
      isStrict: row.is_strict === 1,
    },
    scope: reachedScope(isSuperUser, assignedScope),
    assignedScope,
    name: displayName({ lastName: row.last_name, firstName: row.first_name, middleInitial: row.middle_initial }),
    loginId: row.login_id,
    roleNames: roles.map((role) => role.roleName),
  };
}

/** The rows a user with this limit reaches: a Super User all of them (C4). */
export function reachedScope(isSuperUser: boolean, assigned: AssignedScope): RowScope {
  return isSuperUser || assigned.kind === 'all' ? { providers: 'all' } : { providers: assigned.providerIds };
}

/** Whether a Super User other than `userId` could sign in at `nowMs`: active and not locked out. */
export function hasOtherSuperUser(tx: ReadTx, userId: string, nowMs: number): boolean {
  return tx.prepare(OTHER_SUPER_USER_SQL).get({ userId, nowMs }) !== undefined;
}

interface UserRightsRow {
  status: UserStatus;
  is_super_user: number;
  has_access_security: number;
  is_phi_restricted: number | null;
  is_strict: number;
  provider_scope: 'all' | 'selected';
  last_name: string;
  first_name: string;
  middle_initial: string;
  login_id: string;
}

const USER_SQL = `SELECT status, is_super_user, has_access_security, is_phi_restricted, provider_scope, last_name,
  first_name, middle_initial, login_id, EXISTS (SELECT 1 FROM setting WHERE key = '${RIGHTS_MODEL_KEY}'
    AND value = 'strict') AS is_strict FROM user WHERE id = ?`;
const USER_ROLES_SQL = 'SELECT role_id AS roleId FROM user_role WHERE user_id = ?';
const OTHER_SUPER_USER_SQL = `SELECT 1 FROM user WHERE is_super_user = 1 AND status = 'active' AND id <> :userId
  AND NOT EXISTS (SELECT 1 FROM lock_out WHERE kind = 'user' AND target_id = user.id AND ${IN_FORCE_SQL}) LIMIT 1`;

function rolesOf(tx: ReadTx, userId: string): RightsOfUser['roles'] {
  const held = tx.prepare<{ roleId: string }>(USER_ROLES_SQL).all(userId);
  return readRoleGrants(
    tx,
    held.map(({ roleId }) => roleId),
  );
}

function exceptionsOf(tx: ReadTx, userId: string): RightsOfUser['exceptions'] {
  return tx
    .prepare<{ permission: string; effect: 'grant' | 'revoke' }>(
      'SELECT permission, effect FROM user_permission WHERE user_id = ?',
    )
    .all(userId)
    .flatMap(({ permission, effect }) => (isPermissionId(permission) ? [{ permission, effect }] : []));
}

function assignedScopeOf(tx: ReadTx, userId: string, kind: 'all' | 'selected'): AssignedScope {
  if (kind === 'all') return { kind };
  const rows = tx
    .prepare<{ provider_id: string }>('SELECT provider_id FROM user_provider WHERE user_id = ?')
    .all(userId);
  return { kind: 'selected', providerIds: rows.map((row) => row.provider_id) };
}
