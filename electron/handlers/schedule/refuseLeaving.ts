// A provider or a location does not go out of use while appointments wait there: the person is told how many.
import { countFutureBooked } from '../../../db/repositories/schedule.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';
import type { RuledCall } from '../records/recordRules.ts';

/** CONSTRAINT_VIOLATED with the number of booked appointments that have not begun yet; null when there are none. */
export function refuseLeaving(
  tx: ReadTx,
  { nowMs }: RuledCall,
  who: { readonly providerId: string } | { readonly locationId: string },
): Refusal | null {
  const count = countFutureBooked(tx, who, nowMs);
  if (count === 0) return null;
  const what = count === 1 ? '1 booked appointment ahead' : `${count} booked appointments ahead`;
  const to = 'providerId' in who ? 'to another provider' : 'to another location';
  return refuse(
    'CONSTRAINT_VIOLATED',
    `There ${count === 1 ? 'is' : 'are'} ${what}. Move ${count === 1 ? 'it' : 'them'} ${to} or cancel ${count === 1 ? 'it' : 'them'} first.`,
  );
}
