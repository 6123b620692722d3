// What is typed and ticked in the editor of a role, and what it would change; pure.
import {
  defineUnder,
  flattenRole,
  type RoleDefinitions,
  withImplied,
} from '../../../shared/authorization/flattenRole.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import { movesTogether } from '../../components/rightsGroups.ts';

export type ListedRole = Output<'role.find'>['roles'][number];
export type OpenRole = Output<'role.read'>;
export type RoleDraft = CallInput<'role.create'>['fields'];

export const NEW_ROLE: RoleDraft = {
  name: '',
  purpose: '',
  parentId: null,
  policyIds: [],
  taskIds: [],
  permissions: [],
};

/** The stored role as the editor begins with it. */
export function draftOf({ name, purpose, parentId, policyIds, taskIds, ownPermissions }: OpenRole): RoleDraft {
  return { name, purpose, parentId, policyIds, taskIds, permissions: ownPermissions };
}

/** A new role with the rights of another: never its name or its holders (P4). */
export function copyOf(role: OpenRole): RoleDraft {
  return { ...draftOf(role), name: `${role.name} (copy)`.slice(0, 60) };
}

/** The rights after one or several ticks; what a right brings or cannot do without moves with it (S5.07). */
export function tickRole(
  held: readonly PermissionId[],
  ids: readonly PermissionId[],
  isTicked: boolean,
): PermissionId[] {
  const moved = new Set(ids.flatMap((id) => movesTogether(id, isTicked)));
  const before = withImplied(held);
  return isTicked ? [...new Set([...before, ...moved])] : [...before].filter((id) => !moved.has(id));
}

/** Every listed role as flattening wants it: the same rules as in the main process. */
export function definitionsOf(roles: readonly ListedRole[]): RoleDefinitions {
  // A listed role tells all it gives; as a root without policies it flattens to exactly that.
  return new Map(
    roles.map(({ roleId, permissions }) => [
      roleId,
      { roleId, parentId: null, granted: permissions, narrowed: [], policyIds: [], conditions: [], hours: [] },
    ]),
  );
}

export interface RoleDifference {
  readonly added: readonly PermissionId[];
  readonly removed: readonly PermissionId[];
  /** What it would give beyond its parent, which a Super User must confirm (S2.64). */
  readonly beyondParent: readonly PermissionId[];
}

/** What saving would change about all the role gives; `before` is null for a new role. */
export function differenceOf(before: OpenRole | null, draft: RoleDraft, definitions: RoleDefinitions): RoleDifference {
  const had = withImplied(before?.permissions ?? []);
  const has = givenBy(draft, definitions);
  const parent = draft.parentId === null ? null : withImplied(flattenRole(draft.parentId, definitions));
  const known = before?.parentId === draft.parentId ? withImplied(before.ownPermissions) : new Set();
  const own = withImplied(draft.permissions);
  return {
    added: [...has].filter((id) => !had.has(id)),
    removed: [...had].filter((id) => !has.has(id)),
    beyondParent: parent === null ? [] : [...own].filter((id) => !parent.has(id) && !known.has(id)),
  };
}

/** All a role like the draft would give, with its policies and what every right brings. */
export function givenBy(draft: RoleDraft, definitions: RoleDefinitions): ReadonlySet<PermissionId> {
  const { parentId, policyIds, permissions } = draft;
  const roleId = ' draft';
  const defined = defineUnder(parentId, permissions, definitions);
  const role = { roleId, parentId, policyIds, conditions: [], hours: [], ...defined };
  return withImplied(flattenRole(roleId, new Map(definitions).set(roleId, role)));
}
