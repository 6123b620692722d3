// Under which conditions and terms each right is held, and what a change adds to that (S2.62, S2.63, P5).
import { permissionsNeeding } from '../catalogue/impliedPermissions.ts';
import type { PermissionId } from '../catalogue/permissions.ts';
import { effectivePermissions, type RightSource, type RightsOfUser } from './effectivePermissions.ts';
import { flattenedRights, type RoleDefinitions, roleHours } from './flattenRole.ts';
import { type GrantTerms, isWithinHours, UNLIMITED, type WeeklyWindow } from './grantTerms.ts';
import { type Conjunction, isNarrower } from './rowCondition.ts';

/** One way in which a right was given. */
export interface RightWay {
  readonly terms: GrantTerms;
  readonly hours: readonly (readonly WeeklyWindow[])[];
  readonly conditions: Conjunction;
}

const WHOLE: RightWay = { terms: UNLIMITED, hours: [], conditions: [] };

/** The alternatives of conditions for each held right that is held under conditions alone. */
export function conditionsOfRights(rights: RightsOfUser): ReadonlyMap<PermissionId, readonly Conjunction[]> {
  const found = new Map<PermissionId, readonly Conjunction[]>();
  if (!rights.roles.some(({ conditions }) => conditions !== undefined && conditions.size > 0)) return found;
  for (const [permission, ways] of rightWays(rights)) {
    const alternatives = ways.map(({ conditions }) => conditions);
    if (alternatives.every((conjunction) => conjunction.length > 0)) found.set(permission, alternatives);
  }
  return found;
}

/** The held rights that no way gives for good and everywhere: they end some day, or count at some places alone. */
export function borrowedRights(rights: RightsOfUser): ReadonlySet<PermissionId> {
  const isBorrowed = ({ validUntil, locationIds }: GrantTerms) => validUntil !== null || locationIds !== null;
  if (![...rights.roles, ...rights.exceptions].some(({ terms }) => terms !== undefined && isBorrowed(terms)))
    return new Set();
  const ways = [...rightWays(rights)];
  return new Set(ways.flatMap(([id, all]) => (all.every(({ terms }) => isBorrowed(terms)) ? [id] : [])));
}

/** Every way in which each right is held, were everything given in force. */
export function rightWays(rights: RightsOfUser): ReadonlyMap<PermissionId, readonly RightWay[]> {
  const effective = effectivePermissions(rights);
  const sourcesOf = new Map(effective.map(({ permission, sources }) => [permission, sources]));
  const waysOf = (permission: PermissionId): readonly RightWay[] =>
    (sourcesOf.get(permission) ?? []).flatMap((source) =>
      source.kind === 'implied' ? waysOf(source.by) : waysThrough(source, permission, rights),
    );
  return new Map(
    effective.flatMap(({ permission, isHeld }) => (isHeld ? [[permission, waysOf(permission)] as const] : [])),
  );
}

/** What somebody with one role alone would be given. */
export function rightsOfRole(roleId: string, definitions: RoleDefinitions): RightsOfUser {
  const rights = flattenedRights(roleId, definitions);
  const grant = {
    roleId,
    roleName: '',
    permissions: [...rights.keys()],
    conditions: rights,
    hours: roleHours(roleId, definitions),
  };
  return { roles: [grant], exceptions: [], isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false };
}

/** The permissions that `after` gives in some way that no way of `before` covers, at whatever time and place. */
export function gainedPermissions(before: RightsOfUser, after: RightsOfUser): PermissionId[] {
  const had = rightWays(before);
  return [...rightWays(after)].flatMap(([permission, ways]) =>
    ways.every((way) => had.get(permission)?.some((known) => covers(known, way))) ? [] : [permission],
  );
}

/** Whether everything `inner` opens is open by `outer` as well. */
export function covers(outer: RightWay, inner: RightWay): boolean {
  return (
    isEarlier(outer.terms.validFrom, inner.terms.validFrom) &&
    isEarlier(inner.terms.validUntil, outer.terms.validUntil, true) &&
    isAtMost(outer.terms.locationIds, inner.terms.locationIds) &&
    isWithinHours(inner.hours, outer.hours) &&
    isWithinAll(inner.conditions, outer.conditions, isNarrower)
  );
}

/** Whether a first day is no later than another (null: since ever); with `isEnd`, a last day (null: for ever). */
function isEarlier(one: string | null, other: string | null, isEnd = false): boolean {
  const open = isEnd ? other : one;
  return open === null || (one !== null && other !== null && one <= other);
}

function isAtMost(outer: GrantTerms['locationIds'], inner: GrantTerms['locationIds']): boolean {
  return outer === null || inner?.every((id) => outer.includes(id)) === true;
}

/** Limits only add up: what keeps within all the limits of another, and perhaps more, opens no more than it. */
function isWithinAll<T>(inner: readonly T[], outer: readonly T[], isWithin: (one: T, other: T) => boolean): boolean {
  return outer.every((wide) => inner.some((narrow) => isWithin(narrow, wide)));
}

function waysThrough(source: RightSource, permission: PermissionId, rights: RightsOfUser): readonly RightWay[] {
  if (source.kind === 'thisUser') {
    // Ticks have days of their own, so that a tick on Edit may give View for longer than the tick on View does.
    const giving = [permission, ...permissionsNeeding(permission)];
    return rights.exceptions.flatMap(({ permission: ticked, effect, terms = UNLIMITED }) =>
      effect === 'grant' && giving.includes(ticked) ? [{ ...WHOLE, terms }] : [],
    );
  }
  if (source.kind !== 'role') return [WHOLE];
  const role = rights.roles.find(({ roleId }) => roleId === source.roleId);
  const alternatives = role?.conditions?.get(permission) ?? [[]];
  return alternatives.map((conditions) => ({ terms: role?.terms ?? UNLIMITED, hours: role?.hours ?? [], conditions }));
}
