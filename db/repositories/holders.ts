// Who else holds a right, to name somebody who can do what one person may not do alone (S2.36).
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx } from '../transaction.ts';
import { readSubjectRights } from './rights.ts';

/** Names of the people other than `userId` who hold `permission` and can sign in at `nowMs`, in order. */
export function otherHolders(tx: ReadTx, permission: PermissionId, userId: string, nowMs: number): string[] {
  return tx
    .prepare<{ id: string }>(`SELECT id FROM user WHERE status = 'active' AND id <> ?`)
    .all(userId)
    .flatMap(({ id }) => readSubjectRights(tx, id, nowMs) ?? [])
    .filter(({ isLockedOut, rights }) => !isLockedOut && heldPermissions(rights).has(permission))
    .map(({ name }) => name)
    .toSorted();
}
