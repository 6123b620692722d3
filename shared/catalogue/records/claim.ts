// Claims: what a payer is asked to pay for one service (S2.110).
import { CLAIM_STATUSES } from '../../billing/claimStatus.ts';
import { EXAMPLE_ID } from '../schemas.ts';
import {
  choiceField,
  computed,
  referenceField,
  referencesField,
  requiredDateField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

export const claim = recordType({
  name: 'claim',
  one: 'claim',
  many: 'claims',
  area: 'claim',
  fields: {
    claimNumber: computed(textField('Claim', 20, { gridWidthPx: 100, isSortable: true, isSearched: true })),
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 160,
      isSearched: true,
      isFixed: true,
      importAs: ['PATIENTID', 'PATIENT'],
    }),
    providerId: requiredReferenceField('Provider', 'provider', {
      gridWidthPx: 130,
      isFilter: true,
      importAs: ['PROVIDERID', 'PROVIDER'],
    }),
    payerId: referenceField('Payer', 'payer', {
      phi: 'financial',
      gridWidthPx: 150,
      isFilter: true,
      hint: 'Empty: the patient pays.',
      importAs: ['PRIMARYPATIENTINSURANCEID', 'PAYER', 'PAYERID'],
    }),
    serviceDate: requiredDateField('Service date', {
      phi: 'clinical',
      gridWidthPx: 110,
      isSortable: true,
      isFilter: true,
      importAs: ['SERVICEDATE'],
    }),
    status: computed(
      choiceField('Status', CLAIM_STATUSES, { gridWidthPx: 90, isFilter: true, importAs: ['STATUS1', 'STATUS'] }),
    ),
    diagnosisCodeIds: referencesField(
      'Diagnoses',
      'diagnosisCode',
      { table: 'claim_diagnosis_code', ownColumn: 'claim_id', otherColumn: 'diagnosis_code_id' },
      { phi: 'clinical', importColumns: 8 },
    ),
  },
  title: ['claimNumber'],
  titleJoin: ' ',
  logLabel: 'claimNumber',
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'claimNumber', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    patientId: EXAMPLE_ID,
    providerId: EXAMPLE_ID,
    payerId: EXAMPLE_ID,
    serviceDate: '2026-11-20',
    diagnosisCodeIds: [EXAMPLE_ID],
  },
});
