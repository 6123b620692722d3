// The entries of an invoice as one list, each with its effect on what is owed.

import type { Output } from '../../../shared/catalogue/procedures.ts';
import { PAYMENT_METHODS } from '../../../shared/catalogue/records/moneyFields.ts';
import { REFUND_STATES } from '../../../shared/catalogue/records/refund.ts';

export interface Reversible {
  readonly kind: 'payment' | 'adjustment';
  readonly id: string;
  readonly version: number;
}

export interface AccountLine {
  readonly id: string;
  readonly number: string;
  /** `YYYY-MM-DD`; '' for a refund that is not paid out. */
  readonly day: string;
  readonly says: string;
  /** A word about its state, or null. */
  readonly mark: string | null;
  /** Its effect on what is owed: nothing for a refund that is not paid out. */
  readonly cents: number;
  readonly reversible: Reversible | null;
}

/** Charges first, then adjustments, payments and refunds, each in the order of their numbers.
 *  INVARIANT: the amounts sum to the balance. */
export function accountLines(value: Output<'invoice.readAccount'>): readonly AccountLine[] {
  const { charges, adjustments, payments, refunds } = value;
  return [
    ...charges.map((line) => ({
      ...line,
      day: line.serviceDate,
      says: line.quantity === 1 ? line.procedure : `${line.procedure} × ${line.quantity}`,
      mark: null,
      reversible: null,
    })),
    ...adjustments.map((line) => ({
      ...counter('adjustment', line),
      says:
        line.reverses === '' ? `${line.kind} adjustment: ${line.reason}` : `Reverses ${line.reverses}: ${line.reason}`,
    })),
    ...payments.map((line) => ({
      ...counter('payment', line),
      says:
        line.reverses === ''
          ? `Payment by ${PAYMENT_METHODS[line.method].toLowerCase()}, ${line.paidBy === '' ? 'patient' : line.paidBy}`
          : `Reverses ${line.reverses}`,
    })),
    ...refunds.map((line) => ({
      id: line.id,
      number: line.number,
      day: line.date,
      says: `Refund of ${(line.cents / 100).toFixed(2)} by ${PAYMENT_METHODS[line.method].toLowerCase()}`,
      mark: REFUND_STATES[line.state],
      cents: line.state === 'paid' ? line.cents : 0,
      reversible: null,
    })),
  ];
}

function counter(
  kind: Reversible['kind'],
  line: {
    readonly id: string;
    readonly version: number;
    readonly number: string;
    readonly date: string;
    readonly cents: number;
    readonly reverses: string;
    readonly isReversed: boolean;
  },
) {
  const { id, version, number, date, cents, reverses, isReversed } = line;
  return {
    id,
    number,
    day: date,
    mark: isReversed ? 'Reversed' : null,
    cents: -cents,
    reversible: reverses === '' && !isReversed ? { kind, id, version } : null,
  };
}
