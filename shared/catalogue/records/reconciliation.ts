// Daily reconciliation: what was counted against what was recorded, reviewed by somebody else (S2.111, S2.36).
import {
  booleanField,
  centsField,
  choiceField,
  computed,
  longTextField,
  optionalInstantField,
  referenceField,
  requiredDateField,
} from './field.ts';
import { MAX_CENTS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const RECONCILIATION_STATES = { prepared: 'Prepared', reviewed: 'Reviewed' } as const;

const COUNTED = { minCents: 0, maxCents: MAX_CENTS };
/** More was refunded than received, or more recorded than counted: either may lie below zero. */
const SUM = { minCents: -Number.MAX_SAFE_INTEGER, maxCents: Number.MAX_SAFE_INTEGER };

export const reconciliation = recordType({
  name: 'reconciliation',
  one: 'reconciliation',
  many: 'reconciliations',
  area: 'financial',
  fields: {
    day: requiredDateField('Day', {
      gridWidthPx: 110,
      isSortable: true,
      isSearched: true,
      isFilter: true,
      isFixed: true,
    }),
    countedCashCents: centsField('Cash counted', COUNTED, { group: 'Counted' }),
    countedCheckCents: centsField('Checks counted', COUNTED, { group: 'Counted' }),
    countedCardCents: centsField('Card slips counted', COUNTED, { group: 'Counted' }),
    note: longTextField('What explains a difference', 500, { phi: 'financial', group: 'Counted' }),
    recordedCashCents: computed(centsField('Cash recorded', SUM)),
    recordedCheckCents: computed(centsField('Checks recorded', SUM)),
    recordedCardCents: computed(centsField('Card recorded', SUM)),
    differenceCents: computed(centsField('Difference', SUM, { gridWidthPx: 110 })),
    state: computed(choiceField('State', RECONCILIATION_STATES, { gridWidthPx: 100, isFilter: true })),
    preparedBy: computed(referenceField('Prepared by', 'user', { gridWidthPx: 150 })),
    reviewedBy: computed(referenceField('Reviewed by', 'user', { gridWidthPx: 150 })),
    isReviewedAlone: computed(booleanField('Reviewed alone', { gridWidthPx: 120, isFilter: true })),
    reviewedAtMs: computed(optionalInstantField('Reviewed', { gridWidthPx: 150 })),
  },
  title: [],
  titleJoin: ' ',
  logLabel: 'day',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'day', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'export'],
  example: {
    day: '2026-11-20',
    countedCashCents: 0,
    countedCheckCents: 0,
    countedCardCents: 0,
    note: 'Counted twice.',
  },
});
