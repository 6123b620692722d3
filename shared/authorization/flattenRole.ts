// Flattens parents, narrowings and policies into the set of permissions a role gives (S2.64, S4.01, S4.06).
import { impliedPermissions, permissionsNeeding } from '../catalogue/impliedPermissions.ts';
import type { PermissionId } from '../catalogue/permissions.ts';

/** A role as it is written down; what it gives depends on its parent and policies as well. */
export interface RoleDefinition {
  readonly roleId: string;
  readonly parentId: string | null;
  /** Given by the role itself, over what its parent gives. */
  readonly granted: readonly PermissionId[];
  /** Taken from what the parent gives. */
  readonly narrowed: readonly PermissionId[];
  readonly policyIds: readonly string[];
}

export type RoleDefinitions = ReadonlyMap<string, RoleDefinition>;

/** A role, its parent and its parent's parent: longer lines nobody understands any more (S2.64). */
export const LONGEST_ROLE_LINE = 3;

/** The role and its parents, the role first; null when a parent is missing, the line is too long or comes back to itself. */
export function roleLine(roleId: string, definitions: RoleDefinitions): readonly RoleDefinition[] | null {
  const line: RoleDefinition[] = [];
  for (let next: string | null = roleId; next !== null; ) {
    const role = definitions.get(next);
    if (role === undefined || line.includes(role) || line.length === LONGEST_ROLE_LINE) return null;
    line.push(role);
    next = role.parentId;
  }
  return line;
}

/** Every permission the role gives: what its parent gives without what it narrows, with what it and its policies add.
 *  A role whose line of parents is broken gives nothing: deny while in doubt.
 *  Pure; the order of grants, narrowings and policies does not matter. */
export function flattenRole(roleId: string, definitions: RoleDefinitions): ReadonlySet<PermissionId> {
  const line = roleLine(roleId, definitions);
  if (line === null) return new Set();
  const held = new Set<PermissionId>();
  for (const role of line.toReversed()) {
    // What a parent's rights bring must be there to stay when only the right that brought it is narrowed away.
    if (role.parentId !== null) for (const id of [...held]) addAll(held, impliedPermissions(id));
    for (const id of role.narrowed) {
      held.delete(id);
      for (const needing of permissionsNeeding(id)) held.delete(needing);
    }
    addAll(held, role.granted);
    for (const policyId of role.policyIds) addAll(held, definitions.get(policyId)?.granted ?? []);
  }
  return held;
}

/** What a role under `parentId` must grant and narrow so that, without its policies, it gives exactly `wanted` and what
 *  that implies. */
export function defineUnder(
  parentId: string | null,
  wanted: readonly PermissionId[],
  definitions: RoleDefinitions,
): Pick<RoleDefinition, 'granted' | 'narrowed'> {
  if (parentId === null) return { granted: [...new Set(wanted)], narrowed: [] };
  const inherited = withImplied(flattenRole(parentId, definitions));
  const all = withImplied(wanted);
  return {
    granted: [...all].filter((id) => !inherited.has(id)),
    narrowed: [...inherited].filter((id) => !all.has(id)),
  };
}

/** The permissions with everything they bring (S5.07). */
export function withImplied(permissions: Iterable<PermissionId>): ReadonlySet<PermissionId> {
  const all = new Set<PermissionId>();
  for (const id of permissions) {
    all.add(id);
    addAll(all, impliedPermissions(id));
  }
  return all;
}

/** The roles whose rights depend on `roleId`: itself, its children, and roles and children it is stacked on as a policy. */
export function rolesUnder(roleId: string, definitions: RoleDefinitions): ReadonlySet<string> {
  const found = new Set([roleId]);
  // Grows while it is walked through, so that children of children are found as well.
  for (const above of found)
    for (const { roleId: id, parentId, policyIds } of definitions.values())
      if (parentId === above || policyIds.includes(above)) found.add(id);
  return found;
}

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const one of more) set.add(one);
}
