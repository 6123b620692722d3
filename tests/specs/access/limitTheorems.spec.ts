// The named theorems over dates, hours, places, conditions and shared patients: from what was given, by the functions the
// program uses, to decide() and the rows it then reaches.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decide } from '../../../shared/authorization/decide.ts';
import type {
  PermissionException,
  RightsOfUser,
  RoleGrant,
} from '../../../shared/authorization/effectivePermissions.ts';
import { type GrantTerms, UNLIMITED, withheldBy } from '../../../shared/authorization/grantTerms.ts';
import { meets, type RowCondition } from '../../../shared/authorization/rowCondition.ts';
import { inScope, isWithin, type RowScope } from '../../../shared/authorization/scope.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { ties } from './arbitraryFacts.ts';
import { needs, scope } from './arbitraryRights.ts';
import { alternatives, condition, hours, limitedRights, moment, PLACES, right, row, terms } from './arbitraryTerms.ts';
import { factsAt, isOpen, withRole } from './limitedFacts.ts';

/** Every alternative of the right with one more condition; where it was given whole, the condition alone. */
function tightened({ conditions, ...role }: RoleGrant, id: PermissionId, more: RowCondition): RoleGrant {
  const known = conditions?.get(id) ?? [[]];
  return { ...role, conditions: new Map([...(conditions ?? []), [id, known.map((one) => [...one, more])]]) };
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}
function earliest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}
function narrowed(given: GrantTerms, more: GrantTerms): GrantTerms {
  const { locationIds } = given;
  return {
    validFrom: latest(given.validFrom, more.validFrom),
    validUntil: earliest(given.validUntil, more.validUntil),
    locationIds:
      more.locationIds === null
        ? locationIds
        : locationIds === null
          ? more.locationIds
          : locationIds.filter((id) => more.locationIds?.includes(id)),
  };
}

const limits = scope.map((one) => ({ ...one, patientIds: one.patientIds.slice(0, 1) }));

