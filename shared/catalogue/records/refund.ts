// Refunds: asked for by one person, approved by another, then paid out (S2.110, S2.36).
import { EXAMPLE_ID } from '../schemas.ts';
import { accountFields } from './accountFields.ts';
import { booleanField, choiceField, computed, dateField, longTextField, referenceField, textField } from './field.ts';
import { PAYMENT_METHODS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const REFUND_STATES = {
  requested: 'Requested',
  approved: 'Approved',
  rejected: 'Rejected',
  paid: 'Paid out',
} as const;
export type RefundState = keyof typeof REFUND_STATES;

export const refund = recordType({
  name: 'refund',
  one: 'refund',
  many: 'refunds',
  area: 'financial',
  fields: {
    refundNumber: computed(textField('Refund', 20, { gridWidthPx: 100, isSortable: true, isSearched: true })),
    ...accountFields(1),
    method: choiceField('Method', PAYMENT_METHODS, { gridWidthPx: 110, isFixed: true }),
    reason: longTextField('Reason', 500, { isRequired: true, phi: 'financial', isFixed: true }),
    state: computed(choiceField('State', REFUND_STATES, { gridWidthPx: 100, isFilter: true })),
    requestedBy: computed(referenceField('Requested by', 'user', { gridWidthPx: 140 })),
    approvedBy: computed(referenceField('Approved by', 'user', { gridWidthPx: 140 })),
    isApprovedAlone: computed(booleanField('Approved alone', { gridWidthPx: 120, isFilter: true })),
    paidDate: computed(dateField('Paid out on', { phi: 'financial', gridWidthPx: 110 })),
  },
  title: ['refundNumber'],
  titleJoin: ' ',
  logLabel: 'refundNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'refundNumber', isDescending: true },
  // Asking for one is an act of its own (shared/catalogue/procedures/billing.ts): it needs the right to edit.
  actions: ['find', 'read', 'readHistory', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    invoiceId: EXAMPLE_ID,
    cents: 500,
    method: 'card',
    reason: 'Paid twice.',
  },
});
