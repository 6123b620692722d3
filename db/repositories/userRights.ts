// Writes what a user is allowed: flags, status, roles, single ticks and provider limit.
import type { PermissionException } from '../../shared/authorization/effectivePermissions.ts';
import type { WriteTx } from '../transaction.ts';
import { endLockOut } from './lockOut.ts';
import type { AssignedScope } from './rights.ts';
import { retireLoginId } from './user.ts';

export interface RightsToStore {
  readonly roleIds: readonly string[];
  readonly exceptions: readonly PermissionException[];
  readonly scope: AssignedScope;
}

/** Who changes rights, when, and in whose words why. */
export interface ChangeStamp {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string | null;
}

/** Makes the user's roles, single ticks and provider limit exactly these; rows that stay keep who, when and why. */
export function storeRights(tx: WriteTx, userId: string, rights: RightsToStore, stamp: ChangeStamp): void {
  keepOnly(tx, 'user_role', 'role_id', userId, rights.roleIds);
  const assignRole = tx.prepare('INSERT OR IGNORE INTO user_role (user_id, role_id) VALUES (?, ?)');
  for (const roleId of rights.roleIds) assignRole.run(userId, roleId);
  storeExceptions(tx, userId, rights.exceptions, stamp);
  const providerIds = rights.scope.kind === 'all' ? [] : rights.scope.providerIds;
  keepOnly(tx, 'user_provider', 'provider_id', userId, providerIds);
  const assignProvider = tx.prepare('INSERT OR IGNORE INTO user_provider (user_id, provider_id) VALUES (?, ?)');
  for (const providerId of providerIds) assignProvider.run(userId, providerId);
  tx.prepare('UPDATE user SET provider_scope = ? WHERE id = ?').run(rights.scope.kind, userId);
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
    `INSERT INTO user_permission (user_id, permission, effect, reason, by_user_id, at_ms) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (user_id, permission) DO UPDATE SET effect = excluded.effect, reason = excluded.reason,
       by_user_id = excluded.by_user_id, at_ms = excluded.at_ms WHERE effect <> excluded.effect`,
  );
  for (const { permission, effect } of exceptions) tick.run(userId, permission, effect, reason, byUserId, atMs);
}

function keepOnly(
  tx: WriteTx,
  table: 'user_role' | 'user_permission' | 'user_provider',
  column: 'role_id' | 'permission' | 'provider_id',
  userId: string,
  kept: readonly string[],
): void {
  tx.prepare(`DELETE FROM ${table} WHERE user_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`).run(
    userId,
    JSON.stringify(kept),
  );
}
