// Payments and adjustments: entered within what is owed, never changed, taken back by a counter entry (S2.110).

import type { RecordValues } from '../../../db/records/recordTable.ts';
import { insertRecord, readRecord } from '../../../db/records/storedRecord.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { isReversed, readInvoiceEntries } from '../../../db/repositories/invoiceEntries.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { EVERY_ROW } from '../../../shared/authorization/scope.ts';
import { type InvoiceAccount, invoiceAccount } from '../../../shared/billing/invoiceAccount.ts';
import { adjustmentTrouble, paymentReversalTrouble, paymentTrouble } from '../../../shared/billing/permittedActs.ts';
import { adjustment } from '../../../shared/catalogue/records/adjustment.ts';
import { invoice } from '../../../shared/catalogue/records/invoice.ts';
import { payment } from '../../../shared/catalogue/records/payment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import type { Services } from '../../services.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { noteRecord, recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import { refuseEntryDay } from './entryDay.ts';

const INVOICE = invoice as unknown as RecordType;

/** What a counter entry must know of its kind. */
interface Reversible {
  readonly type: RecordType;
  readonly kind: 'payment' | 'adjustment';
  readonly numberField: string;
  readonly dateField: string;
}
const PAYMENT: Reversible = {
  type: payment as unknown as RecordType,
  kind: 'payment',
  numberField: 'paymentNumber',
  dateField: 'paidDate',
};
const ADJUSTMENT: Reversible = {
  type: adjustment as unknown as RecordType,
  kind: 'adjustment',
  numberField: 'adjustmentNumber',
  dateField: 'adjustedDate',
};

const reversals: Pick<Handlers, 'payment.reverse' | 'adjustment.reverse'> = {
  'payment.reverse': (call, tx, services) => reverse(PAYMENT, call, tx, services),
  'adjustment.reverse': (call, tx, services) => reverse(ADJUSTMENT, call, tx, services),
};

export const paymentHandlers = {
  ...recordHandlers(payment, {
    start: (tx) => ({ paymentNumber: nextNumber(tx, 'payment'), reverses: '', reason: '' }),
    checkCreate: (tx, call, values) =>
      refuseEntryDay(tx, call, values.paidDate) ??
      refuseOnInvoice(tx, values, (account) => paymentTrouble(account, values.cents)),
  }),
  ...recordHandlers(adjustment, {
    start: (tx) => ({ adjustmentNumber: nextNumber(tx, 'adjustment'), reverses: '' }),
    checkCreate: (tx, call, values) =>
      refuseEntryDay(tx, call, values.adjustedDate) ??
      refuseOnInvoice(tx, values, (account) => adjustmentTrouble(account, values.cents)),
  }),
  ...reversals,
};

/** The refusal of an entry on an invoice of somebody else, or of one that `troubleOf` finds wrong for its account. */
export function refuseOnInvoice(
  tx: ReadTx,
  { patientId, invoiceId }: { readonly patientId: string; readonly invoiceId: string },
  troubleOf: (account: InvoiceAccount) => string | null,
): Refusal | null {
  const on = readRecord(tx, INVOICE, EVERY_ROW, invoiceId);
  if (on?.values.patientId !== patientId)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This invoice belongs to another patient. Open the right invoice and try again.',
    );
  const trouble = troubleOf(invoiceAccount(readInvoiceEntries(tx, invoiceId)));
  return trouble === null ? null : refuse('CONSTRAINT_VIOLATED', trouble);
}

function reverse(
  { type, kind, numberField, dateField }: Reversible,
  call: AuthorizedCall<'payment.reverse'> | AuthorizedCall<'adjustment.reverse'>,
  tx: WriteTx,
  services: Services,
): { id: string; version: number } | Refusal {
  const record = recordToChange(type, call, tx);
  if (isRefusal(record)) return record;
  const { values } = record;
  const { onDate, reason } = call.input;
  const cents = Number(values.cents);
  const trouble =
    refuseSecondReversal(tx, kind, String(values[numberField]), String(values.reverses)) ??
    refuseEntryDay(tx, call, onDate) ??
    (onDate < String(values[dateField])
      ? refuse('CONSTRAINT_VIOLATED', `A reversal cannot lie before the ${kind} itself. Choose a later day.`)
      : null) ??
    (kind === 'payment'
      ? refuseOnInvoice(tx, namesOf(values), (account) => paymentReversalTrouble(account, cents))
      : null);
  if (trouble !== null) return trouble;
  const counter = {
    ...values,
    [numberField]: nextNumber(tx, kind),
    [dateField]: onDate,
    cents: -cents,
    reverses: String(values[numberField]),
    reason,
  };
  const id = services.newId();
  insertRecord(tx, type, id, counter, { byUserId: actingUserId(call), nowMs: call.nowMs });
  noteRecord(type, call, id, counter);
  call.note({ why: reason, changes: recordChanges(tx, type, {}, counter) });
  return { id, version: 1 };
}

function refuseSecondReversal(
  tx: ReadTx,
  kind: 'payment' | 'adjustment',
  number: string,
  reverses: string,
): Refusal | null {
  if (reverses !== '')
    return refuse('CONSTRAINT_VIOLATED', `This is a reversal itself. Enter the ${kind} anew if it was right.`);
  if (!isReversed(tx, kind, number)) return null;
  return refuse('CONSTRAINT_VIOLATED', `This ${kind} was reversed already. Nothing more needs to be taken back.`);
}

function namesOf(values: RecordValues): { patientId: string; invoiceId: string } {
  return { patientId: String(values.patientId), invoiceId: String(values.invoiceId) };
}
