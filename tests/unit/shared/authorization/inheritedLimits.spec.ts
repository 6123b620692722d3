// What binds a role without standing in it (S2.62, S2.63, S2.64).
import { describe, expect, it } from 'vitest';
import type { RightCondition, RoleDefinition } from '../../../../shared/authorization/flattenRole.ts';
import { inheritedLimits } from '../../../../shared/authorization/inheritedLimits.ts';

const hours = [{ weekday: 1, fromMinute: 480, untilMinute: 1_020 }];
const conditions: RightCondition[] = [
  { permission: 'financial:approve', type: 'refund', field: 'cents', operator: 'atMost', value: 500 },
];
const role = (roleId: string, more: Partial<RoleDefinition> = {}): [string, RoleDefinition] => [
  roleId,
  { roleId, parentId: null, granted: [], narrowed: [], policyIds: [], conditions: [], hours: [], ...more },
];
const over = (...roles: [string, RoleDefinition][]) => inheritedLimits('child', new Map(roles));

describe('the limits a role takes over', () => {
  it('S2.64 are those of its parents, the nearest first, and then of the policies of all of them', () => {
    const found = over(
      role('child', { parentId: 'parent', policyIds: ['own'], hours }),
      role('parent', { parentId: 'top', policyIds: ['of parent'], hours }),
      role('top', { conditions }),
      role('own', { conditions }),
      role('of parent', { conditions }),
    );
    expect(found).toEqual([
      { roleId: 'parent', from: 'parent', hours, conditions: [] },
      { roleId: 'top', from: 'parent', hours: [], conditions },
      { roleId: 'own', from: 'policy', hours: [], conditions },
      { roleId: 'of parent', from: 'policy', hours: [], conditions },
    ]);
  });

  it('S2.64 leave out what limits nothing, and a policy that is gone', () => {
    const plain = role('child', { parentId: 'parent', policyIds: ['own', 'gone'], hours, conditions });
    expect(over(plain, role('parent'), role('own'))).toEqual([]);
  });

  it('S2.64 are none where the line of parents is broken: such a role gives nothing to limit', () => {
    expect(over(role('child', { parentId: 'gone', policyIds: ['own'] }), role('own', { conditions }))).toEqual([]);
  });
});
