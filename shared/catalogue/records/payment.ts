// Payments: money received on one invoice; never changed, only reversed by a counter entry (S2.110).
import { EXAMPLE_ID } from '../schemas.ts';
import { accountFields } from './accountFields.ts';
import { choiceField, computed, longTextField, referenceField, requiredDateField, textField } from './field.ts';
import { MAX_CENTS, PAYMENT_METHODS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const payment = recordType({
  name: 'payment',
  one: 'payment',
  many: 'payments',
  area: 'financial',
  fields: {
    paymentNumber: computed(textField('Payment', 20, { gridWidthPx: 100, isSortable: true, isSearched: true })),
    ...accountFields(-MAX_CENTS),
    method: choiceField('Method', PAYMENT_METHODS, { gridWidthPx: 110, isFilter: true, isFixed: true }),
    payerId: referenceField('Paid by', 'payer', {
      phi: 'financial',
      gridWidthPx: 140,
      isFixed: true,
      hint: 'Empty: the patient.',
    }),
    paidDate: requiredDateField('Received', {
      phi: 'financial',
      gridWidthPx: 110,
      isSortable: true,
      isFilter: true,
      isFixed: true,
    }),
    /** The number of the payment this one takes back, or nothing. */
    reverses: computed(textField('Reverses', 20, { gridWidthPx: 100 })),
    reason: computed(longTextField('Reason', 500, { phi: 'financial' })),
  },
  title: ['paymentNumber'],
  titleJoin: ' ',
  logLabel: 'paymentNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'paymentNumber', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    invoiceId: EXAMPLE_ID,
    cents: 5_000,
    method: 'card',
    payerId: null,
    paidDate: '2026-11-21',
    reverses: '',
    reason: '',
  },
});
