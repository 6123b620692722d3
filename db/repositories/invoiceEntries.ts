// Everything booked on one invoice, for its account and its statement.
import type { InvoiceEntries } from '../../shared/billing/invoiceAccount.ts';
import type { ADJUSTMENT_KINDS } from '../../shared/catalogue/records/adjustment.ts';
import type { PaymentMethod } from '../../shared/catalogue/records/moneyFields.ts';
import type { RefundState } from '../../shared/catalogue/records/refund.ts';
import type { ReadTx } from '../transaction.ts';

export interface BookedCharge {
  readonly id: string;
  readonly number: string;
  /** `99213 · Office visit`. */
  readonly procedure: string;
  readonly serviceDate: string;
  readonly quantity: number;
  readonly unitCents: number;
}
interface Booked {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly cents: number;
  readonly date: string;
}
export interface BookedPayment extends Booked {
  readonly method: PaymentMethod;
  /** The payer's name; '' for the patient. */
  readonly paidBy: string;
  readonly reverses: string;
}
export interface BookedAdjustment extends Booked {
  readonly kind: keyof typeof ADJUSTMENT_KINDS;
  readonly reason: string;
  readonly reverses: string;
}
export interface BookedRefund extends Booked {
  readonly method: PaymentMethod;
  readonly state: RefundState;
}
export interface BookedEntries extends InvoiceEntries {
  readonly charges: readonly BookedCharge[];
  readonly payments: readonly BookedPayment[];
  readonly adjustments: readonly BookedAdjustment[];
  readonly refunds: readonly BookedRefund[];
}

/** The entries of an invoice in the order of their numbers. The caller has checked that the invoice may be seen. */
export function readInvoiceEntries(tx: ReadTx, invoiceId: string): BookedEntries {
  return {
    charges: tx.prepare<BookedCharge>(CHARGES_SQL).all(invoiceId),
    payments: tx.prepare<BookedPayment>(PAYMENTS_SQL).all(invoiceId),
    adjustments: tx.prepare<BookedAdjustment>(ADJUSTMENTS_SQL).all(invoiceId),
    refunds: tx.prepare<BookedRefund>(REFUNDS_SQL).all(invoiceId),
  };
}

/** The charges of a claim, each with the number of the invoice it stands on. */
export function readClaimCharges(
  tx: ReadTx,
  claimId: string,
): readonly (BookedCharge & { readonly invoiceNumber: string | null })[] {
  return tx.prepare<BookedCharge & { invoiceNumber: string | null }>(CLAIM_CHARGES_SQL).all(claimId);
}

/** Ids of the charges of a patient up to `day` that stand on no invoice yet, oldest first, at most `limit`. */
export function unbilledChargeIds(tx: ReadTx, patientId: string, day: string, limit: number): string[] {
  return tx
    .prepare<{ id: string }>(UNBILLED_SQL)
    .all(patientId, day, limit)
    .map(({ id }) => id);
}

/** Whether a charge stands on an invoice. */
export function isBilled(tx: ReadTx, chargeId: string): boolean {
  return tx.prepare('SELECT 1 FROM invoice_charge WHERE charge_id = ?').get(chargeId) !== undefined;
}

/** Whether a payment or adjustment of that number was taken back. */
export function isReversed(tx: ReadTx, table: 'payment' | 'adjustment', number: string): boolean {
  return tx.prepare(`SELECT 1 FROM ${table} WHERE reverses = ? AND reverses <> ''`).get(number) !== undefined;
}

/** The invoices of a patient, oldest first. */
export function readInvoicesOf(
  tx: ReadTx,
  patientId: string,
): readonly { readonly id: string; readonly number: string; readonly issueDate: string }[] {
  return tx
    .prepare<{ id: string; number: string; issueDate: string }>(
      `SELECT id, invoice_number AS number, issue_date AS issueDate FROM invoice WHERE patient_id = ?
       ORDER BY invoice_number, id`,
    )
    .all(patientId);
}

const CHARGE_COLUMNS = `charge.id, charge_number AS number, code || ' · ' || description AS procedure,
  service_date AS serviceDate, quantity, unit_cents AS unitCents`;
const CHARGES_SQL = `SELECT ${CHARGE_COLUMNS} FROM invoice_charge
  JOIN charge ON charge.id = charge_id JOIN procedure_code ON procedure_code.id = procedure_code_id
  WHERE invoice_id = ? ORDER BY charge_number`;
const CLAIM_CHARGES_SQL = `SELECT ${CHARGE_COLUMNS}, invoice_number AS invoiceNumber FROM charge
  JOIN procedure_code ON procedure_code.id = procedure_code_id
  LEFT JOIN invoice_charge ON charge_id = charge.id LEFT JOIN invoice ON invoice.id = invoice_id
  WHERE claim_id = ? ORDER BY charge_number`;
const UNBILLED_SQL = `SELECT id FROM charge WHERE patient_id = ? AND service_date <= ?
  AND NOT EXISTS (SELECT 1 FROM invoice_charge WHERE charge_id = charge.id)
  ORDER BY service_date, charge_number LIMIT ?`;
const PAYMENTS_SQL = `SELECT payment.id, payment.version, payment_number AS number, cents, method, paid_date AS date,
  coalesce(payer.name, '') AS paidBy, reverses FROM payment LEFT JOIN payer ON payer.id = payer_id
  WHERE invoice_id = ? ORDER BY payment_number`;
const ADJUSTMENTS_SQL = `SELECT id, version, adjustment_number AS number, cents, kind, adjusted_date AS date, reason,
  reverses FROM adjustment WHERE invoice_id = ? ORDER BY adjustment_number`;
const REFUNDS_SQL = `SELECT id, version, refund_number AS number, cents, method, coalesce(paid_date, '') AS date, state
  FROM refund WHERE invoice_id = ? ORDER BY refund_number`;
