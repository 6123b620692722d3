// Everybody who holds a right, for the list of users narrowed to them (screens 6.2: "can delete claims").
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx } from '../transaction.ts';
import { readSubjectRights } from './rights.ts';

/** The ids of everybody but the deleted who holds `permission` by any source at `nowMs`, able to sign in or not. */
export function holderIds(tx: ReadTx, permission: PermissionId, nowMs: number): string[] {
  return tx
    .prepare<{ id: string }>(`SELECT id FROM user WHERE status <> 'deleted'`)
    .all()
    .map(({ id }) => id)
    .filter((id) => {
      const stored = readSubjectRights(tx, id, nowMs);
      return stored !== null && heldPermissions(stored.rights).has(permission);
    });
}
