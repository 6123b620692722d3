// Writes the practice's own roles and policies, each time with a version that stays (S2.26).
import { defineUnder, flattenRole } from '../../shared/authorization/flattenRole.ts';
import type { RoleFields } from '../../shared/catalogue/procedures/roleShapes.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { readRoleDefinitions, type StoredDefinition } from './roleDefinition.ts';

/** Who writes a role, when and in whose words why. */
export interface RoleStamp {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string;
}

/** The roles of the practice own codes from here on, ten apart, after the shipped ones. */
const FIRST_OWN_CODE = 2_000;

/** Every role as it would be once `fields` are written for `roleId`; a role not there yet is added. */
export function definitionsAfter(
  definitions: ReadonlyMap<string, StoredDefinition>,
  roleId: string,
  { name, parentId, policyIds, permissions, conditions, hours }: RoleFields,
): ReadonlyMap<string, StoredDefinition> {
  const defined = defineUnder(parentId, permissions, definitions);
  const role = { roleId, name, parentId, policyIds, conditions, hours, unknownPermissions: [], ...defined };
  return new Map(definitions).set(roleId, role);
}

/** Adds a role with its first version. */
export function insertRole(
  tx: WriteTx,
  roleId: string,
  kind: 'custom' | 'policy',
  fields: RoleFields,
  stamp: RoleStamp,
): void {
  const last = tx.prepare<{ code: number }>('SELECT max(code) AS code FROM role').get();
  const code = Math.max(FIRST_OWN_CODE, (last?.code ?? 0) + 10);
  tx.prepare('INSERT INTO role (id, code, name, kind, purpose, parent_id, tasks) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    roleId,
    code,
    fields.name,
    kind,
    fields.purpose,
    fields.parentId,
    JSON.stringify(fields.taskIds),
  );
  storeDefinition(tx, roleId, fields);
  addVersion(tx, roleId, fields, stamp);
}

/** Makes a role exactly this and keeps what it was as a version; returns the new number for the next change. */
export function updateRole(tx: WriteTx, roleId: string, fields: RoleFields, stamp: RoleStamp): number {
  tx.prepare('UPDATE role SET name = ?, purpose = ?, parent_id = ?, tasks = ?, version = version + 1 WHERE id = ?').run(
    fields.name,
    fields.purpose,
    fields.parentId,
    JSON.stringify(fields.taskIds),
    roleId,
  );
  storeDefinition(tx, roleId, fields);
  addVersion(tx, roleId, fields, stamp);
  return versionOf(tx, roleId);
}

/** Removes a role; its versions stay. The caller has seen that nobody holds it and nothing depends on it. */
export function deleteRole(tx: WriteTx, roleId: string): void {
  tx.prepare('DELETE FROM role WHERE id = ?').run(roleId);
}

/** Counts a role's version up where something beside its definition changed; returns it. */
export function stampRole(tx: WriteTx, roleId: string): number {
  tx.prepare('UPDATE role SET version = version + 1 WHERE id = ?').run(roleId);
  return versionOf(tx, roleId);
}

/** Whether a role other than `exceptId` has this name, compared without regard to case. */
export function isRoleNameTaken(tx: ReadTx, name: string, exceptId: string | null): boolean {
  const folded = name.toLowerCase();
  return tx
    .prepare<{ id: string; name: string }>('SELECT id, name FROM role')
    .all()
    .some((role) => role.id !== exceptId && role.name.toLowerCase() === folded);
}

function versionOf(tx: ReadTx, roleId: string): number {
  return tx.prepare<{ version: number }>('SELECT version FROM role WHERE id = ?').get(roleId)?.version ?? 0;
}

function storeDefinition(tx: WriteTx, roleId: string, fields: RoleFields): void {
  const { granted, narrowed } = defineUnder(fields.parentId, fields.permissions, readRoleDefinitions(tx));
  replace(tx, 'role_permission', 'permission', roleId, granted);
  replace(tx, 'role_narrowing', 'permission', roleId, narrowed);
  replace(tx, 'role_policy', 'policy_id', roleId, fields.policyIds);
  storeLimits(tx, roleId, fields);
}

/** Rows are named by their place, so that the log tells which one changed. */
function storeLimits(tx: WriteTx, roleId: string, { conditions, hours }: RoleFields): void {
  tx.prepare('DELETE FROM role_condition WHERE role_id = ? AND place >= ?').run(roleId, conditions.length);
  const storeCondition = tx.prepare(
    `INSERT INTO role_condition (role_id, place, permission, rule) VALUES (?, ?, ?, ?)
     ON CONFLICT (role_id, place) DO UPDATE SET permission = excluded.permission, rule = excluded.rule
       WHERE permission <> excluded.permission OR rule <> excluded.rule`,
  );
  for (const [place, { permission, ...rule }] of conditions.entries())
    storeCondition.run(roleId, place, permission, JSON.stringify(rule));
  tx.prepare('DELETE FROM role_hours WHERE role_id = ? AND place >= ?').run(roleId, hours.length);
  const storeHours = tx.prepare(
    `INSERT INTO role_hours (role_id, place, weekday, from_minute, until_minute) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (role_id, place) DO UPDATE SET weekday = excluded.weekday, from_minute = excluded.from_minute,
       until_minute = excluded.until_minute WHERE weekday <> excluded.weekday OR from_minute <> excluded.from_minute
       OR until_minute <> excluded.until_minute`,
  );
  for (const [place, { weekday, fromMinute, untilMinute }] of hours.entries())
    storeHours.run(roleId, place, weekday, fromMinute, untilMinute);
}

function replace(
  tx: WriteTx,
  table: 'role_permission' | 'role_narrowing' | 'role_policy',
  column: 'permission' | 'policy_id',
  roleId: string,
  values: readonly string[],
): void {
  tx.prepare(`DELETE FROM ${table} WHERE role_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`).run(
    roleId,
    JSON.stringify(values),
  );
  const insert = tx.prepare(`INSERT OR IGNORE INTO ${table} (role_id, ${column}) VALUES (?, ?)`);
  for (const value of values) insert.run(roleId, value);
}

/** Written with all the role gives at that moment, so that versions can be compared without knowing its parents then. */
function addVersion(tx: WriteTx, roleId: string, fields: RoleFields, { byUserId, atMs, reason }: RoleStamp): void {
  const permissions = [...flattenRole(roleId, readRoleDefinitions(tx))].toSorted();
  tx.prepare(
    `INSERT INTO role_version (role_id, number, name, purpose, parent_id, policies, permissions, conditions, hours,
       reason, by_user_id, at_ms)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM role_version WHERE role_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    roleId,
    roleId,
    fields.name,
    fields.purpose,
    fields.parentId,
    JSON.stringify(fields.policyIds),
    JSON.stringify(permissions),
    JSON.stringify(fields.conditions),
    JSON.stringify(fields.hours),
    reason,
    byUserId,
    atMs,
  );
}
