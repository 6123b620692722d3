// Roles as stored: seeding, choosing which are in use, reading who holds them.
import { flattenRole, type RightCondition, roleLine } from '../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../shared/authorization/grantTerms.ts';
import { type InheritedLimits, inheritedLimits } from '../../shared/authorization/inheritedLimits.ts';
import type { DefaultRole } from '../../shared/catalogue/defaultRoles.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { readRoleDefinitions, type StoredDefinition } from './roleDefinition.ts';

/** Coded and clinic roles are shipped; custom roles and policies are the practice's own. */
export type RoleKind = 'coded' | 'clinic' | 'custom' | 'policy';

export interface StoredRole {
  readonly roleId: string;
  readonly code: number;
  readonly name: string;
  readonly kind: RoleKind;
  readonly version: number;
  readonly purpose: string;
  readonly parentId: string | null;
  readonly policyIds: readonly string[];
  /** The tasks it was made for, by id; empty where none were named. */
  readonly taskIds: readonly string[];
  /** An inactive role keeps its holders but is not given to anybody else. */
  readonly isActive: boolean;
  /** All it gives, with what comes from its parent and policies. */
  readonly permissions: readonly PermissionId[];
  /** The same without its policies. */
  readonly ownPermissions: readonly PermissionId[];
  /** What is written down beside its parent: given by the role itself, and taken from what the parent gives. */
  readonly granted: readonly PermissionId[];
  readonly narrowed: readonly PermissionId[];
  /** Its own; what binds it besides comes from its parents and policies. */
  readonly conditions: readonly RightCondition[];
  readonly hours: readonly WeeklyWindow[];
  readonly inherited: readonly InheritedLimits[];
  /** Stored permission ids that this version does not know; they grant nothing. */
  readonly unknownPermissions: readonly string[];
  /** Its line of parents is broken, so it gives nothing. */
  readonly isBroken: boolean;
  /** People who hold it and were not deleted. */
  readonly holderCount: number;
}

export interface RoleHolder {
  readonly userId: string;
  readonly name: string;
  readonly loginId: string;
  readonly status: string;
}

/** Writes the shipped roles; a role that is there already stays as it is. */
export function seedDefaultRoles(tx: WriteTx, roles: readonly DefaultRole[]): void {
  const insertRole = tx.prepare(
    'INSERT INTO role (id, code, name, kind, purpose) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const insertPermission = tx.prepare('INSERT INTO role_permission (role_id, permission) VALUES (?, ?)');
  for (const { id, code, name, kind, purpose, permissions } of roles) {
    if (insertRole.run(id, code, name, kind, purpose).changes === 0) continue;
    for (const permission of new Set(permissions)) insertPermission.run(id, permission);
  }
}

/** Makes exactly these roles the ones in use; returns the ids among them that name no role. */
export function setActiveRoles(tx: WriteTx, roleIds: readonly string[]): string[] {
  const chosen = JSON.stringify(roleIds);
  tx.prepare(
    `UPDATE role SET is_active = 1 - is_active, version = version + 1
     WHERE is_active <> (id IN (SELECT value FROM json_each(?)))`,
  ).run(chosen);
  const known = new Set(findRoles(tx).map((role) => role.roleId));
  return roleIds.filter((id) => !known.has(id));
}

/** Every role in the order of its code. */
export function findRoles(tx: ReadTx): StoredRole[] {
  const definitions = readRoleDefinitions(tx);
  return tx
    .prepare<RoleRow>(`${ROLE_SQL} ORDER BY role.code, role.id`)
    .all()
    .map((row) => roleOf(row, definitions));
}

/** One role, or null. */
export function readRole(tx: ReadTx, roleId: string): StoredRole | null {
  const row = tx.prepare<RoleRow>(`${ROLE_SQL} WHERE role.id = ?`).get(roleId);
  return row === undefined ? null : roleOf(row, readRoleDefinitions(tx));
}

/** The people who hold a role and were not deleted, in order of name. */
export function assignedUsers(tx: ReadTx, roleId: string): RoleHolder[] {
  return tx
    .prepare<{
      id: string;
      lastName: string;
      firstName: string;
      middleInitial: string;
      loginId: string;
      status: string;
    }>(
      `SELECT user.id, last_name AS lastName, first_name AS firstName, middle_initial AS middleInitial,
         login_id AS loginId, status
       FROM user_role JOIN user ON user.id = user_role.user_id
       WHERE user_role.role_id = ? AND user.status <> 'deleted' ORDER BY last_name, first_name, user.id`,
    )
    .all(roleId)
    .map((row) => ({ userId: row.id, name: displayName(row), loginId: row.loginId, status: row.status }));
}

interface RoleRow {
  id: string;
  code: number;
  name: string;
  kind: RoleKind;
  version: number;
  purpose: string;
  tasks: string | null;
  is_active: number;
  holders: number;
}

const ROLE_SQL = `SELECT role.id, code, name, kind, version, purpose, tasks, is_active,
  (SELECT count(*) FROM user_role WHERE user_role.role_id = role.id) AS holders FROM role`;

function roleOf(row: RoleRow, definitions: ReadonlyMap<string, StoredDefinition>): StoredRole {
  const { id, code, name, kind, version, purpose } = row;
  const definition = definitions.get(id);
  if (definition === undefined) throw new Error('a role without a definition');
  const withoutPolicies = new Map(definitions).set(id, { ...definition, policyIds: [] });
  return {
    roleId: id,
    code,
    name,
    kind,
    version,
    purpose,
    parentId: definition.parentId,
    policyIds: definition.policyIds,
    taskIds: row.tasks === null ? [] : (JSON.parse(row.tasks) as string[]),
    isActive: row.is_active === 1,
    permissions: [...flattenRole(id, definitions)],
    ownPermissions: [...flattenRole(id, withoutPolicies)],
    granted: definition.granted,
    narrowed: definition.narrowed,
    conditions: definition.conditions,
    hours: definition.hours,
    inherited: inheritedLimits(id, definitions),
    unknownPermissions: definition.unknownPermissions,
    isBroken: roleLine(id, definitions) === null,
    holderCount: row.holders,
  };
}
