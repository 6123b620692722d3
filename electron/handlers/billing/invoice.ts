// Invoices and the account of each: what was charged, paid, adjusted, refunded, and what is owed (S2.110).
import { readRecord } from '../../../db/records/storedRecord.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { readInvoiceEntries, unbilledChargeIds } from '../../../db/repositories/invoiceEntries.ts';
import { chargeCents, invoiceAccount } from '../../../shared/billing/invoiceAccount.ts';
import { ADJUSTMENT_KINDS, adjustment } from '../../../shared/catalogue/records/adjustment.ts';
import { invoice } from '../../../shared/catalogue/records/invoice.ts';
import { payment } from '../../../shared/catalogue/records/payment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { refund } from '../../../shared/catalogue/records/refund.ts';
import { isRefusal, refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../ipc/stages.ts';
import { openRecord, recordHandlers } from '../records/recordHandlers.ts';
import { refuseEntryDay } from './entryDay.ts';

const INVOICE = invoice as unknown as RecordType;
const PAYMENT = payment as unknown as RecordType;
const ADJUSTMENT = adjustment as unknown as RecordType;
const REFUND = refund as unknown as RecordType;
/** As many as the declaration lets one invoice name. */
const MOST_CHARGES = 50;

const invoiceRecords = recordHandlers(invoice, {
  start: (tx, _call, { patientId, issueDate }) => ({
    invoiceNumber: nextNumber(tx, 'invoice'),
    chargeIds: unbilledChargeIds(tx, patientId, issueDate, MOST_CHARGES),
  }),
  checkCreate: (tx, call, { issueDate, chargeIds }) =>
    refuseEntryDay(tx, call, issueDate) ??
    (chargeIds.length > 0
      ? null
      : refuse(
          'CONSTRAINT_VIOLATED',
          'This patient has no charge up to that day that is not billed yet. Add the charges first.',
        )),
});

const account: Pick<Handlers, 'invoice.readAccount'> = {
  'invoice.readAccount': (call, tx) => {
    const record = openRecord(INVOICE, call, tx);
    if (isRefusal(record)) return record;
    const entries = readInvoiceEntries(tx, record.id);
    const withReversal = <E extends { readonly number: string; readonly reverses: string }>(all: readonly E[]) =>
      all.map((entry) => ({ ...entry, isReversed: all.some(({ reverses }) => reverses === entry.number) }));
    // A right that is given under conditions shows the lines that meet them; the account stays whole.
    const reached = <E extends { readonly id: string }>(type: RecordType, all: readonly E[]) =>
      all.filter(({ id }) => readRecord(tx, type, call.scope, id) !== null);
    return {
      charges: entries.charges.map((line) => ({ ...line, cents: chargeCents(line) })),
      payments: reached(PAYMENT, withReversal(entries.payments)),
      adjustments: reached(ADJUSTMENT, withReversal(entries.adjustments)).map((entry) => ({
        ...entry,
        kind: ADJUSTMENT_KINDS[entry.kind],
      })),
      refunds: reached(REFUND, entries.refunds),
      account: invoiceAccount(entries),
    };
  },
};

export const invoiceHandlers = { ...invoiceRecords, ...account };
