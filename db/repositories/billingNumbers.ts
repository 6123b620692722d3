// The numbers people call claims and money entries by: a letter for the kind and a count without gaps.
import type { ReadTx } from '../transaction.ts';

const KINDS = {
  claim: { letter: 'C', column: 'claim_number' },
  charge: { letter: 'CH', column: 'charge_number' },
  invoice: { letter: 'I', column: 'invoice_number' },
  payment: { letter: 'P', column: 'payment_number' },
  adjustment: { letter: 'A', column: 'adjustment_number' },
  refund: { letter: 'R', column: 'refund_number' },
} as const;
export type NumberedKind = keyof typeof KINDS;

/** Enough digits that the order of the texts is the order of the numbers. */
const DIGITS = 7;

/** The number after the highest one, such as `I-0000042`. Only true within the transaction that uses it. */
export function nextNumber(tx: ReadTx, kind: NumberedKind): string {
  const { letter, column } = KINDS[kind];
  const row = tx.prepare<{ newest: string | null }>(`SELECT max(${column}) AS newest FROM ${kind}`).get();
  const newest = Number(/\d+$/.exec(row?.newest ?? '')?.[0] ?? 0);
  return `${letter}-${String(newest + 1).padStart(DIGITS, '0')}`;
}
