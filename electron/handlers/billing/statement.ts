// Saves a patient's statement as a tagged PDF; in the log it is an export.
import { basename } from 'node:path';
import { titleOf } from '../../../db/records/recordTitle.ts';
import { readRecord } from '../../../db/records/storedRecord.ts';
import { practiceDay } from '../../../db/repositories/billingDay.ts';
import { readInvoiceEntries, readInvoicesOf } from '../../../db/repositories/invoiceEntries.ts';
import { readPracticeData } from '../../../db/repositories/practiceData.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { RecordReach } from '../../../shared/authorization/scope.ts';
import { adjustment } from '../../../shared/catalogue/records/adjustment.ts';
import { invoice } from '../../../shared/catalogue/records/invoice.ts';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import { payment } from '../../../shared/catalogue/records/payment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { refund } from '../../../shared/catalogue/records/refund.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../ipc/stages.ts';
import { noteRecord } from '../records/recordHandlers.ts';
import { type StatedInvoice, statementHtml } from './statementHtml.ts';

const PATIENT = patient as unknown as RecordType;
const INVOICE = invoice as unknown as RecordType;
const PAYMENT = payment as unknown as RecordType;
const ADJUSTMENT = adjustment as unknown as RecordType;
const REFUND = refund as unknown as RecordType;

export const statementHandlers: Pick<Handlers, 'statement.save'> = {
  'statement.save': (call, tx, services) => {
    const { patientId, purpose } = call.input;
    const record = readRecord(tx, PATIENT, call.scope, patientId);
    if (record === null)
      return refuse('NOT_FOUND', 'This patient is not here, or is outside what you may see. Go back to the list.');
    noteRecord(PATIENT, call, patientId, record.values);
    const { path } = call.prepared;
    if (path === null) return { isSaved: false };
    const { name, address, taxId } = readPracticeData(tx).fields;
    const text = (field: string) => String(record.values[field] ?? '');
    const invoices = readInvoicesOf(tx, patientId).map((each) => ({
      ...each,
      entries: readInvoiceEntries(tx, each.id),
    }));
    if (!invoices.every((each) => isReachedWhole(tx, call.scope, each)))
      return refuse(
        'CONSTRAINT_VIOLATED',
        'A statement names every invoice and payment of the patient, and your right to save one does not reach all of them. Ask somebody whose right has no conditions.',
      );
    const html = statementHtml({
      practiceName: name,
      practiceAddress: address,
      practiceTaxId: taxId,
      patientName: titleOf(PATIENT, record.values),
      patientAddress: [text('address'), [text('city'), text('state'), text('zip')].filter(Boolean).join(' ')],
      recordNumber: text('recordNumber'),
      day: practiceDay(tx, call.nowMs),
      invoices,
    });
    call.note({ why: purpose, count: invoices.length });
    call.afterCommit(() => services.dialogs.writePdf(html, path));
    return { isSaved: true, fileName: basename(path) };
  },
};

/** Whether a right that may be given under conditions reaches the invoice and everything booked on it. */
function isReachedWhole(
  tx: ReadTx,
  reach: RecordReach,
  { id, entries }: StatedInvoice & { readonly id: string },
): boolean {
  const isReached = (type: RecordType) => (one: { readonly id: string }) =>
    readRecord(tx, type, reach, one.id) !== null;
  return (
    isReached(INVOICE)({ id }) &&
    entries.payments.every(isReached(PAYMENT)) &&
    entries.adjustments.every(isReached(ADJUSTMENT)) &&
    entries.refunds.every(isReached(REFUND))
  );
}
