// Theorems about what a person holds, over random roles, ticks and flags.

import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decide } from '../../../shared/authorization/decide.ts';
import {
  effectivePermissions,
  heldPermissions,
  type RightsOfUser,
} from '../../../shared/authorization/effectivePermissions.ts';
import { EVERY_WAY } from '../../../shared/authorization/scope.ts';
import { impliedPermissions, permissionsNeeding } from '../../../shared/catalogue/impliedPermissions.ts';
import { PERMISSION_IDS, PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { everythingRight, holdsSome, needs, permission, rightsOfUser } from './arbitraryRights.ts';

describe('effective permissions', () => {
  test.prop([rightsOfUser])(
    'unticksTrumpRoles: what is taken from a user is not held, whatever gives it (S5.07, C5)',
    (rights) => {
      const held = heldPermissions({ ...rights, isSuperUser: false });
      for (const { permission: id, effect } of rights.exceptions)
        if (effect === 'revoke') expect(held.has(id)).toBe(false);
    },
  );

  test.prop([rightsOfUser])(
    'a Super User holds every permission but those a role or a tick of its own must give (S5.04, C4, S3.11)',
    (rights) => {
      const free = { ...rights, isPhiRestricted: false };
      const held = heldPermissions({ ...free, isSuperUser: true });
      const without = heldPermissions({ ...free, isSuperUser: false });
      for (const id of PERMISSION_IDS) {
        if (!PERMISSIONS[id].onlyByRoleOrTick) expect(held.has(id)).toBe(true);
        else if (without.has(id)) expect(held.has(id)).toBe(true);
      }
      const bare = { roles: [], exceptions: [], hasAccessSecurity: true, isSuperUser: true, isPhiRestricted: false };
      for (const id of heldPermissions(bare)) expect(PERMISSIONS[id].onlyByRoleOrTick).not.toBe(true);
    },
  );

  test.prop([rightsOfUser])(
    'flagTrumpsGrant: ePHI Restricted takes every right that reaches patient data, from Super Users as well (S1.09, C4)',
    (rights) => {
      const held = heldPermissions({ ...rights, isPhiRestricted: true });
      for (const id of held) expect(PERMISSIONS[id].reachesPhi).toBe(false);
    },
  );

  test.prop([rightsOfUser])('flagLeavesTheRest: lifting it brings back exactly what was there (S1.09)', (rights) => {
    const free = heldPermissions({ ...rights, isPhiRestricted: false });
    const bound = heldPermissions({ ...rights, isPhiRestricted: true });
    for (const id of bound) expect(free.has(id)).toBe(true);
    for (const id of free) {
      const needsPhi = [id, ...impliedPermissions(id)].some((one) => PERMISSIONS[one].reachesPhi);
      expect(bound.has(id)).toBe(!needsPhi);
    }
  });

  test.prop([rightsOfUser])('orderIndependent: the order of roles and ticks does not matter (S4.06)', (rights) => {
    const reversed = { ...rights, roles: rights.roles.toReversed(), exceptions: rights.exceptions.toReversed() };
    expect([...heldPermissions(reversed)]).toEqual([...heldPermissions(rights)]);
  });

  test.prop([rightsOfUser, permission])('addingUntickNeverWidens: one more untick gives nothing', (rights, id) => {
    const kept = rights.exceptions.filter((one) => one.permission !== id);
    const after = heldPermissions({ ...rights, exceptions: [...kept, { permission: id, effect: 'revoke' }] });
    const before = heldPermissions(rights);
    for (const held of after) expect(before.has(held)).toBe(true);
  });

  test.prop([rightsOfUser])('heldIsClosed: who holds a right holds what it implies (S5.07)', (rights) => {
    const held = heldPermissions(rights);
    for (const id of held) for (const implied of impliedPermissions(id)) expect(held.has(implied)).toBe(true);
  });

  test.prop([rightsOfUser, permission])('takingViewTakesEdit: an untick takes what needs it (S5.07)', (rights, id) => {
    const kept = rights.exceptions.filter((one) => one.permission !== id);
    const after = {
      ...rights,
      isSuperUser: false,
      exceptions: [...kept, { permission: id, effect: 'revoke' as const }],
    };
    const held = heldPermissions(after);
    for (const needing of permissionsNeeding(id)) expect(held.has(needing)).toBe(false);
  });

  test.prop([rightsOfUser])('onlyGivenOrImplied: nothing is held that nothing gives (S5.07)', (rights) => {
    const without = { ...rights, isSuperUser: false };
    const given = [
      ...rights.roles.flatMap(({ permissions }) => permissions),
      ...rights.exceptions.flatMap((one) => (one.effect === 'grant' ? [one.permission] : [])),
      ...(rights.hasAccessSecurity ? PERMISSION_IDS.filter((id) => PERMISSIONS[id].viaAccessSecurity) : []),
    ];
    const reach = new Set(given.flatMap((id) => [id, ...impliedPermissions(id)]));
    for (const held of heldPermissions(without)) expect(reach.has(held)).toBe(true);
  });

  test.prop([rightsOfUser, fc.nat(), fc.constantFrom('role', 'permission', 'grant', 'accessSecurity', 'superUser')])(
    'removingNeverWidens: whatever giving thing is taken out, nothing new is held',
    (rights, pick, what) => {
      const without = <T>(list: readonly T[]) => list.filter((_, at) => at !== pick % Math.max(1, list.length));
      const grants = rights.exceptions.filter(({ effect }) => effect === 'grant');
      const revokes = rights.exceptions.filter(({ effect }) => effect === 'revoke');
      const less: Record<typeof what, Partial<RightsOfUser>> = {
        role: { roles: without(rights.roles) },
        permission: { roles: rights.roles.map((role) => ({ ...role, permissions: without(role.permissions) })) },
        grant: { exceptions: [...without(grants), ...revokes] },
        accessSecurity: { hasAccessSecurity: false },
        superUser: { isSuperUser: false },
      };
      const before = heldPermissions(rights);
      for (const held of heldPermissions({ ...rights, ...less[what] })) expect(before.has(held)).toBe(true);
    },
  );

  test.prop([rightsOfUser])('matrixEqualsDecide: a cell shows exactly what decide() would answer (S4.09)', (rights) => {
    const held = heldPermissions(rights);
    const author = { ...everythingRight.subject, isSuperUser: rights.isSuperUser, held };
    for (const { permission: id, isHeld, sources, isTakenAway } of effectivePermissions(rights)) {
      const decision = decide(needs(id), { ...everythingRight, subject: author });
      // Beside the cell stands the right over one's own rows, which permits as well but reaches those alone (S2.27).
      expect(decision.decision === 'permit' && decision.scope.ways === EVERY_WAY).toBe(isHeld);
      expect(decision.decision === 'permit').toBe(holdsSome(id, author));
      expect(isHeld).toBe(sources.length > 0 && !isTakenAway);
    }
  });
});
