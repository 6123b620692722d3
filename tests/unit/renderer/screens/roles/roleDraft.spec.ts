import { describe, expect, it } from 'vitest';
import {
  definitionsOf,
  differenceOf,
  givenBy,
  type ListedRole,
  NEW_ROLE,
  type OpenRole,
  tickRole,
} from '../../../../../renderer/screens/roles/roleDraft.ts';
import { roleTickBlockedBecause } from '../../../../../renderer/screens/roles/roleRules.ts';
import type { SubjectView } from '../../../../../renderer/session/useSession.ts';
import { beyondTasks } from '../../../../../shared/catalogue/tasks.ts';

const listed = (roleId: string, permissions: ListedRole['permissions']) => ({ roleId, permissions }) as ListedRole;
const roles = definitionsOf([listed('desk', ['patient:read', 'schedule:update']), listed('phones', ['call:read'])]);
const viewer = (permissions: SubjectView['permissions'], isSuperUser = false) =>
  ({ permissions, isSuperUser }) as SubjectView;

describe('the editor of a role', () => {
  it('S5.07 ticks and unticks what belongs together', () => {
    expect(tickRole([], ['claim:update'], true).sort()).toEqual(['claim:create', 'claim:read', 'claim:update']);
    expect(tickRole(['claim:update', 'list:read'], ['claim:read'], false)).toEqual(['list:read']);
  });

  it('S4.06 counts what policies bring to what is ticked', () => {
    const draft = { ...NEW_ROLE, policyIds: ['phones'], permissions: ['list:read' as const] };
    expect([...givenBy(draft, roles)].sort()).toEqual(['call:read', 'list:read']);
  });

  it('S2.64 points out what goes beyond the parent, once it is new', () => {
    const draft = { ...NEW_ROLE, parentId: 'desk', permissions: ['patient:read' as const, 'note:read' as const] };
    expect(differenceOf(null, draft, roles)).toEqual({
      added: expect.arrayContaining(['patient:read', 'note:read']),
      removed: [],
      beyondParent: ['note:read'],
    });
    const before = { parentId: 'desk', permissions: draft.permissions, ownPermissions: draft.permissions } as OpenRole;
    expect(differenceOf(before, draft, roles)).toEqual({ added: [], removed: [], beyondParent: [] });
  });

  it('S1.18 finds what no named task needs, and nothing while no task is named', () => {
    expect(beyondTasks(['patient:read', 'schedule:create', 'note:read'], ['checkIn'])).toEqual(['note:read']);
    expect(beyondTasks(['note:read'], [])).toEqual([]);
  });

  it('P5 closes ticks that the person looking could not give', () => {
    expect(roleTickBlockedBecause(viewer(['claim:read']), 'claim:read', false)).toBeNull();
    expect(roleTickBlockedBecause(viewer(['claim:read']), 'list:read', false)).toContain('what you hold yourself');
    expect(roleTickBlockedBecause(viewer(['user:read']), 'user:read', false)).toContain('Only a Super User');
    expect(roleTickBlockedBecause(viewer([]), 'list:read', true)).toBeNull();
    expect(roleTickBlockedBecause(viewer([], true), 'user:read', false)).toBeNull();
  });
});
