import { describe, expect, it } from 'vitest';
import {
  copyOf,
  definitionsOf,
  differenceOf,
  draftOf,
  givenBy,
  inheritedBy,
  type ListedRole,
  NEW_ROLE,
  type OpenRole,
  type RoleDraft,
  settled,
  tickRole,
} from '../../../../../renderer/screens/roles/roleDraft.ts';
import { roleTickBlockedBecause } from '../../../../../renderer/screens/roles/roleRules.ts';
import type { SubjectView } from '../../../../../renderer/session/useSession.ts';
import { beyondTasks } from '../../../../../shared/catalogue/tasks.ts';

const listed = (roleId: string, permissions: ListedRole['permissions'], more: Partial<ListedRole> = {}) =>
  ({
    roleId,
    parentId: null,
    policyIds: [],
    taskIds: [],
    permissions,
    ownPermissions: permissions,
    granted: permissions,
    narrowed: [],
    conditions: [],
    hours: [],
    inherited: [],
    ...more,
  }) as unknown as ListedRole & OpenRole;
const roles = definitionsOf([listed('desk', ['patient:read', 'schedule:update']), listed('phones', ['call:read'])]);
const under = (cents: number) =>
  ({ permission: 'financial:approve', type: 'refund', field: 'cents', operator: 'lessThan', value: cents }) as const;
const hours = [{ weekday: 6, fromMinute: 1_320, untilMinute: 360 }];
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
      loosened: [],
    });
    const before = listed('evening', draft.permissions, { parentId: 'desk' });
    expect(differenceOf(before, draft, roles)).toEqual({ added: [], removed: [], beyondParent: [], loosened: [] });
  });

  it('S2.62 S2.63 copies hours and conditions with the rights', () => {
    const copy = copyOf(
      listed('approvers', ['financial:approve'], { name: 'Approvers', conditions: [under(500_00)], hours }),
    );
    expect(copy).toMatchObject({ name: 'Approvers (copy)', conditions: [under(500_00)], hours });
  });

  it('S2.63 counts a condition that is loosened as a right given more widely, and a tightened one not', () => {
    const stored = listed('approvers', ['financial:read', 'financial:approve'], { conditions: [under(500_00)] });
    const changed = (conditions: RoleDraft['conditions']) =>
      differenceOf(stored, { ...draftOf(stored), conditions }, definitionsOf([stored])).loosened;
    expect(changed([under(500_00)])).toEqual([]);
    expect(changed([under(499_99)])).toEqual([]);
    expect(changed([under(500_01)])).toEqual(['financial:approve']);
    expect(changed([])).toEqual(['financial:approve']);
  });

  it('S2.62 counts longer hours as rights given more widely, and shorter ones not', () => {
    const stored = listed('evening', ['call:read'], { hours });
    const changed = (next: RoleDraft['hours']) =>
      differenceOf(stored, { ...draftOf(stored), hours: next }, definitionsOf([stored])).loosened;
    expect(changed([{ weekday: 6, fromMinute: 1_330, untilMinute: 300 }])).toEqual([]);
    expect(changed([{ weekday: 6, fromMinute: 1_320, untilMinute: 361 }])).toEqual(['call:read']);
    expect(changed([])).toEqual(['call:read']);
  });

  it('S2.63 lets a condition go with the right it binds, and brings it back with it', () => {
    const draft = { ...NEW_ROLE, permissions: ['financial:approve' as const], conditions: [under(500_00)] };
    expect(settled(draft, roles).conditions).toEqual([under(500_00)]);
    expect(settled({ ...draft, permissions: ['call:read'] }, roles).conditions).toEqual([]);
    expect(settled({ ...draft, permissions: [], policyIds: ['money'] }, roles).conditions).toEqual([]);
  });

  it('S2.62 S2.63 shows what a parent and a policy bind', () => {
    const parent = listed('night', ['call:read'], { hours });
    const policy = listed('money', ['financial:approve'], { conditions: [under(500_00)] });
    const draft = { ...NEW_ROLE, parentId: 'night', policyIds: ['money'] };
    expect(inheritedBy(draft, definitionsOf([parent, policy]))).toEqual([
      { roleId: 'night', from: 'parent', hours, conditions: [] },
      { roleId: 'money', from: 'policy', hours: [], conditions: [under(500_00)] },
    ]);
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
