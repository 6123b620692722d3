// On which days money may still be entered: not in the future, and not on a day that was closed.
import { isDayClosed, practiceDay } from '../../../db/repositories/billingDay.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';
import type { RuledCall } from '../records/recordRules.ts';

/** CONSTRAINT_VIOLATED for an entry on a future or closed day. `day` is `YYYY-MM-DD`. */
export function refuseEntryDay(tx: ReadTx, { nowMs }: Pick<RuledCall, 'nowMs'>, day: string): Refusal | null {
  const today = practiceDay(tx, nowMs);
  if (day > today)
    return refuse('CONSTRAINT_VIOLATED', 'The date lies in the future. Use today or the day it happened on.');
  if (!isDayClosed(tx, day)) return null;
  const instead = day === today ? 'Enter it tomorrow with that date.' : 'Use a day that is still open, such as today.';
  return refuse(
    'CONSTRAINT_VIOLATED',
    `The day ${day} was reconciled and is closed, so nothing more can be entered on it. ${instead}`,
  );
}

/** CONSTRAINT_VIOLATED for a service that lies in the future. */
export function refuseFutureService(tx: ReadTx, { nowMs }: Pick<RuledCall, 'nowMs'>, day: string): Refusal | null {
  if (day <= practiceDay(tx, nowMs)) return null;
  return refuse('CONSTRAINT_VIOLATED', 'The service date lies in the future. Enter it once the service was given.');
}
