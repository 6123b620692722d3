// What every entry on the account of an invoice names: the patient, the invoice, and the amount.
import { centsField, requiredReferenceField } from './field.ts';
import { MAX_CENTS } from './moneyFields.ts';

/** Fixed once entered: an entry is never changed, it is taken back by another one. `minCents` below zero: a reversal. */
export function accountFields(minCents: number) {
  return {
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 160,
      isSearched: true,
      isFixed: true,
    }),
    invoiceId: requiredReferenceField('Invoice', 'invoice', { gridWidthPx: 110, isSearched: true, isFixed: true }),
    cents: centsField(
      'Amount',
      { minCents, maxCents: MAX_CENTS },
      { phi: 'financial', gridWidthPx: 100, isSortable: true, isFixed: true },
    ),
  };
}
