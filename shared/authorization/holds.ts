// Whether a right is held at all: over every row, or over one's own rows alone (S2.27).
import type { PermissionId } from '../catalogue/permissions.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';

/** True for the right itself and for its "own rows" form; which rows it then reaches is decide()'s matter. */
export function holds(held: ReadonlySet<PermissionId>, permission: PermissionId): boolean {
  if (held.has(permission)) return true;
  const own = OWN_PERMISSIONS[permission];
  return own !== undefined && held.has(own);
}
