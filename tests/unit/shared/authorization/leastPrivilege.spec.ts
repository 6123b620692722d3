// The least-privilege score: explained by its reasons, and never better for more ticks (S2.35).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { leastPrivilege } from '../../../../shared/authorization/leastPrivilege.ts';
import { permission, rightsOfUser } from '../../../specs/access/arbitraryRights.ts';

const NOTHING: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
const role = (...permissions: RightsOfUser['roles'][number]['permissions']) => ({
  roleId: 'desk',
  roleName: 'Front desk',
  permissions,
});

describe('the least-privilege score (S2.35)', () => {
  test.prop([rightsOfUser, fc.boolean()])('is 100 less the points of its reasons, and never below 0', (rights, all) => {
    const { score, hints } = leastPrivilege(rights, all);
    expect(score).toBe(Math.max(0, 100 - hints.reduce((sum, { points }) => sum + points, 0)));
    for (const { count, points } of hints) expect(Math.min(count, points)).toBeGreaterThan(0);
  });

  test.prop([rightsOfUser, permission, fc.boolean()])('one more tick never makes it better', (rights, id, all) => {
    const others = rights.exceptions.filter((one) => one.permission !== id);
    const without = { ...rights, exceptions: others };
    const ticked: RightsOfUser = { ...rights, exceptions: [...others, { permission: id, effect: 'grant' }] };
    expect(leastPrivilege(ticked, all).score).toBeLessThanOrEqual(leastPrivilege(without, all).score);
  });

  it('S2.35 a role within a provider limit has nothing that stands out', () => {
    expect(leastPrivilege({ ...NOTHING, roles: [role('patient:read')] }, false)).toEqual({ score: 100, hints: [] });
  });

  it('S2.35 names deleting, exporting and single ticks, the heaviest first', () => {
    const rights: RightsOfUser = {
      ...NOTHING,
      roles: [role('patient:export')],
      exceptions: [{ permission: 'claim:delete', effect: 'grant' }],
    };
    const { hints } = leastPrivilege(rights, true);
    expect(hints[0]).toEqual({ reason: 'allProviders', count: 1, points: 10 });
    expect(hints.map(({ reason }) => reason)).toContain('deletesPhi');
    expect(hints.map(({ reason }) => reason)).toContain('exportsPhi');
    expect(hints.map(({ reason }) => reason)).toContain('beyondRoles');
  });

  it('S2.35 counts neither rights without patient data, nor All Providers where nothing reaches patients', () => {
    expect(leastPrivilege({ ...NOTHING, roles: [role('inventory:delete', 'inventory:export')] }, true)).toEqual({
      score: 100,
      hints: [],
    });
  });

  it('S2.35 counts a single tick only where no role gives the same', () => {
    const rights: RightsOfUser = {
      ...NOTHING,
      roles: [role('inventory:read')],
      exceptions: [
        { permission: 'inventory:read', effect: 'grant' },
        { permission: 'list:read', effect: 'grant' },
      ],
    };
    expect(leastPrivilege(rights, false).hints).toEqual([{ reason: 'beyondRoles', count: 1, points: 3 }]);
  });
});
