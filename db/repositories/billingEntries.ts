// Everything the billing report sums, within what a call reaches.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { BillingEntries, ReportedEntry, ReportedPayment } from '../../shared/billing/billingReport.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';

/** The entries up to `day` (`YYYY-MM-DD`); charges also of later days where an invoice up to then bills them. */
export function readBillingEntries(tx: ReadTx, reach: RecordReach, day: string): BillingEntries {
  const all = <Row>(typeName: string, select: string, where: string, ...parameters: readonly string[]) => {
    const inReach = reachToSql(reach, typeNamed(typeName));
    return tx.prepare<Row>(`${select} WHERE (${where}) AND ${inReach.sql}`).all(...parameters, ...inReach.parameters);
  };
  return {
    invoices: all('invoice', 'SELECT id, issue_date AS issueDate FROM invoice', 'issue_date <= ?', day),
    charges: all('charge', CHARGES, 'charge.service_date <= ? OR issue_date <= ?', day, day),
    payments: all<ReportedPayment>('payment', PAYMENTS, 'paid_date <= ?', day),
    adjustments: all<ReportedEntry>('adjustment', ADJUSTMENTS, 'adjusted_date <= ?', day),
    refunds: all<ReportedEntry>('refund', REFUNDS, `state = 'paid' AND paid_date <= ?`, day),
  };
}

const CHARGES = `SELECT invoice_id AS invoiceId, charge.provider_id AS providerId, claim.payer_id AS payerId,
  charge.service_date AS day, quantity * unit_cents AS cents FROM charge
  LEFT JOIN claim ON claim.id = claim_id
  LEFT JOIN invoice_charge ON charge_id = charge.id LEFT JOIN invoice ON invoice.id = invoice_id`;
const PAYMENTS = 'SELECT invoice_id AS invoiceId, payer_id AS payerId, paid_date AS day, cents FROM payment';
const ADJUSTMENTS = 'SELECT invoice_id AS invoiceId, adjusted_date AS day, cents FROM adjustment';
const REFUNDS = 'SELECT invoice_id AS invoiceId, paid_date AS day, cents FROM refund';

function typeNamed(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error(`no record type \`${name}\``);
  return type;
}
