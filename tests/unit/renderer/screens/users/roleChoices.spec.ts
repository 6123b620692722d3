import { describe, expect, it } from 'vitest';
import { inOfferedOrder, roleChoices } from '../../../../../renderer/screens/users/roleChoices.ts';
import type { Output } from '../../../../../shared/catalogue/procedures.ts';

type Listed = Output<'role.find'>['roles'][number];
const role = (roleId: string, more: Partial<Listed> = {}): Listed => ({
  roleId,
  code: 1000,
  name: roleId,
  kind: 'clinic',
  version: 1,
  purpose: 'A purpose.',
  parentId: null,
  policyIds: [],
  taskIds: [],
  ownPermissions: [],
  granted: [],
  narrowed: [],
  conditions: [],
  hours: [],
  inherited: [],
  unknownPermissions: [],
  isBroken: false,
  isActive: true,
  isSuperUserGiven: false,
  lockOut: null,
  isOfferedFirst: false,
  holderCount: 0,
  permissionCount: 0,
  allHours: [],
  conditionedPermissions: [],
  permissions: [],
  ...more,
});
const offered = (roles: readonly Listed[]) => inOfferedOrder(roleChoices(roles, []), ({ roleId }) => roleId);

describe('the roles offered when a user is added', () => {
  it('S2.31 come in two groups: what an office of this size usually uses, then more roles', () => {
    const roles = [role('inventory'), role('provider', { isOfferedFirst: true }), role('manager')];
    expect(offered(roles)).toEqual([
      { group: 'Usual in an office of this size', items: ['provider'] },
      { group: 'More roles', items: ['inventory', 'manager'] },
    ]);
  });

  it('S2.31 are one list while no size is chosen, or when every role is usual', () => {
    expect(offered([role('inventory'), role('provider')])).toEqual(['inventory', 'provider']);
    expect(offered([role('provider', { isOfferedFirst: true })])).toEqual(['provider']);
  });

  it('leave out a role that is not in use, however usual it is', () => {
    expect(offered([role('provider', { isOfferedFirst: true, isActive: false }), role('manager')])).toEqual([
      'manager',
    ]);
  });
});
