// Invoices: the charges a patient is billed for at once; what is still owed is worked out, never stored (S2.110).
import { EXAMPLE_ID } from '../schemas.ts';
import { computed, referencesField, requiredDateField, requiredReferenceField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const invoice = recordType({
  name: 'invoice',
  one: 'invoice',
  many: 'invoices',
  area: 'financial',
  fields: {
    invoiceNumber: computed(textField('Invoice', 20, { gridWidthPx: 110, isSortable: true, isSearched: true })),
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 180,
      isSearched: true,
      isFixed: true,
      hint: 'Every charge of this patient that is not billed yet goes on the invoice.',
    }),
    issueDate: requiredDateField('Issued', {
      phi: 'financial',
      gridWidthPx: 110,
      isSortable: true,
      isFilter: true,
      isFixed: true,
    }),
    chargeIds: computed(
      referencesField(
        'Charges',
        'charge',
        { table: 'invoice_charge', ownColumn: 'invoice_id', otherColumn: 'charge_id' },
        { phi: 'financial' },
      ),
    ),
  },
  title: ['invoiceNumber'],
  titleJoin: ' ',
  logLabel: 'invoiceNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'invoiceNumber', isDescending: true },
  // An issued invoice stays as it was sent: a mistake is taken back by an adjustment.
  actions: ['find', 'read', 'readHistory', 'create', 'export'],
  example: { patientId: EXAMPLE_ID, issueDate: '2026-11-21' },
});
