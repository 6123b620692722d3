// What one invoice comes to, from its entries alone: nothing here is ever stored (S2.110).

export interface ChargeLine {
  readonly quantity: number;
  /** Cents. */
  readonly unitCents: number;
}
/** A payment or adjustment; its reversal is an entry of its own with the opposite amount. */
export interface MoneyEntry {
  /** Cents; below zero for a reversal. */
  readonly cents: number;
}
export interface RefundEntry extends MoneyEntry {
  readonly state: 'requested' | 'approved' | 'rejected' | 'paid';
}

export interface InvoiceEntries {
  readonly charges: readonly ChargeLine[];
  readonly payments: readonly MoneyEntry[];
  readonly adjustments: readonly MoneyEntry[];
  readonly refunds: readonly RefundEntry[];
}

/** Sums of one invoice, all in cents. */
export interface InvoiceAccount {
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly adjustedCents: number;
  /** Paid out to the patient or payer again. */
  readonly refundedCents: number;
  /** Asked for or approved, and not paid out yet. */
  readonly pendingRefundCents: number;
  /** Charges less payments and adjustments, plus what was paid out again. */
  readonly balanceCents: number;
  /** What of the payments neither was nor is about to be paid out. */
  readonly refundableCents: number;
}

/** The account of one invoice. Throws RangeError for an amount that is no whole number of cents.
 *  INVARIANT: balance = charged - paid + refunded - adjusted, in whole cents. */
export function invoiceAccount({ charges, payments, adjustments, refunds }: InvoiceEntries): InvoiceAccount {
  const chargedCents = sumCents(charges.map(chargeCents));
  const paidCents = sumCents(payments.map(({ cents }) => cents));
  const adjustedCents = sumCents(adjustments.map(({ cents }) => cents));
  const inState = (...states: readonly RefundEntry['state'][]) =>
    sumCents(refunds.filter(({ state }) => states.includes(state)).map(({ cents }) => cents));
  const refundedCents = inState('paid');
  const pendingRefundCents = inState('requested', 'approved');
  return {
    chargedCents,
    paidCents,
    adjustedCents,
    refundedCents,
    pendingRefundCents,
    balanceCents: chargedCents - paidCents + refundedCents - adjustedCents,
    refundableCents: paidCents - refundedCents - pendingRefundCents,
  };
}

/** The price of one charge in cents. */
export function chargeCents({ quantity, unitCents }: ChargeLine): number {
  return wholeCents(wholeCents(quantity) * wholeCents(unitCents));
}

/** The sum in cents; throws RangeError where a part or the sum is no whole number that can be kept exactly. */
export function sumCents(parts: readonly number[]): number {
  return parts.reduce((sum, part) => wholeCents(sum + wholeCents(part)), 0);
}

function wholeCents(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('an amount must be a whole number of cents');
  return value;
}
