// The changed parts of a role in readable words, for the log: before and after (S1.06).
import type { StoredRole } from '../../db/repositories/role.ts';
import { conditionWords } from '../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../shared/authorization/flattenRole.ts';
import { hoursWords } from '../../shared/authorization/hoursWords.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { RoleFields } from '../../shared/catalogue/procedures/roleShapes.ts';
import { TASKS, type TaskId } from '../../shared/catalogue/tasks.ts';
import type { FieldChange } from './userChanges.ts';

/** What would be different; `before` is null for a new role. `nameOf` names roles by id. */
export function roleChanges(
  before: StoredRole | null,
  after: RoleFields,
  nameOf: (roleId: string) => string,
): FieldChange[] {
  const names = (ids: readonly string[]) => ids.map(nameOf).toSorted().join(', ') || null;
  const tasks = (ids: readonly string[]) => ids.map((id) => TASKS[id as TaskId]?.label ?? id).join(', ') || null;
  const parent = (id: string | null | undefined) => (id === null || id === undefined ? null : nameOf(id));
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ['Name', before?.name ?? null, after.name],
    ['Purpose', before?.purpose ?? null, after.purpose],
    ['Parent', parent(before?.parentId), parent(after.parentId)],
    ['Policies', names(before?.policyIds ?? []), names(after.policyIds)],
    ['Tasks', tasks(before?.taskIds ?? []), tasks(after.taskIds)],
    ['Hours', before === null ? 'always' : hoursWords(before.hours), hoursWords(after.hours)],
  ];
  return [
    ...pairs.filter(([, old, now]) => old !== now).map(([field, old, now]) => ({ field, old, new: now })),
    ...permissionChanges(before?.ownPermissions ?? [], after.permissions),
    ...conditionChanges(before?.conditions ?? [], after.conditions),
  ];
}

function conditionChanges(before: readonly RightCondition[], after: readonly RightCondition[]): FieldChange[] {
  const words = (one: RightCondition) => conditionWords(one, (atMs) => new Date(atMs).toISOString());
  const [had, has] = [before.map(words), after.map(words)];
  return [
    ...has.filter((one) => !had.includes(one)).map((one) => ({ field: 'Condition', old: null, new: one })),
    ...had.filter((one) => !has.includes(one)).map((one) => ({ field: 'Condition', old: one, new: null })),
  ];
}

function permissionChanges(before: readonly PermissionId[], after: readonly PermissionId[]): FieldChange[] {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...[...has].filter((id) => !had.has(id)).map((id) => ({ field: PERMISSIONS[id].label, old: null, new: 'given' })),
    ...[...had].filter((id) => !has.has(id)).map((id) => ({ field: PERMISSIONS[id].label, old: 'given', new: null })),
  ];
}
