// Parents, narrowings and policies flattened into sets: the rules of inheritance as properties (S2.64, S4.06).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  defineUnder,
  flattenedRights,
  flattenRole,
  type RightCondition,
  type RoleDefinition,
  roleLine,
  rolesUnder,
  withImplied,
} from '../../../../shared/authorization/flattenRole.ts';
import { permissionsNeeding } from '../../../../shared/catalogue/impliedPermissions.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';

const some = fc.uniqueArray(fc.constantFrom(...PERMISSION_IDS), { maxLength: 12 });
const IDS = ['a', 'b', 'c', 'd', 'e'];
/** Any five roles, circles and long lines among them. */
const anyRoles = fc
  .tuple(
    ...IDS.map((roleId) =>
      fc.record({
        roleId: fc.constant(roleId),
        parentId: fc.constantFrom(null, 'gone', ...IDS),
        granted: some,
        narrowed: some,
        policyIds: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }),
        conditions: fc.constant([]),
        hours: fc.constant([]),
      }),
    ),
  )
  .map((roles) => new Map<string, RoleDefinition>(roles.map((role) => [role.roleId, role])));

const role = (roleId: string, more: Partial<RoleDefinition> = {}): [string, RoleDefinition] => [
  roleId,
  { roleId, parentId: null, granted: [], narrowed: [], policyIds: [], conditions: [], hours: [], ...more },
];

describe('what Edit brings under conditions', () => {
  const upTo = (permission: PermissionId, value: number): RightCondition => ({
    permission,
    type: 'refund',
    field: 'cents',
    operator: 'atMost',
    value,
  });
  const amounts = (rights: ReturnType<typeof flattenedRights>) =>
    rights.get('financial:read')?.map((way) => way.map(({ value }) => value));

  it('S2.63 S5.07 Edit under one condition brings View under that one, beside a View under two', () => {
    const conditions = [upTo('financial:read', 500), upTo('financial:read', 100)];
    const roles = new Map([
      role('a', { granted: ['financial:read'], conditions, policyIds: ['q'] }),
      role('q', { granted: ['financial:update'], conditions: [upTo('financial:update', 500)] }),
    ]);
    expect(amounts(flattenedRights('a', roles))).toEqual([[500, 100], [500]]);
  });

  it('S2.63 Edit under conditions of its own says nothing of View that View lets through anyway', () => {
    const roles = new Map([
      role('a', {
        granted: ['financial:read', 'financial:update'],
        conditions: [upTo('financial:read', 500), upTo('financial:update', 100)],
        policyIds: ['q'],
      }),
      role('q', { granted: ['financial:read'], conditions: [upTo('financial:read', 200)] }),
    ]);
    expect(amounts(flattenedRights('a', roles))).toEqual([[500], [200]]);
  });
});

describe('a flattened role', () => {
  test.prop([some, some, some])('S2.64 gives exactly what was ticked under any parent', (parent, policy, wanted) => {
    const roles = new Map([role('p', { granted: parent, policyIds: ['q'] }), role('q', { granted: policy })]);
    const child = { ...role('c', { parentId: 'p' })[1], ...defineUnder('p', wanted, roles) };
    const flat = flattenRole('c', new Map(roles).set('c', child));
    expect([...withImplied(flat)].sort()).toEqual([...withImplied(wanted)].sort());
  });

  test.prop([some, some])('S2.64 without anything of its own gives no more than its parent', (parent, narrowed) => {
    const roles = new Map([role('p', { granted: parent }), role('c', { parentId: 'p', narrowed })]);
    const above = withImplied(flattenRole('p', roles));
    for (const id of withImplied(flattenRole('c', roles))) expect(above.has(id)).toBe(true);
  });

  test.prop([some, some])(
    'S2.64 keeps neither what was narrowed away nor what cannot do without it',
    (parent, narrowed) => {
      const roles = new Map([role('p', { granted: parent }), role('c', { parentId: 'p', narrowed })]);
      const flat = withImplied(flattenRole('c', roles));
      for (const id of narrowed) for (const gone of [id, ...permissionsNeeding(id)]) expect(flat.has(gone)).toBe(false);
    },
  );

  test.prop([some, some])('S4.06 gives the union of itself and its policies, in any order', (own, policy) => {
    const of = (policyIds: string[]) =>
      flattenRole('r', new Map([role('r', { granted: own, policyIds }), role('x', { granted: policy }), role('y')]));
    expect(new Set(of(['x', 'y']))).toEqual(new Set([...own, ...policy]));
    expect([...of(['y', 'x'])].sort()).toEqual([...of(['x', 'y'])].sort());
  });

  test.prop([anyRoles])('S2.64 ends for every table of roles, and gives nothing where the line is broken', (roles) => {
    for (const id of IDS) {
      const flat = flattenRole(id, roles);
      if (roleLine(id, roles) === null) expect(flat.size).toBe(0);
    }
  });

  test.prop([anyRoles, fc.constantFrom(...IDS)])('P5 whatever changes with a role is under it', (roles, changed) => {
    const before = roles.get(changed);
    if (before === undefined) return;
    const after = new Map(roles).set(changed, { ...before, granted: PERMISSION_IDS, narrowed: [] });
    const under = rolesUnder(changed, roles);
    for (const id of IDS) {
      const isSame = sorted(flattenRole(id, roles)) === sorted(flattenRole(id, after));
      expect(isSame || under.has(id)).toBe(true);
    }
  });

  it('S4.01 gives what it gives itself where a policy stacked on it is gone', () => {
    const roles = new Map([role('p', { granted: ['claim:read'], policyIds: ['gone'] })]);
    expect([...flattenRole('p', roles)]).toEqual(['claim:read']);
  });
  it('S2.26 writes a role without a parent down as it was ticked, each right once', () => {
    const wanted: PermissionId[] = ['claim:read', 'claim:export', 'claim:read'];
    expect(defineUnder(null, wanted, new Map())).toEqual({ granted: ['claim:read', 'claim:export'], narrowed: [] });
  });
  it('S2.64 writes under a parent only what differs from it', () => {
    const roles = new Map([role('p', { granted: ['claim:read', 'list:read'] })]);
    expect(defineUnder('p', ['claim:read', 'call:read'], roles)).toEqual({
      granted: ['call:read'],
      narrowed: ['list:read'],
    });
  });
  it('P5 finds children and those a policy is stacked on under a role, and nobody else', () => {
    const roles = new Map([
      role('p'),
      role('child', { parentId: 'p' }),
      role('grandchild', { parentId: 'child' }),
      role('stacked', { policyIds: ['p'] }),
      role('stranger', { parentId: 'other' }),
      role('other'),
    ]);
    expect([...rolesUnder('p', roles)].toSorted()).toEqual(['child', 'grandchild', 'p', 'stacked']);
  });
  it('S2.64 allows a role, its parent and its parent’s parent, and not one more', () => {
    const roles = new Map([
      role('a'),
      role('b', { parentId: 'a' }),
      role('c', { parentId: 'b' }),
      role('d', { parentId: 'c' }),
    ]);
    expect(roleLine('c', roles)?.map(({ roleId }) => roleId)).toEqual(['c', 'b', 'a']);
    expect(roleLine('d', roles)).toBeNull();
  });
});

function sorted(permissions: Iterable<PermissionId>): string {
  return [...permissions].sort().join();
}
