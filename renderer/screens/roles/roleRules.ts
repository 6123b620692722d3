// What the editor of a role leaves alone: advice that saves a refusal, never the check itself.
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { SubjectView } from '../../session/useSession.ts';

/** Why one tick cannot be set by the person looking, or null. Mirrors the rules of decide() for a proposal (P5). */
export function roleTickBlockedBecause(
  viewer: SubjectView | null,
  permission: PermissionId,
  isHeld: boolean,
): string | null {
  if (viewer === null || viewer.isSuperUser || isHeld) return null;
  if (PERMISSIONS[permission].onlySuperUserGives) return 'Only a Super User may put this into a role.';
  if (!viewer.permissions.includes(permission))
    return 'You can give only what you hold yourself. Ask a Super User to add it.';
  return null;
}
