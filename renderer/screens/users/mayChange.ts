// What the person at the screen may change about a user: advice that saves a refusal, never the check itself.
import type { EffectiveRight } from '../../../shared/authorization/effectivePermissions.ts';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { SubjectView } from '../../session/useSession.ts';

export type Viewer = SubjectView;
interface Target {
  readonly isSuperUser: boolean;
  readonly isSelf: boolean;
  readonly isStrict?: boolean;
}

/** Why nothing about this user can be changed, or null. */
export function readOnlyBecause(viewer: Viewer, user: Target): string | null {
  if (!viewer.permissions.includes('user:update'))
    return 'You may look but not change: “Change users and their rights” is not among your rights. A Super User can give it.';
  if (user.isSuperUser && !viewer.isSuperUser)
    return 'Only a Super User may change a Super User. Ask one of them to do it.';
  return null;
}

/** Why one tick cannot be changed, or null. Mirrors the rules of decide() for a proposal. */
export function tickBlockedBecause(
  viewer: Viewer,
  user: Target,
  permission: PermissionId,
  right: EffectiveRight | undefined,
): string | null {
  const readOnly = readOnlyBecause(viewer, user);
  if (readOnly !== null) return readOnly;
  if (PERMISSIONS[permission].category === 'Super User')
    return 'Comes with the Super User tick and cannot be given alone.';
  if (user.isStrict) return 'This practice works with strict roles: rights come from roles alone.';
  if (user.isSuperUser) return 'A Super User holds every right; take the Super User tick away first.';
  if (viewer.isSuperUser || right?.isHeld === true) return null;
  if (user.isSelf) return 'Nobody can widen their own rights. Ask a Super User to do it.';
  if (PERMISSIONS[permission].onlySuperUserGives) return 'Only a Super User may give this.';
  if (!viewer.permissions.includes(permission))
    return 'You can give only what you hold yourself. Ask a Super User to give it.';
  return null;
}
