// Flattens parents, narrowings, policies and conditions into the permissions a role gives (S2.63, S2.64, S4.01, S4.06).
import { impliedPermissions, permissionsNeeding } from '../catalogue/impliedPermissions.ts';
import type { PermissionId } from '../catalogue/permissions.ts';
import type { WeeklyWindow } from './grantTerms.ts';
import { type Conjunction, type RowCondition, withoutNeedless } from './rowCondition.ts';

/** A condition on one of the rights of a role; it binds what needs that right as well. */
export interface RightCondition extends RowCondition {
  readonly permission: PermissionId;
}

/** A role as it is written down; what it gives depends on its parent and policies as well. */
export interface RoleDefinition {
  readonly roleId: string;
  readonly parentId: string | null;
  /** Given by the role itself, over what its parent gives. */
  readonly granted: readonly PermissionId[];
  /** Taken from what the parent gives. */
  readonly narrowed: readonly PermissionId[];
  readonly policyIds: readonly string[];
  readonly conditions: readonly RightCondition[];
  /** The hours in which the role counts; empty: always. */
  readonly hours: readonly WeeklyWindow[];
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

/** Every permission the role gives: what its parent gives without what it narrows, with what it and its policies add;
 *  for each the alternatives of conditions under which it is given, one without conditions where it is given whole.
 *  A role's conditions bind what it gives itself and what its parent gives; its policies keep their own.
 *  A role whose line of parents is broken gives nothing: deny while in doubt.
 *  Pure; the order of grants, narrowings, conditions and policies does not matter. */
export function flattenedRights(
  roleId: string,
  definitions: RoleDefinitions,
): ReadonlyMap<PermissionId, readonly Conjunction[]> {
  const line = roleLine(roleId, definitions);
  let held = new Map<PermissionId, readonly Conjunction[]>();
  for (const role of line?.toReversed() ?? []) {
    // What a parent's rights bring must be there to stay when only the right that brought it is narrowed away.
    if (role.parentId !== null)
      for (const [id, ways] of [...held]) for (const brought of impliedPermissions(id)) addWays(held, brought, ways);
    for (const id of role.narrowed) {
      held.delete(id);
      for (const needing of permissionsNeeding(id)) held.delete(needing);
    }
    for (const id of role.granted) addWays(held, id, WHOLE);
    held = new Map([...held].map(([id, ways]) => [id, ways.map((way) => [...way, ...conditionsOn(id, role)])]));
    for (const policyId of role.policyIds) {
      const policy = definitions.get(policyId);
      for (const id of policy?.granted ?? []) addWays(held, id, policy ? [conditionsOn(id, policy)] : []);
    }
  }
  // Edit held whole brings View whole, also where View alone was given under conditions (S5.07).
  for (const [id, ways] of [...held])
    for (const brought of impliedPermissions(id)) {
      const known = held.get(brought);
      if (known === undefined) continue;
      const more = ways.filter((way) => known.every((one) => !isNarrowedTo(one, way)));
      addWays(held, brought, more);
    }
  return held;
}

/** Whether `way` has every condition of `one`, so that it opens nothing more. */
function isNarrowedTo(one: Conjunction, way: Conjunction): boolean {
  const words = new Set(way.map((condition) => JSON.stringify(condition)));
  return one.every((condition) => words.has(JSON.stringify(condition)));
}

/** Every permission the role gives, under conditions or whole. */
export function flattenRole(roleId: string, definitions: RoleDefinitions): ReadonlySet<PermissionId> {
  return new Set(flattenedRights(roleId, definitions).keys());
}

/** The hours of the role and of its parents that limit it: all of them must be kept (S2.62). */
export function roleHours(roleId: string, definitions: RoleDefinitions): readonly (readonly WeeklyWindow[])[] {
  return (roleLine(roleId, definitions) ?? []).flatMap(({ hours }) => (hours.length === 0 ? [] : [hours]));
}

/** What binds a right: its own conditions, and those of the rights it cannot be held without. */
function conditionsOn(id: PermissionId, { conditions }: RoleDefinition): Conjunction {
  return conditions
    .filter(({ permission }) => permission === id || impliedPermissions(id).includes(permission))
    .map(({ permission: _, ...condition }) => condition);
}

function addWays(
  held: Map<PermissionId, readonly Conjunction[]>,
  id: PermissionId,
  ways: readonly Conjunction[],
): void {
  held.set(id, withoutNeedless([...(held.get(id) ?? []), ...ways]));
}

const WHOLE: readonly Conjunction[] = [[]];

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
