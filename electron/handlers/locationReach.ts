// Which location belongs to which decides what limited people reach, so nobody limited moves locations about (P5, S2.28).
import type { ReadTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { RuledCall } from './records/recordRules.ts';

/** CONSTRAINT_VIOLATED where somebody would put a location under another one and is limited to locations themselves, or
 *  holds a role for certain locations only: it would widen what they reach. Super Users reach all of it anyway. */
export function refuseOwnTree(tx: ReadTx, { scope, subject }: RuledCall): Refusal | null {
  if (subject === null || subject.isSuperUser) return null;
  const isBound = tx.prepare('SELECT 1 FROM user_role WHERE user_id = ? AND is_bound = 1 LIMIT 1').get(subject.userId);
  if (scope.locations === 'all' && isBound === undefined) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'You are limited to certain locations, so you cannot say which location is part of which. Ask somebody with all locations.',
    { fields: [{ path: 'fields.parentId', message: 'cannot be changed by you' }] },
  );
}
