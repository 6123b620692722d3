// What is typed and ticked in the editor of a role, and what it would change; pure.
import {
  defineUnder,
  flattenRole,
  type RoleDefinition,
  type RoleDefinitions,
  withImplied,
} from '../../../shared/authorization/flattenRole.ts';
import { type InheritedLimits, inheritedLimits } from '../../../shared/authorization/inheritedLimits.ts';
import { gainedPermissions, rightsOfRole } from '../../../shared/authorization/rightWays.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { RoleFields } from '../../../shared/catalogue/procedures/roleShapes.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { movesTogether } from '../../components/rightsGroups.ts';

export type ListedRole = Output<'role.find'>['roles'][number];
export type OpenRole = Output<'role.read'>;
export type RoleDraft = RoleFields;

export const NEW_ROLE: RoleDraft = {
  name: '',
  purpose: '',
  parentId: null,
  policyIds: [],
  taskIds: [],
  permissions: [],
  conditions: [],
  hours: [],
};

/** The stored role as the editor begins with it. */
export function draftOf(role: OpenRole): RoleDraft {
  const { name, purpose, parentId, policyIds, taskIds, ownPermissions, conditions, hours } = role;
  return { name, purpose, parentId, policyIds, taskIds, permissions: ownPermissions, conditions, hours };
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
  return new Map(roles.map((role) => [role.roleId, definitionOf(role)]));
}

function definitionOf(role: ListedRole | OpenRole): RoleDefinition {
  const { roleId, parentId, granted, narrowed, policyIds, conditions, hours } = role;
  return { roleId, parentId, granted, narrowed, policyIds, conditions, hours };
}

export interface RoleDifference {
  readonly added: readonly PermissionId[];
  readonly removed: readonly PermissionId[];
  /** What it would give beyond its parent, which a Super User must confirm (S2.64). */
  readonly beyondParent: readonly PermissionId[];
  /** Rights it gave before and would give more widely: at more hours, or over more records (S2.62, S2.63). */
  readonly loosened: readonly PermissionId[];
}

/** What saving would change about all the role gives; `before` is null for a new role. */
export function differenceOf(before: OpenRole | null, draft: RoleDraft, definitions: RoleDefinitions): RoleDifference {
  const had = withImplied(before?.permissions ?? []);
  const has = givenBy(draft, definitions);
  const parent = draft.parentId === null ? null : withImplied(flattenRole(draft.parentId, definitions));
  const known = before?.parentId === draft.parentId ? withImplied(before.ownPermissions) : new Set();
  const own = withImplied(draft.permissions);
  return {
    loosened: before === null ? [] : loosenedBy(before, draft, definitions, had),
    added: [...has].filter((id) => !had.has(id)),
    removed: [...had].filter((id) => !has.has(id)),
    beyondParent: parent === null ? [] : [...own].filter((id) => !parent.has(id) && !known.has(id)),
  };
}

/** Counted as the judge counts what a change gives. */
function loosenedBy(
  before: OpenRole,
  draft: RoleDraft,
  definitions: RoleDefinitions,
  had: ReadonlySet<PermissionId>,
): PermissionId[] {
  const stored = new Map(definitions).set(before.roleId, definitionOf(before));
  const gains = gainedPermissions(rightsOfRole(before.roleId, stored), rightsOfRole(DRAFT, withDraft(draft, stored)));
  return gains.filter((id) => had.has(id));
}

/** All a role like the draft would give, with its policies and what every right brings. */
export function givenBy(draft: RoleDraft, definitions: RoleDefinitions): ReadonlySet<PermissionId> {
  return withImplied(flattenRole(DRAFT, withDraft(draft, definitions)));
}

/** The rights a condition of the draft can bind: what it gives itself and takes from its parent, not its policies’. */
export function rightsToBind(draft: RoleDraft, definitions: RoleDefinitions): ReadonlySet<PermissionId> {
  return givenBy({ ...draft, policyIds: [] }, definitions);
}

/** What binds a role like the draft besides itself. */
export function inheritedBy(draft: RoleDraft, definitions: RoleDefinitions): readonly InheritedLimits[] {
  return inheritedLimits(DRAFT, withDraft(draft, definitions));
}

/** The draft as it is saved: a condition goes with the right it binds, and comes back with it as long as the form is open. */
export function settled(draft: RoleDraft, definitions: RoleDefinitions): RoleDraft {
  const bound = rightsToBind(draft, definitions);
  return { ...draft, conditions: draft.conditions.filter(({ permission }) => bound.has(permission)) };
}

/** Stands for the draft among the stored roles. */
const DRAFT = ' draft';

function withDraft(draft: RoleDraft, definitions: RoleDefinitions): RoleDefinitions {
  const { parentId, policyIds, permissions, conditions, hours } = draft;
  const defined = defineUnder(parentId, permissions, definitions);
  return new Map(definitions).set(DRAFT, { roleId: DRAFT, parentId, policyIds, conditions, hours, ...defined });
}
