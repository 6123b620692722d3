import { describe, expect, it } from 'vitest';
import { heldPermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import type { RoleDefinition } from '../../../../shared/authorization/flattenRole.ts';
import { UNLIMITED } from '../../../../shared/authorization/grantTerms.ts';
import {
  borrowedRights,
  conditionsOfRights,
  covers,
  gainedPermissions,
  type RightWay,
  rightsOfRole,
  rightWays,
} from '../../../../shared/authorization/rightWays.ts';
import type { RowCondition } from '../../../../shared/authorization/rowCondition.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';

const small: RowCondition = { type: 'refund', field: 'cents', operator: 'atMost', value: 500 };
const tiny: RowCondition = { ...small, value: 100 };
const rights = (more: Partial<RightsOfUser>): RightsOfUser => ({
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
  ...more,
});
const role = (permissions: readonly PermissionId[], more: object = {}, roleId = 'a') => ({
  roleId,
  roleName: roleId,
  permissions,
  ...more,
});
const bound = (id: PermissionId, ...ways: RowCondition[][]) => ({ conditions: new Map([[id, ways]]) });
const way = (more: Partial<RightWay> = {}): RightWay => ({ terms: UNLIMITED, hours: [], conditions: [], ...more });
const terms = (more: object) => ({ terms: { ...UNLIMITED, ...more } });

describe('conditionsOfRights', () => {
  it('S2.63 names a right under conditions alone; held whole from elsewhere it has none', () => {
    const limited = role(['financial:approve'], bound('financial:approve', [small]));
    expect(conditionsOfRights(rights({ roles: [limited] })).get('financial:approve')).toEqual([[small]]);
    const whole = rights({ roles: [limited, role(['financial:approve'], {}, 'b')] });
    expect(conditionsOfRights(whole).has('financial:approve')).toBe(false);
    const ticked = rights({ roles: [limited], exceptions: [{ permission: 'financial:approve', effect: 'grant' }] });
    expect(conditionsOfRights(ticked).has('financial:approve')).toBe(false);
  });

  it('S2.63 adds up the conditions of several roles as alternatives', () => {
    const one = role(['financial:approve'], bound('financial:approve', [small]));
    const other = role(['financial:approve'], bound('financial:approve', [tiny]), 'b');
    expect(conditionsOfRights(rights({ roles: [one, other] })).get('financial:approve')).toEqual([[small], [tiny]]);
  });

  it('S5.07 what a right under conditions brings is brought under them', () => {
    const { roles } = rights({ roles: [role(['financial:update'], bound('financial:update', [small]))] });
    expect(conditionsOfRights(rights({ roles })).get('financial:read')).toEqual([[small]]);
  });
});

describe('rightWays and borrowedRights', () => {
  it('keeps the terms of each way, and takes what ends or is bound to a place for borrowed', () => {
    const lent = role(['claim:read'], terms({ validUntil: '2026-12-01' }));
    expect(rightWays(rights({ roles: [lent] })).get('claim:read')).toEqual([way(terms({ validUntil: '2026-12-01' }))]);
    expect([...borrowedRights(rights({ roles: [lent] }))]).toEqual(['claim:read']);
    expect(borrowedRights(rights({ roles: [role(['claim:read'], terms({ locationIds: ['x'] }))] })).size).toBe(1);
    expect(borrowedRights(rights({ roles: [role(['claim:read'], terms({ validFrom: '2026-11-01' }))] })).size).toBe(0);
    expect(borrowedRights(rights({ roles: [lent, role(['claim:read'], {}, 'b')] })).size).toBe(0);
    const beside = role(['list:read'], {}, 'b');
    expect([...borrowedRights(rights({ roles: [lent, beside] }))]).toEqual(['claim:read']);
    const tick = {
      permission: 'claim:read' as const,
      effect: 'grant' as const,
      ...terms({ validUntil: '2026-12-01' }),
    };
    expect(borrowedRights(rights({ exceptions: [tick] })).size).toBe(1);
  });
});

describe('rightsOfRole', () => {
  it('P5 is what somebody with that role alone would hold, within its hours and conditions', () => {
    const morning = [{ weekday: 1, fromMinute: 480, untilMinute: 720 }];
    const definition: RoleDefinition = {
      roleId: 'a',
      parentId: null,
      granted: ['patient:read', 'financial:approve'],
      narrowed: [],
      policyIds: [],
      conditions: [{ permission: 'financial:approve', ...small }],
      hours: morning,
    };
    const alone = rightsOfRole('a', new Map([['a', definition]]));
    expect([...heldPermissions(alone)].toSorted()).toEqual(['financial:approve', 'financial:read', 'patient:read']);
    expect(rightWays(alone).get('patient:read')).toEqual([way({ hours: [morning] })]);
    expect(rightWays(alone).get('financial:approve')).toEqual([way({ hours: [morning], conditions: [small] })]);
  });
});

describe('ticks for one person', () => {
  const until = (permission: PermissionId, day: string | null) => ({
    permission,
    effect: 'grant' as const,
    ...terms({ validUntil: day }),
  });

  it('S4.07 S5.07 a tick on Edit for good gives View for good, though the tick on View ends', () => {
    const both = rights({ exceptions: [until('claim:read', '2026-12-01'), until('claim:update', null)] });
    expect(borrowedRights(both).size).toBe(0);
    expect(rightWays(both).get('claim:read')).toEqual([way(terms({ validUntil: '2026-12-01' })), way()]);
    expect(gainedPermissions(both, rights({ exceptions: [until('claim:read', null)] }))).toEqual([]);
  });

  it('S4.07 an untick of Edit gives no View, and a tick gives nothing above it', () => {
    const untick = { permission: 'claim:update' as const, effect: 'revoke' as const };
    const ways = rightWays(rights({ exceptions: [untick, until('claim:read', '2026-12-01')] }));
    expect(ways.get('claim:read')).toEqual([way(terms({ validUntil: '2026-12-01' }))]);
    const above = rightWays(rights({ exceptions: [until('claim:read', null), until('claim:update', '2026-12-01')] }));
    expect(above.get('claim:update')).toEqual([way(terms({ validUntil: '2026-12-01' }))]);
  });
});

describe('covers', () => {
  it.each([
    ['a first day', terms({ validFrom: '2026-11-22' }), terms({ validFrom: '2026-11-23' })],
    ['a last day', terms({ validUntil: '2026-11-23' }), terms({ validUntil: '2026-11-22' })],
    ['places', terms({ locationIds: ['x', 'y'] }), terms({ locationIds: ['x'] })],
    [
      'hours',
      { hours: [[{ weekday: 1, fromMinute: 0, untilMinute: 720 }]] },
      { hours: [[{ weekday: 1, fromMinute: 60, untilMinute: 660 }]] },
    ],
    ['conditions', { conditions: [small] }, { conditions: [tiny] }],
  ])('P5 holds for narrower %s and not the other way round; no such limit covers all', (_what, wide, narrow) => {
    expect(covers(way(wide), way(narrow))).toBe(true);
    expect(covers(way(narrow), way(wide))).toBe(false);
    expect(covers(way(), way(wide))).toBe(true);
    expect(covers(way(wide), way())).toBe(false);
    expect(covers(way(wide), way(wide))).toBe(true);
  });
});

describe('gainedPermissions', () => {
  it('P5 finds a right made longer, wider or unconditional, and nothing in one made narrower', () => {
    const before = rights({ roles: [role(['claim:read'], terms({ validUntil: '2026-12-01' }))] });
    const gained = (more: object) => gainedPermissions(before, rights({ roles: [role(['claim:read'], more)] }));
    expect(gained({})).toEqual(['claim:read']);
    expect(gained(terms({ validUntil: '2026-12-02' }))).toEqual(['claim:read']);
    expect(gained(terms({ validUntil: '2026-11-30' }))).toEqual([]);
    expect(gained(terms({ validUntil: '2026-12-01', locationIds: ['x'] }))).toEqual([]);
    expect(gainedPermissions(before, rights({}))).toEqual([]);
  });
});
