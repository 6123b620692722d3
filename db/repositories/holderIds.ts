// Everybody who holds a right, for the list of users narrowed to them (screens 6.2: "can delete claims").
import type { WithheldReason } from '../../shared/authorization/grantTerms.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx } from '../transaction.ts';
import { readSubjectRights } from './rights.ts';

/** Whoever has the right at other hours or places has it all the same; what ended or has not begun does not count. */
const HELD_ELSEWHEN: readonly (WithheldReason | undefined)[] = ['outsideHours', 'otherLocation'];

/** The ids of everybody but the deleted who holds `permission` by any source at `nowMs`, able to sign in or not. */
export function holderIds(tx: ReadTx, permission: PermissionId, nowMs: number): string[] {
  return tx
    .prepare<{ id: string }>(`SELECT id FROM user WHERE status <> 'deleted'`)
    .all()
    .map(({ id }) => id)
    .filter((id) => {
      const stored = readSubjectRights(tx, id, nowMs);
      if (stored === null) return false;
      return stored.held.has(permission) || HELD_ELSEWHEN.includes(stored.withheld.get(permission));
    });
}
