// The fee schedule: what a procedure costs, for everybody or for one payer, from a day on.
import { EXAMPLE_ID } from '../schemas.ts';
import { centsField, referenceField, requiredDateField, requiredReferenceField } from './field.ts';
import { MAX_CENTS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const feeItem = recordType({
  name: 'feeItem',
  one: 'fee',
  many: 'fees',
  area: 'list',
  fields: {
    procedureCodeId: requiredReferenceField('Procedure code', 'procedureCode', {
      gridWidthPx: 260,
      isSearched: true,
      isFilter: true,
    }),
    payerId: referenceField('Payer', 'payer', {
      gridWidthPx: 160,
      isFilter: true,
      hint: 'Empty: the fee for everybody without a fee of their own.',
    }),
    cents: centsField('Fee', { minCents: 0, maxCents: MAX_CENTS }, { gridWidthPx: 100, isSortable: true }),
    validFrom: requiredDateField('Valid from', { gridWidthPx: 110, isSortable: true }),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'validFrom', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: { procedureCodeId: EXAMPLE_ID, payerId: null, cents: 12_500, validFrom: '2026-01-01' },
});
