// Roles as they are written down, and what each gives once parents, narrowings and policies are flattened (XACML: PIP).
import type { RoleGrant } from '../../shared/authorization/effectivePermissions.ts';
import {
  flattenedRights,
  type RightCondition,
  type RoleDefinition,
  roleHours,
} from '../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../shared/authorization/grantTerms.ts';
import type { RowCondition } from '../../shared/authorization/rowCondition.ts';
import { isPermissionId, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx } from '../transaction.ts';

export interface StoredDefinition extends RoleDefinition {
  readonly name: string;
  /** Stored permission ids that this version does not know; they grant nothing. */
  readonly unknownPermissions: readonly string[];
}

/** Every role of the practice by id, in the order of their codes. */
export function readRoleDefinitions(tx: ReadTx): ReadonlyMap<string, StoredDefinition> {
  return byId(tx.prepare<DefinitionRow>(`${DEFINITION_SQL} FROM role ORDER BY code, id`).all());
}

/** The named roles with what each grants, in the order of their codes; unknown role ids are left out. */
export function readRoleGrants(tx: ReadTx, roleIds: readonly string[]): RoleGrant[] {
  if (roleIds.length === 0) return [];
  const reached = byId(tx.prepare<DefinitionRow>(REACHED_SQL).all(JSON.stringify(roleIds)));
  return [...reached.values()]
    .filter(({ roleId }) => roleIds.includes(roleId))
    .map(({ roleId, name }) => grantOf(roleId, name, reached));
}

function grantOf(roleId: string, roleName: string, reached: ReadonlyMap<string, StoredDefinition>): RoleGrant {
  const rights = flattenedRights(roleId, reached);
  const bound = [...rights].filter(([, ways]) => ways.every((conjunction) => conjunction.length > 0));
  const hours = roleHours(roleId, reached);
  return {
    roleId,
    roleName,
    permissions: [...rights.keys()],
    ...(bound.length === 0 ? {} : { conditions: new Map(bound) }),
    ...(hours.length === 0 ? {} : { hours }),
  };
}

interface DefinitionRow {
  id: string;
  name: string;
  parentId: string | null;
  granted: string;
  narrowed: string;
  policies: string;
  conditions: string;
  hours: string;
}

const DEFINITION_SQL = `SELECT role.id, role.name, role.parent_id AS parentId,
  (SELECT json_group_array(permission) FROM role_permission WHERE role_id = role.id) AS granted,
  (SELECT json_group_array(permission) FROM role_narrowing WHERE role_id = role.id) AS narrowed,
  (SELECT json_group_array(policy_id) FROM role_policy WHERE role_id = role.id) AS policies,
  (SELECT json_group_array(json_object('permission', permission, 'rule', json(rule)) ORDER BY place)
    FROM role_condition WHERE role_id = role.id) AS conditions,
  (SELECT json_group_array(json_object('weekday', weekday, 'fromMinute', from_minute, 'untilMinute', until_minute)
    ORDER BY place) FROM role_hours WHERE role_id = role.id) AS hours`;
/** The roles asked for with every parent and policy they depend on; UNION ends circles by itself. */
const REACHED_SQL = `WITH RECURSIVE reached(id) AS (
    SELECT value FROM json_each(?)
    UNION SELECT role.parent_id FROM reached JOIN role ON role.id = reached.id WHERE role.parent_id IS NOT NULL
    UNION SELECT role_policy.policy_id FROM reached JOIN role_policy ON role_policy.role_id = reached.id)
  ${DEFINITION_SQL} FROM reached JOIN role ON role.id = reached.id ORDER BY role.code, role.id`;

function byId(rows: readonly DefinitionRow[]): Map<string, StoredDefinition> {
  return new Map(rows.map((row) => [row.id, definitionOf(row)]));
}

function definitionOf({
  id,
  name,
  parentId,
  granted,
  narrowed,
  policies,
  conditions,
  hours,
}: DefinitionRow): StoredDefinition {
  const words = JSON.parse(granted) as string[];
  return {
    roleId: id,
    name,
    parentId,
    granted: words.filter(isPermissionId),
    narrowed: (JSON.parse(narrowed) as string[]).filter(isPermissionId) as PermissionId[],
    policyIds: JSON.parse(policies) as string[],
    conditions: conditionsOf(conditions),
    hours: JSON.parse(hours) as WeeklyWindow[],
    unknownPermissions: words.filter((word) => !isPermissionId(word)),
  };
}

/** A condition on a right that this version does not know binds nothing, because nothing gives that right either. */
function conditionsOf(stored: string): RightCondition[] {
  const rows = JSON.parse(stored) as { permission: string; rule: RowCondition }[];
  return rows.flatMap(({ permission, rule }) => (isPermissionId(permission) ? [{ permission, ...rule }] : []));
}
