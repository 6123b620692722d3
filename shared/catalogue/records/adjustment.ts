// Adjustments: what is no longer asked for on one invoice; never changed, only reversed by a counter entry (S2.110).
import { EXAMPLE_ID } from '../schemas.ts';
import { accountFields } from './accountFields.ts';
import { choiceField, computed, longTextField, requiredDateField, textField } from './field.ts';
import { MAX_CENTS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const ADJUSTMENT_KINDS = {
  contractual: 'Contractual',
  discount: 'Discount',
  writeOff: 'Write-off',
  correction: 'Correction',
} as const;

export const adjustment = recordType({
  name: 'adjustment',
  one: 'adjustment',
  many: 'adjustments',
  area: 'financial',
  fields: {
    adjustmentNumber: computed(textField('Adjustment', 20, { gridWidthPx: 110, isSortable: true, isSearched: true })),
    ...accountFields(-MAX_CENTS),
    kind: choiceField('Kind', ADJUSTMENT_KINDS, { gridWidthPx: 110, isFilter: true, isFixed: true }),
    adjustedDate: requiredDateField('Date', {
      phi: 'financial',
      gridWidthPx: 110,
      isSortable: true,
      isFilter: true,
      isFixed: true,
    }),
    reason: longTextField('Reason', 500, { isRequired: true, phi: 'financial', isFixed: true }),
    /** The number of the adjustment this one takes back, or nothing. */
    reverses: computed(textField('Reverses', 20, { gridWidthPx: 100 })),
  },
  title: ['adjustmentNumber'],
  titleJoin: ' ',
  logLabel: 'adjustmentNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'adjustmentNumber', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    invoiceId: EXAMPLE_ID,
    cents: 1_000,
    kind: 'contractual',
    adjustedDate: '2026-11-21',
    reason: 'Agreed rate.',
    reverses: '',
  },
});