describe('limits of what was given', () => {
  test.prop([
    limitedRights,
    right,
    fc.nat(),
    terms,
    hours,
    condition,
    limits,
    moment,
    row,
    fc.constantFrom('condition', 'window', 'dates and places', 'tick’s dates', 'location limit'),
  ])(
    'addingDenyNeverWidens: a condition, hours, a first or last day, a place or a location limit opens nothing (S2.62, S2.63, S2.79, S2.29, S2.28)',
    (rights, id, pick, more, moreHours, moreCondition, limit, now, aim, what) => {
      const dated = (one: PermissionException): PermissionException =>
        one.effect === 'grant'
          ? { ...one, terms: { ...narrowed(one.terms ?? UNLIMITED, more), locationIds: null } }
          : one;
      const after: Record<typeof what, RightsOfUser> = {
        condition: withRole(rights, pick, (role) => tightened(role, id, moreCondition)),
        window: withRole(rights, pick, (role) => ({ ...role, hours: [...(role.hours ?? []), ...moreHours] })),
        'dates and places': withRole(rights, pick, (role) => ({
          ...role,
          terms: narrowed(role.terms ?? UNLIMITED, more),
        })),
        'tick’s dates': { ...rights, exceptions: rights.exceptions.map(dated) },
        'location limit': rights,
      };
      const places = PLACES.filter((_, at) => at <= pick % 3);
      const narrower: RowScope =
        what === 'location limit'
          ? { ...limit, locations: limit.locations === 'all' ? places : limit.locations.filter((one) => one !== 'l1') }
          : limit;
      if (isOpen(id, after[what], narrower, now, aim)) expect(isOpen(id, rights, limit, now, aim)).toBe(true);
    },
  );

  test.prop([
    limitedRights,
    right,
    fc.nat(),
    limits,
    moment,
    row,
    fc.constantFrom('role', 'tick', 'shared patient', 'way'),
  ])(
    'removingGrantNeverWidens: a dated role or tick, a shared patient or one of several conditions taken away opens nothing (S2.79, S2.106, S2.63)',
    (rights, id, pick, limit, now, aim, what) => {
      const without = <T>(list: readonly T[]) => list.filter((_, at) => at !== pick % Math.max(1, list.length));
      const grants = rights.exceptions.filter(({ effect }) => effect === 'grant');
      const after: Record<typeof what, RightsOfUser> = {
        role: { ...rights, roles: without(rights.roles) },
        tick: {
          ...rights,
          exceptions: rights.exceptions.filter((one) => one !== grants[pick % Math.max(1, grants.length)]),
        },
        'shared patient': rights,
        way: withRole(rights, pick, (role) => {
          const ways = role.conditions?.get(id) ?? [];
          return ways.length < 2
            ? role
            : { ...role, conditions: new Map([...(role.conditions ?? []), [id, without(ways)]]) };
        }),
      };
      const less = what === 'shared patient' ? { ...limit, patientIds: without(limit.patientIds) } : limit;
      if (isOpen(id, after[what], less, now, aim)) expect(isOpen(id, rights, limit, now, aim)).toBe(true);
    },
  );

  test.prop([right, terms, hours, alternatives, limits, moment, row])(
    'constraintTrumpsGrant: outside its days, hours, places or conditions nothing is open, whatever the role gives (S2.62, S2.63, S2.29)',
    (id, given, windows, ways, limit, now, aim) => {
      const all = new Map(PERMISSION_IDS.map((one) => [one, ways] as const));
      const role = {
        roleId: 'a',
        roleName: 'Role',
        permissions: PERMISSION_IDS,
        conditions: all,
        hours: windows,
        terms: given,
      };
      const rights = {
        roles: [role],
        exceptions: [],
        isSuperUser: false,
        hasAccessSecurity: false,
        isPhiRestricted: false,
      };
      const reason = withheldBy(given, windows, now);
      const decision = decide(needs(id), factsAt(rights, limit, now));
      if (reason !== null) expect(decision).toEqual({ decision: 'deny', reason, determining: id });
      const isMet = ways.some((way) => way.every((one) => meets(aim, one)));
      if (reason !== null || !isMet) expect(isOpen(id, rights, limit, now, aim)).toBe(false);
    },
  );

  test.prop([limitedRights, right, limits, moment, row])(
    'orderIndependent: neither the order of roles, ticks, windows nor of conditions changes what is open (S4.06)',
    (rights, id, limit, now, aim) => {
      const turned: RightsOfUser = {
        ...rights,
        roles: rights.roles.toReversed().map((role) => ({
          ...role,
          hours: role.hours?.map((windows) => windows.toReversed()).toReversed() ?? [],
          conditions: new Map(
            [...(role.conditions ?? [])]
              .toReversed()
              .map(([one, ways]) => [one, ways.map((way) => way.toReversed()).toReversed()] as const),
          ),
        })),
        exceptions: rights.exceptions.toReversed(),
      };
      expect(isOpen(id, turned, limit, now, aim)).toBe(isOpen(id, rights, limit, now, aim));
      const [first, second] = [rights, turned].map((one) => decide(needs(id), factsAt(one, limit, now)));
      expect(second?.decision).toBe(first?.decision);
      if (first?.decision === 'deny') expect(second).toEqual(first);
    },
  );

  test.prop([limitedRights, right, limits, moment, row])(
    'listAndDetailAgree: a record is opened by exactly those whose list holds it, under conditions too (S2.63)',
    (rights, id, limit, now, aim) => {
      const detail = decide(needs(id), { ...factsAt(rights, limit, now), target: { kind: 'record', ties: aim } });
      expect(detail.decision === 'permit').toBe(isOpen(id, rights, limit, now, aim));
    },
  );

  test.prop([ties, scope, scope])(
    'a scope within another never reaches a row the other does not',
    (aim, inner, outer) => {
      if (isWithin(inner, outer) && inScope(aim, inner)) expect(inScope(aim, outer)).toBe(true);
    },
  );

  test.prop([limitedRights, right, limits, moment])(
    'a right that is not there says why: withheld by exactly what something that gives it is withheld by (S2.62, S2.29)',
    (rights, id, limit, now) => {
      const decision = decide(needs(id), factsAt(rights, limit, now));
      if (decision.decision === 'permit' || decision.reason === 'phiRestricted') return;
      const reasons = [...rights.roles, ...rights.exceptions.filter(({ effect }) => effect === 'grant')].map((one) =>
        withheldBy(one.terms ?? UNLIMITED, 'hours' in one ? (one.hours ?? []) : [], now),
      );
      if (decision.reason !== 'noRight') expect(reasons).toContain(decision.reason);
    },
  );
});
