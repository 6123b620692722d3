// The named theorems about the judge that need a person's rows: roles, ticks, flags and limits, taken all the way to
// decide() and to the rows it then reaches.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decide } from '../../../shared/authorization/decide.ts';
import { heldPermissions, type RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import type { Facts, Subject } from '../../../shared/authorization/facts.ts';
import { ALL_ROWS, isReached, isWithin, type RowScope, type RowTies } from '../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../shared/authorization/wholeReach.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../support/rowTies.ts';
import { ties } from './arbitraryFacts.ts';
import { everythingRight, needs, permission, rightsOfUser, scope } from './arbitraryRights.ts';

/** Rights in both models, and with the area of `id` well represented, so that permits are common. */
const rightsAndNeed = fc
  .record({ rights: rightsOfUser, id: permission, isStrict: fc.boolean(), isGiven: fc.boolean() })
  .map(({ rights, id, isStrict, isGiven }) => ({
    id,
    rights: { ...rights, isStrict, roles: isGiven ? [...rights.roles, roleOf([id])] : rights.roles },
  }));

const roleOf = (permissions: readonly PermissionId[]) => ({ roleId: 'more', roleName: 'More', permissions });

function factsOf(rights: RightsOfUser, limit: RowScope, more: Partial<Subject> = {}): Facts {
  const held = heldPermissions(rights);
  const { isSuperUser, isPhiRestricted } = rights;
  const reached = wholeReach(held, isSuperUser ? ALL_ROWS : limit);
  return {
    ...everythingRight,
    subject: { ...everythingRight.subject, isSuperUser, isPhiRestricted, held, scope: reached, ...more },
  };
}

/** Whether whatever `after` permits, on this row and unmasked, `before` permits as well. */
function expectNoWider(id: PermissionId, before: Facts, after: Facts, row: RowTies): void {
  const was = decide(needs(id), before);
  const is = decide(needs(id), after);
  if (is.decision === 'deny') return;
  expect(was.decision).toBe('permit');
  if (was.decision === 'deny') return;
  if (isReached(row, is.scope)) expect(isReached(row, was.scope)).toBe(true);
  for (const mask of was.scope.hiddenMasks) expect(is.scope.hiddenMasks).toContain(mask);
}

describe('decide on a person’s rows', () => {
  test.prop([rightsAndNeed, scope])(
    'denyTrumpsPermit: what is unticked is denied, whatever roles, ticks and flags give it (S4.06, C5)',
    ({ rights, id }, limit) => {
      // What a Super User's tick carries stands above single unticks (C4); strict roles know none (C1).
      const isBound = !rights.isSuperUser || PERMISSIONS[id].onlyByRoleOrTick === true;
      if (!isBound) return;
      const others = rights.exceptions.filter((one) => one.permission !== id);
      const exceptions = [...others, { permission: id, effect: 'revoke' as const }];
      const roles = [roleOf(PERMISSION_IDS)];
      const held = heldPermissions({ ...rights, roles, exceptions, isStrict: false });
      expect(held.has(id)).toBe(false);
      const decision = decide(needs(id), factsOf({ ...rights, roles, exceptions, isStrict: false }, limit));
      // Beside it the right over one's own rows may be left, which reaches those alone (S2.27).
      if (decision.decision === 'permit') expect(decision.scope.ways).toEqual([{ ownerId: 'me', conditions: [] }]);
    },
  );

  test.prop([rightsAndNeed, scope, scope, fc.constantFrom('lockedOut', 'limit', 'reviewMode')])(
    'constraintTrumpsGrant: a lock-out, the review mode and the provider limit deny whatever is granted (S5.14)',
    ({ id }, limit, row, what) => {
      const all: RightsOfUser = {
        roles: [roleOf(PERMISSION_IDS)],
        exceptions: [],
        isSuperUser: false,
        hasAccessSecurity: true,
        isPhiRestricted: false,
      };
      const given = factsOf(all, limit);
      const rowIds = row.providers === 'all' ? [] : row.providers;
      const isOutside = limit.providers !== 'all' && !rowIds.some((one) => limit.providers.includes(one));
      const constrained: Record<typeof what, Facts> = {
        lockedOut: { ...given, subject: { ...given.subject, isLockedOut: true } },
        reviewMode: { ...given, environment: { ...given.environment, isReviewMode: true } },
        limit: { ...given, target: { kind: 'record', ties: tiesWith({ providerIds: rowIds, ownerId: 'me' }) } },
      };
      if (what === 'limit' && !isOutside) return;
      expect(decide(needs(id), constrained[what]).decision).toBe('deny');
    },
  );

  test.prop([rightsAndNeed, permission, scope, scope, ties, fc.constantFrom('untick', 'flag', 'limit', 'lockOut')])(
    'addingDenyNeverWidens: one more untick, the flag, a narrower limit or a lock-out opens nothing (C5, S1.09, S5.14)',
    ({ rights, id }, unticked, limit, other, row, what) => {
      const others = rights.exceptions.filter((one) => one.permission !== unticked);
      const exceptions = [...others, { permission: unticked, effect: 'revoke' as const }];
      const narrower = isWithin(other, limit) ? other : limit;
      const after: Record<typeof what, Facts> = {
        untick: factsOf({ ...rights, exceptions }, limit),
        flag: factsOf({ ...rights, isPhiRestricted: true }, limit),
        limit: factsOf(rights, narrower),
        lockOut: factsOf(rights, limit, { isLockedOut: true }),
      };
      expectNoWider(id, factsOf(rights, limit), after[what], row);
    },
  );

  test.prop([rightsAndNeed, fc.nat(), scope, ties, fc.constantFrom('role', 'cell', 'tick', 'security', 'super')])(
    'removingGrantNeverWidens: a role, cell, tick or flag that gave something, taken out, opens nothing (S4.06)',
    ({ rights, id }, pick, limit, row, what) => {
      const without = <T>(list: readonly T[]) => list.filter((_, at) => at !== pick % Math.max(1, list.length));
      const grants = rights.exceptions.filter(({ effect }) => effect === 'grant');
      const revokes = rights.exceptions.filter(({ effect }) => effect === 'revoke');
      const less: Record<typeof what, Partial<RightsOfUser>> = {
        role: { roles: without(rights.roles) },
        cell: { roles: rights.roles.map((role) => ({ ...role, permissions: without(role.permissions) })) },
        tick: { exceptions: [...without(grants), ...revokes] },
        security: { hasAccessSecurity: false },
        super: { isSuperUser: false },
      };
      expectNoWider(id, factsOf(rights, limit), factsOf({ ...rights, ...less[what] }, limit), row);
    },
  );

  test.prop([rightsAndNeed, scope, ties])(
    'listAndDetailAgree: a record is opened by exactly those whose list holds it (S5.14)',
    ({ rights, id }, limit, row) => {
      const given = factsOf(rights, limit);
      const list = decide(needs(id), given);
      const detail = decide(needs(id), { ...given, target: { kind: 'record', ties: row } });
      const isListed = list.decision === 'permit' && isReached(row, list.scope);
      expect(detail.decision).toBe(isListed ? 'permit' : 'deny');
      if (detail.decision === 'permit') expect(detail).toEqual(list);
    },
  );

  test.prop([rightsAndNeed, scope, ties])(
    'orderIndependent: neither the order of roles, of ticks nor of providers changes an answer (S4.06)',
    ({ rights, id }, limit, row) => {
      const reversed: RightsOfUser = {
        ...rights,
        roles: rights.roles.toReversed(),
        exceptions: rights.exceptions.toReversed(),
      };
      const turned: RowScope =
        limit.providers === 'all' ? limit : { ...limit, providers: limit.providers.toReversed() };
      const target = { kind: 'record' as const, ties: row };
      const first = decide(needs(id), { ...factsOf(rights, limit), target });
      const second = decide(needs(id), { ...factsOf(reversed, turned), target });
      expect(second.decision).toBe(first.decision);
      if (first.decision === 'deny') expect(second).toEqual(first);
      else if (second.decision === 'permit') expect(isReached(row, second.scope)).toBe(true);
    },
  );
});
