// On which days money may still be entered: not in the future, not long ago, and not on a day that was closed.
import { isDayClosed, practiceDay } from '../../../db/repositories/billingDay.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';
import { addDays } from '../../../shared/schedule/days.ts';
import type { RuledCall } from '../records/recordRules.ts';

/** Nobody enters money of ten years ago; such a year is a slip of the finger. */
const MAX_BACK_DAYS = 10 * 366;

/** CONSTRAINT_VIOLATED for an entry on a future, far or closed day. `day` is `YYYY-MM-DD`. */
export function refuseEntryDay(tx: ReadTx, { nowMs }: Pick<RuledCall, 'nowMs'>, day: string): Refusal | null {
  const today = practiceDay(tx, nowMs);
  if (day > today)
    return refuse('CONSTRAINT_VIOLATED', 'The date lies in the future. Use today or the day it happened on.');
  if (day < addDays(today, -MAX_BACK_DAYS)) return refuse('CONSTRAINT_VIOLATED', LONG_AGO);
  if (!isDayClosed(tx, day)) return null;
  const instead = day === today ? 'Enter it tomorrow with that date.' : 'Use a day that is still open, such as today.';
  return refuse(
    'CONSTRAINT_VIOLATED',
    `The day ${day} was reconciled and is closed, so nothing more can be entered on it. ${instead}`,
  );
}

const LONG_AGO = 'This day is more than ten years ago. Check the year.';

/** CONSTRAINT_VIOLATED for a service that lies in the future or long ago. */
export function refuseFutureService(tx: ReadTx, { nowMs }: Pick<RuledCall, 'nowMs'>, day: string): Refusal | null {
  const today = practiceDay(tx, nowMs);
  if (day < addDays(today, -MAX_BACK_DAYS)) return refuse('CONSTRAINT_VIOLATED', LONG_AGO);
  if (day <= today) return null;
  return refuse('CONSTRAINT_VIOLATED', 'The service date lies in the future. Enter it once the service was given.');
}
