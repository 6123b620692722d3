// The rights as a proposed change would leave them, in a copy in memory: one answer for the what-if and for expectations (P1, P6).
import { head } from '../../db/audit/append.ts';
import type { Database } from '../../db/database.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { updateRole } from '../../db/repositories/roleStore.ts';
import { storeRights } from '../../db/repositories/userRights.ts';
import { openPastRights } from '../../db/rightsHistory/pastDatabase.ts';
import { type ReadTx, type WriteTx, write } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type RightsInput, rightsToStore } from '../rightsToStore.ts';

/** The change to be tried, as the call that would make it says it. */
export type ProposedChange =
  | { readonly kind: 'user'; readonly input: RightsInput & { readonly userId: string } }
  | { readonly kind: 'role'; readonly input: Pick<Input<'role.update'>, 'roleId' | 'fields'> };

/** The present rights with the change made, or with null as they are; to be closed by the caller. The change is written
 *  by the functions that would save it, so nothing is worked out twice; what it falls in with, such as a lock-out of a
 *  role that would be given, counts as it would afterwards. Throws where there is no such user.
 *  Units: as openPastRights(); `nowMs` is UTC epoch ms. */
export function openRightsAfter(tx: ReadTx, change: ProposedChange | null, nowMs: number): Database {
  const copy = openPastRights(tx, head(tx).number, null);
  try {
    if (change !== null) write(copy, (open) => applyChange(open, change, nowMs));
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}

function applyChange(copy: WriteTx, { kind, input }: ProposedChange, nowMs: number): void {
  if (kind === 'role') {
    updateRole(copy, input.roleId, input.fields, { byUserId: '', atMs: nowMs, reason: '' });
    return;
  }
  const stored = readSubjectRights(copy, input.userId, nowMs);
  if (stored === null) throw new Error('there is no such user');
  storeRights(copy, input.userId, rightsToStore(stored, input), { byUserId: '', atMs: nowMs, reason: null });
}
