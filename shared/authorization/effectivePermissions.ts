// Flattens roles, single ticks and flags into the permissions a user holds, each with its list of sources (C1, S3.03).
import { impliedPermissions, permissionsNeeding } from '../catalogue/impliedPermissions.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import type { GrantTerms, WeeklyWindow } from './grantTerms.ts';
import type { Conjunction } from './rowCondition.ts';

export interface RoleGrant {
  readonly roleId: string;
  readonly roleName: string;
  readonly permissions: readonly PermissionId[];
  /** The permissions given under conditions alone, with the alternatives; the others are given whole (S2.63). */
  readonly conditions?: ReadonlyMap<PermissionId, readonly Conjunction[]>;
  /** The hours in which it counts, each set of them; none: always (S2.62). */
  readonly hours?: readonly (readonly WeeklyWindow[])[];
  /** From when to when and where it was given to the person; absent: for good and everywhere. */
  readonly terms?: GrantTerms;
}

/** A personal tick or untick (conflict C1: Checkbox model). */
export interface PermissionException {
  readonly permission: PermissionId;
  readonly effect: 'grant' | 'revoke';
  /** A tick may have an end; what is unticked stays so until it is ticked (S4.07). */
  readonly terms?: GrantTerms;
}

export interface RightsOfUser {
  readonly roles: readonly RoleGrant[];
  readonly exceptions: readonly PermissionException[];
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  /** ePHI Restricted: every right that reaches patient data is taken away, whatever gives it (S1.09). */
  readonly isPhiRestricted: boolean;
  /** The practice works with strict roles: no personal ticks, and the Super User tick carries security alone (C1, C4). */
  readonly isStrict?: boolean;
}

export type RightSource =
  | { readonly kind: 'superUser' }
  | { readonly kind: 'accessSecurity' }
  | { readonly kind: 'role'; readonly roleId: string; readonly roleName: string }
  | { readonly kind: 'thisUser' }
  /** Given with a right that cannot do without it (S5.07). */
  | { readonly kind: 'implied'; readonly by: PermissionId };

export interface EffectiveRight {
  readonly permission: PermissionId;
  readonly isHeld: boolean;
  /** Everything that gives the right, also where an untick takes it away again. */
  readonly sources: readonly RightSource[];
  /** Unticked for this user, taken by the ePHI Restricted flag, or useless because a right it needs is missing. */
  readonly isTakenAway: boolean;
}

/** Every permission with whether it is held and why: first the union of what gives and of what that implies, then what
 *  was unticked is subtracted with everything that needs it (C5); the Super User tick stands above single unticks (C4).
 *  INVARIANT: who holds a right holds what it implies (S5.07).
 *  Pure; the order of roles and exceptions does not matter. */
export function effectivePermissions(rights: RightsOfUser): readonly EffectiveRight[] {
  const given = new Map(PERMISSION_IDS.map((permission) => [permission, directSources(permission, rights)]));
  const unticked = new Set(takenPermissions(rights));
  return PERMISSION_IDS.map((permission) => {
    const sources = withImplied(permission, given);
    const isUseless = impliedPermissions(permission).some((needed) => unticked.has(needed));
    const isTakenAway = unticked.has(permission) || (sources.length > 0 && isUseless);
    return { permission, isHeld: sources.length > 0 && !isTakenAway, sources, isTakenAway };
  });
}

/** The Super User tick stands above single unticks of what it carries itself (C4, S3.11); nothing stands above the flag
 *  (S1.09). A word that names no permission takes nothing. */
function takenPermissions(rights: RightsOfUser): readonly PermissionId[] {
  const { isSuperUser, isPhiRestricted, isStrict, exceptions } = rights;
  const revoked = exceptions.flatMap(({ permission, effect }) => (effect === 'revoke' ? [permission] : []));
  const unticked = new Set(isStrict ? [] : revoked);
  return PERMISSION_IDS.filter(
    (id) =>
      (isPhiRestricted && PERMISSIONS[id].reachesPhi) ||
      (unticked.has(id) && !(isSuperUser && isCarriedByTick(id, false))),
  );
}

/** The held permissions alone, as decide() wants them. */
export function heldPermissions(rights: RightsOfUser): ReadonlySet<PermissionId> {
  return new Set(
    effectivePermissions(rights)
      .filter((right) => right.isHeld)
      .map((right) => right.permission),
  );
}

function directSources(permission: PermissionId, rights: RightsOfUser): readonly RightSource[] {
  const sources: RightSource[] = [];
  if (rights.isSuperUser && isCarriedByTick(permission, rights.isStrict === true)) sources.push({ kind: 'superUser' });
  // The powers of the Super User tick come with the tick alone: held singly they would let people make themselves one.
  if (PERMISSIONS[permission].category === 'Super User') return sources;
  if (rights.hasAccessSecurity && PERMISSIONS[permission].viaAccessSecurity) sources.push({ kind: 'accessSecurity' });
  for (const { roleId, roleName, permissions } of rights.roles)
    if (permissions.includes(permission)) sources.push({ kind: 'role', roleId, roleName });
  if (
    !rights.isStrict &&
    rights.exceptions.some((exception) => exception.permission === permission && exception.effect === 'grant')
  )
    sources.push({ kind: 'thisUser' });
  return sources;
}

/** What the Super User tick brings: nearly everything, and with strict roles what guards the practice alone (C4, S3.11). */
function isCarriedByTick(permission: PermissionId, isStrict: boolean): boolean {
  const { category, onlyByRoleOrTick } = PERMISSIONS[permission];
  return !onlyByRoleOrTick && (!isStrict || category === 'Security' || category === 'Super User');
}

/** Adds the rights that bring this one, where they come from somewhere this one does not come from by itself. */
function withImplied(
  permission: PermissionId,
  given: ReadonlyMap<PermissionId, readonly RightSource[]>,
): readonly RightSource[] {
  const own = given.get(permission) ?? [];
  const implied = permissionsNeeding(permission).filter((by) =>
    given.get(by)?.some((source) => !own.some((known) => isSameSource(known, source))),
  );
  return [...own, ...implied.map((by): RightSource => ({ kind: 'implied', by }))];
}

function isSameSource(one: RightSource, other: RightSource): boolean {
  return one.kind === 'role' && other.kind === 'role' ? one.roleId === other.roleId : one.kind === other.kind;
}
