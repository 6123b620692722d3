// Writes what a user is allowed: flags, status, roles, single ticks and provider limit.
import type { PermissionException } from '../../shared/authorization/effectivePermissions.ts';
import { type GrantTerms, UNLIMITED } from '../../shared/authorization/grantTerms.ts';
import type { WriteTx } from '../transaction.ts';
import type { AssignedLocations, AssignedScope } from './givenRights.ts';
import { noteGivenRoles } from './givenRole.ts';
import { endLockOut } from './lockOut.ts';
import { retireLoginId } from './user.ts';

export interface RightsToStore {
  readonly roleIds: readonly string[];
  /** By role; one that is absent is given for good and everywhere. */
  readonly roleTerms?: ReadonlyMap<string, GrantTerms>;
  readonly exceptions: readonly PermissionException[];
  readonly scope: AssignedScope;
  /** Absent: all locations. */
  readonly locations?: AssignedLocations;
  readonly linkedPatientId?: string | null;
}

/** Who changes rights, when, and in whose words why. */
export interface ChangeStamp {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string | null;
  /** Who approved it where two people are needed. */
  readonly approvedBy?: string;
}

/** Makes the user's roles, single ticks and limits exactly these; rows that stay keep who, when and why. */
export function storeRights(tx: WriteTx, userId: string, rights: RightsToStore, stamp: ChangeStamp): void {
  noteGivenRoles(tx, userId, rights.roleIds, stamp);
  keepOnly(tx, 'user_role', 'role_id', userId, rights.roleIds);
  for (const roleId of rights.roleIds) storeRole(tx, userId, roleId, rights.roleTerms?.get(roleId) ?? UNLIMITED);
  storeExceptions(tx, userId, rights.exceptions, stamp);
  const providerIds = rights.scope.kind === 'all' ? [] : rights.scope.providerIds;
  keepOnly(tx, 'user_provider', 'provider_id', userId, providerIds);
  const assignProvider = tx.prepare('INSERT OR IGNORE INTO user_provider (user_id, provider_id) VALUES (?, ?)');
  for (const providerId of providerIds) assignProvider.run(userId, providerId);
  const { locations = { kind: 'all' } } = rights;
  const locationIds = locations.kind === 'all' ? [] : locations.locationIds;
  keepOnly(tx, 'user_location', 'location_id', userId, locationIds);
  const assignLocation = tx.prepare('INSERT OR IGNORE INTO user_location (user_id, location_id) VALUES (?, ?)');
  for (const locationId of locationIds) assignLocation.run(userId, locationId);
  tx.prepare('UPDATE user SET provider_scope = ?, location_scope = ?, patient_id = ? WHERE id = ?').run(
    rights.scope.kind,
    locations.kind === 'all' ? null : locations.kind,
    rights.linkedPatientId ?? null,
    userId,
  );
}

function storeRole(tx: WriteTx, userId: string, roleId: string, terms: GrantTerms): void {
  const isBound = terms.locationIds === null ? null : 1;
  tx.prepare(
    `INSERT INTO user_role (user_id, role_id, valid_from, valid_until, is_bound) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user_id, role_id) DO UPDATE SET valid_from = excluded.valid_from, valid_until = excluded.valid_until,
       is_bound = excluded.is_bound WHERE valid_from IS NOT excluded.valid_from
       OR valid_until IS NOT excluded.valid_until OR is_bound IS NOT excluded.is_bound`,
  ).run(userId, roleId, terms.validFrom, terms.validUntil, isBound);
  const locationIds = JSON.stringify(terms.locationIds ?? []);
  tx.prepare(
    `DELETE FROM user_role_location WHERE user_id = ? AND role_id = ?
       AND location_id NOT IN (SELECT value FROM json_each(?))`,
  ).run(userId, roleId, locationIds);
  tx.prepare(
    `INSERT OR IGNORE INTO user_role_location (id, user_id, role_id, location_id)
     SELECT :userId || '|' || :roleId || '|' || value, :userId, :roleId, value FROM json_each(:locationIds)`,
  ).run({ userId, roleId, locationIds });
}

/** Gives or takes the Super User tick. */
export function setSuperUser(tx: WriteTx, userId: string, isSuperUser: boolean): void {
  tx.prepare('UPDATE user SET is_super_user = ? WHERE id = ?').run(isSuperUser ? 1 : 0, userId);
}

/** Gives or takes the Access Security tick. */
export function setAccessSecurity(tx: WriteTx, userId: string, hasAccessSecurity: boolean): void {
  tx.prepare('UPDATE user SET has_access_security = ? WHERE id = ?').run(hasAccessSecurity ? 1 : 0, userId);
}

/** Sets or lifts the ePHI Restricted flag. */
export function setPhiRestricted(tx: WriteTx, userId: string, isPhiRestricted: boolean): void {
  tx.prepare('UPDATE user SET is_phi_restricted = ? WHERE id = ?').run(isPhiRestricted ? 1 : 0, userId);
}

/** Disables a user, or opens them again for activation. Their records and rights stay. */
export function setStatus(tx: WriteTx, userId: string, status: 'disabled' | 'invited'): void {
  tx.prepare('UPDATE user SET status = ? WHERE id = ?').run(status, userId);
}

/** Leaves only a name stub (C3): contact data, flags, roles, ticks and limits go, and the login id is retired for good. */
export function deleteUser(tx: WriteTx, userId: string, loginId: string, stamp: ChangeStamp): void {
  storeRights(tx, userId, { roleIds: [], exceptions: [], scope: { kind: 'selected', providerIds: [] } }, stamp);
  endLockOut(tx, { kind: 'user', id: userId });
  tx.prepare(
    `UPDATE user SET status = 'deleted', is_super_user = 0, has_access_security = 0, email = NULL, phone = NULL,
       note = NULL, password_changed_at_ms = NULL WHERE id = ?`,
  ).run(userId);
  retireLoginId(tx, userId, loginId, stamp.atMs);
}

function storeExceptions(
  tx: WriteTx,
  userId: string,
  exceptions: readonly PermissionException[],
  { byUserId, atMs, reason }: ChangeStamp,
): void {
  keepOnly(
    tx,
    'user_permission',
    'permission',
    userId,
    exceptions.map(({ permission }) => permission),
  );
  const tick = tx.prepare(
    `INSERT INTO user_permission (user_id, permission, effect, valid_from, valid_until, reason, by_user_id, at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (user_id, permission) DO UPDATE SET effect = excluded.effect, valid_from = excluded.valid_from,
       valid_until = excluded.valid_until, reason = excluded.reason, by_user_id = excluded.by_user_id,
       at_ms = excluded.at_ms WHERE effect <> excluded.effect OR valid_from IS NOT excluded.valid_from
       OR valid_until IS NOT excluded.valid_until`,
  );
  for (const { permission, effect, terms = UNLIMITED } of exceptions)
    tick.run(userId, permission, effect, terms.validFrom, terms.validUntil, reason, byUserId, atMs);
}

function keepOnly(
  tx: WriteTx,
  table: 'user_role' | 'user_permission' | 'user_provider' | 'user_location',
  column: 'role_id' | 'permission' | 'provider_id' | 'location_id',
  userId: string,
  kept: readonly string[],
): void {
  tx.prepare(`DELETE FROM ${table} WHERE user_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`).run(
    userId,
    JSON.stringify(kept),
  );
}
