// Roles as they are written down, and what each gives once parents, narrowings and policies are flattened (XACML: PIP).
import type { RoleGrant } from '../../shared/authorization/effectivePermissions.ts';
import { flattenRole, type RoleDefinition } from '../../shared/authorization/flattenRole.ts';
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
    .map(({ roleId, name }) => ({ roleId, roleName: name, permissions: [...flattenRole(roleId, reached)] }));
}

interface DefinitionRow {
  id: string;
  name: string;
  parentId: string | null;
  granted: string;
  narrowed: string;
  policies: string;
}

const DEFINITION_SQL = `SELECT role.id, role.name, role.parent_id AS parentId,
  (SELECT json_group_array(permission) FROM role_permission WHERE role_id = role.id) AS granted,
  (SELECT json_group_array(permission) FROM role_narrowing WHERE role_id = role.id) AS narrowed,
  (SELECT json_group_array(policy_id) FROM role_policy WHERE role_id = role.id) AS policies`;
/** The roles asked for with every parent and policy they depend on; UNION ends circles by itself. */
const REACHED_SQL = `WITH RECURSIVE reached(id) AS (
    SELECT value FROM json_each(?)
    UNION SELECT role.parent_id FROM reached JOIN role ON role.id = reached.id WHERE role.parent_id IS NOT NULL
    UNION SELECT role_policy.policy_id FROM reached JOIN role_policy ON role_policy.role_id = reached.id)
  ${DEFINITION_SQL} FROM reached JOIN role ON role.id = reached.id ORDER BY role.code, role.id`;

function byId(rows: readonly DefinitionRow[]): Map<string, StoredDefinition> {
  return new Map(rows.map((row) => [row.id, definitionOf(row)]));
}

function definitionOf({ id, name, parentId, granted, narrowed, policies }: DefinitionRow): StoredDefinition {
  const words = JSON.parse(granted) as string[];
  return {
    roleId: id,
    name,
    parentId,
    granted: words.filter(isPermissionId),
    narrowed: (JSON.parse(narrowed) as string[]).filter(isPermissionId) as PermissionId[],
    policyIds: JSON.parse(policies) as string[],
    unknownPermissions: words.filter((word) => !isPermissionId(word)),
  };
}
