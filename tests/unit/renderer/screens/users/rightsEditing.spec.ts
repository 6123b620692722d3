// Ticks in the rights matrix.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { movesTogether } from '../../../../../renderer/components/rightsGroups.ts';
import { summaryOf, tick } from '../../../../../renderer/screens/users/rightsEditing.ts';
import { effectivePermissions, type RightsOfUser } from '../../../../../shared/authorization/effectivePermissions.ts';
import { VERBS } from '../../../../../shared/catalogue/dataAreas.ts';
import { DEFAULT_ROLES } from '../../../../../shared/catalogue/defaultRoles.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../../../../shared/catalogue/permissions.ts';

const grants = DEFAULT_ROLES.map(({ id, name, permissions }) => ({ roleId: id, roleName: name, permissions }));
const rightsOf = (...roleIds: string[]): RightsOfUser => ({
  roles: grants.filter(({ roleId }) => roleIds.includes(roleId)),
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
});
const holds = (rights: RightsOfUser, id: PermissionId) =>
  effectivePermissions(rights).some(({ permission, isHeld }) => permission === id && isHeld);

/** The powers of the Super User tick come with it alone; no single tick gives them. */
const TICKABLE = PERMISSION_IDS.filter((id) => PERMISSIONS[id].category !== 'Super User');

const anyRights = fc
  .record({
    roles: fc.subarray(grants),
    /** A role nobody ships: any ticks, also Edit without View. */
    ownRole: fc.subarray(PERMISSION_IDS),
    granted: fc.subarray(PERMISSION_IDS),
    revoked: fc.subarray(PERMISSION_IDS),
    hasAccessSecurity: fc.boolean(),
  })
  .map(
    ({ roles, ownRole, granted, revoked, hasAccessSecurity }): RightsOfUser => ({
      roles: [...roles, { roleId: 'own', roleName: 'Own', permissions: ownRole }],
      exceptions: [
        ...granted
          .filter((id) => !revoked.includes(id))
          .map((permission) => ({ permission, effect: 'grant' as const })),
        ...revoked.map((permission) => ({ permission, effect: 'revoke' as const })),
      ],
      isSuperUser: false,
      hasAccessSecurity,
      isPhiRestricted: false,
    }),
  );

describe('S5.07 a tick in the rights matrix', () => {
  it('of Delete brings Edit and View, and never Export', () => {
    const rights = rightsOf();
    const { exceptions, alsoChanged } = tick(rights, ['claim:delete'], true);
    const after = { ...rights, exceptions };
    expect(alsoChanged.toSorted()).toEqual(['claim:create', 'claim:read', 'claim:update']);
    expect(holds(after, 'claim:export')).toBe(false);
  });

  it('taken from View takes everything that needs it', () => {
    expect(movesTogether('claim:read', false).toSorted()).toEqual(VERBS.map((verb) => `claim:${verb}`).toSorted());
  });

  it('back to what the role says leaves no exception behind', () => {
    const rights = rightsOf('billing');
    const taken = tick(rights, ['claim:export'], false);
    expect(taken.exceptions).toEqual([{ permission: 'claim:export', effect: 'revoke' }]);
    expect(tick({ ...rights, exceptions: taken.exceptions }, ['claim:export'], true).exceptions).toEqual([]);
  });

  test.prop([anyRights, fc.constantFrom(...TICKABLE), fc.boolean()])(
    'makes exactly the ticked right and those that move with it so, and changes no other',
    (rights, id, isTicked) => {
      const after = { ...rights, exceptions: tick(rights, [id], isTicked).exceptions };
      const moved = movesTogether(id, isTicked);
      for (const { permission, isHeld } of effectivePermissions(after))
        expect(isHeld).toBe(moved.includes(permission) ? isTicked : holds(rights, permission));
    },
  );

  test.prop([anyRights, fc.constantFrom(...TICKABLE), fc.boolean()])(
    'leaves the exceptions of every other area as they were',
    (rights, id, isTicked) => {
      const others = ({ exceptions }: Pick<RightsOfUser, 'exceptions'>) =>
        exceptions.filter(({ permission }) => PERMISSIONS[permission].category !== PERMISSIONS[id].category);
      expect(others(tick(rights, [id], isTicked))).toEqual(others(rights));
    },
  );

  test.prop([anyRights, fc.subarray(PERMISSION_IDS), fc.boolean()])(
    'never leaves two exceptions about one right',
    (rights, ids, isTicked) => {
      const named = tick(rights, ids, isTicked).exceptions.map(({ permission }) => permission);
      expect(new Set(named).size).toBe(named.length);
    },
  );
});

describe('S4.09 the summary of a person', () => {
  it('counts areas that reach PHI and areas that can be deleted in', () => {
    expect(summaryOf(effectivePermissions(rightsOf('billing')), false)).toBe(
      'Can reach PHI in 4 areas; can delete in none.',
    );
    expect(summaryOf(effectivePermissions(rightsOf('inventory')), false)).toBe('Reaches no PHI; can delete in 1 area.');
  });
});
