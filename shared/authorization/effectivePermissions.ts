// Flattens roles, single ticks and flags into the permissions a user holds, each with its list of sources (C1, S3.03).
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';

export interface RoleGrant {
  readonly roleId: string;
  readonly roleName: string;
  readonly permissions: readonly PermissionId[];
}

/** A personal tick or untick (conflict C1: Checkbox model). */
export interface PermissionException {
  readonly permission: PermissionId;
  readonly effect: 'grant' | 'revoke';
}

export interface RightsOfUser {
  readonly roles: readonly RoleGrant[];
  readonly exceptions: readonly PermissionException[];
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
}

export type RightSource =
  | { readonly kind: 'superUser' }
  | { readonly kind: 'accessSecurity' }
  | { readonly kind: 'role'; readonly roleId: string; readonly roleName: string }
  | { readonly kind: 'thisUser' };

export interface EffectiveRight {
  readonly permission: PermissionId;
  readonly isHeld: boolean;
  /** Everything that gives the right, also where an untick takes it away again. */
  readonly sources: readonly RightSource[];
  readonly isTakenAway: boolean;
}

/** Every permission with whether it is held and why: first the union of what gives, then what was unticked is subtracted
 *  (C5); the Super User tick stands above single unticks (C4). Pure; the order of roles and exceptions does not matter. */
export function effectivePermissions(rights: RightsOfUser): readonly EffectiveRight[] {
  return PERMISSION_IDS.map((permission) => effectiveRight(permission, rights));
}

function effectiveRight(permission: PermissionId, rights: RightsOfUser): EffectiveRight {
  const sources: RightSource[] = [];
  // The powers of the Super User tick come with the tick alone: held singly they would let people make themselves one.
  if (PERMISSIONS[permission].category === 'Super User') {
    if (rights.isSuperUser) sources.push({ kind: 'superUser' });
    return { permission, isHeld: rights.isSuperUser, sources, isTakenAway: false };
  }
  if (rights.isSuperUser) sources.push({ kind: 'superUser' });
  if (rights.hasAccessSecurity && PERMISSIONS[permission].viaAccessSecurity) sources.push({ kind: 'accessSecurity' });
  for (const { roleId, roleName, permissions } of rights.roles)
    if (permissions.includes(permission)) sources.push({ kind: 'role', roleId, roleName });
  const has = (effect: 'grant' | 'revoke') =>
    rights.exceptions.some((exception) => exception.permission === permission && exception.effect === effect);
  if (has('grant')) sources.push({ kind: 'thisUser' });
  const isTakenAway = has('revoke') && !rights.isSuperUser;
  return { permission, isHeld: sources.length > 0 && !isTakenAway, sources, isTakenAway };
}

/** The held permissions alone, as decide() wants them. */
export function heldPermissions(rights: RightsOfUser): ReadonlySet<PermissionId> {
  return new Set(
    effectivePermissions(rights)
      .filter((right) => right.isHeld)
      .map((right) => right.permission),
  );
}
