// Ratings: a day that has not come cannot be rated.
import { practiceDay } from '../../db/repositories/billingDay.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { rating } from '../../shared/catalogue/records/rating.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { recordHandlers } from './records/recordHandlers.ts';

export const ratingHandlers = recordHandlers(rating, {
  checkCreate: (tx, { nowMs }, { day }) => refuseFuture(tx, nowMs, day),
  checkUpdate: (tx, { nowMs }, before, { day }) => (before.day === day ? null : refuseFuture(tx, nowMs, day)),
});

function refuseFuture(tx: ReadTx, nowMs: number, day: string): Refusal | null {
  if (day <= practiceDay(tx, nowMs)) return null;
  return refuse('INVALID_INPUT', 'The day of the rating lies in the future. Enter the day on which it was given.', {
    fields: [{ path: 'fields.day', message: 'lies in the future' }],
  });
}
