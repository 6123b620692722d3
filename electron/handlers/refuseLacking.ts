// Calls that touch several data areas need the right of each, besides the one that opened the call.
import type { ReadTx } from '../../db/transaction.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Refusal } from '../../shared/errors.ts';
import { wordDenial } from '../ipc/authorize.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';

/** FORBIDDEN for the first right the caller does not hold over all rows of its area, in the words of every denial;
 *  null when all are held. Can only take away: the call itself was permitted before. */
export function refuseLacking(
  tx: ReadTx,
  { subject, nowMs }: Pick<AuthorizedCall, 'subject' | 'nowMs'>,
  needed: readonly PermissionId[],
): Refusal | null {
  const lacking = needed.find(
    (permission) => subject === null || !subject.held.has(permission) || subject.conditions.has(permission),
  );
  return lacking === undefined ? null : wordDenial(tx, 'noRight', lacking, nowMs);
}
