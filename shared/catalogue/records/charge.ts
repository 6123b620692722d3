// Charges: one service at its price, on a claim or for the patient alone (S2.110).
import { EXAMPLE_ID } from '../schemas.ts';
import {
  centsField,
  computed,
  integerField,
  referenceField,
  requiredDateField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { MAX_CENTS } from './moneyFields.ts';
import { recordType } from './recordType.ts';

export const charge = recordType({
  name: 'charge',
  one: 'charge',
  many: 'charges',
  area: 'claim',
  fields: {
    chargeNumber: computed(textField('Charge', 20, { gridWidthPx: 100, isSortable: true, isSearched: true })),
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 150,
      isSearched: true,
      isFixed: true,
    }),
    claimId: referenceField('Claim', 'claim', {
      gridWidthPx: 100,
      isFixed: true,
      hint: 'Empty: the patient pays without a claim.',
    }),
    providerId: requiredReferenceField('Provider', 'provider', { gridWidthPx: 130, isFilter: true }),
    procedureCodeId: requiredReferenceField('Procedure code', 'procedureCode', { phi: 'clinical', gridWidthPx: 220 }),
    serviceDate: requiredDateField('Service date', {
      phi: 'clinical',
      gridWidthPx: 110,
      isSortable: true,
      isFilter: true,
    }),
    quantity: integerField('Quantity', { min: 1, max: 999 }, { phi: 'financial', gridWidthPx: 80 }),
    unitCents: centsField(
      'Price of one',
      { minCents: 0, maxCents: MAX_CENTS },
      { phi: 'financial', gridWidthPx: 100, isSortable: true },
    ),
  },
  title: ['chargeNumber'],
  titleJoin: ' ',
  logLabel: 'chargeNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'chargeNumber', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    patientId: EXAMPLE_ID,
    claimId: EXAMPLE_ID,
    providerId: EXAMPLE_ID,
    procedureCodeId: EXAMPLE_ID,
    serviceDate: '2026-11-20',
    quantity: 1,
    unitCents: 12_500,
  },
});
