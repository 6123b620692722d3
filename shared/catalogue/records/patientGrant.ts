// Patients shared with one person for a time, whatever their limits say (S2.106).
import { EXAMPLE_ID } from '../schemas.ts';
import { requiredDateField, requiredReferenceField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const patientGrant = recordType({
  name: 'patientGrant',
  one: 'shared patient',
  many: 'shared patients',
  area: 'patientGrant',
  fields: {
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 150,
      isSearched: true,
      isFixed: true,
    }),
    userId: requiredReferenceField('Shared with', 'user', { gridWidthPx: 140, isFilter: true, isFixed: true }),
    validFrom: requiredDateField('From', { gridWidthPx: 112 }),
    validUntil: requiredDateField('Until', {
      gridWidthPx: 112,
      isSortable: true,
      isFilter: true,
      hint: 'The last day on which the person still reaches the patient.',
    }),
    reason: textField('Reason', 300, {
      isRequired: true,
      phi: 'clinical',
      gridWidthPx: 180,
      hint: 'Why this person needs the record, such as “covers for Dr. Patel”.',
    }),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false }, grantee: 'userId' },
  defaultSort: { field: 'validUntil', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    userId: EXAMPLE_ID,
    validFrom: '2026-11-23',
    validUntil: '2026-12-04',
    reason: 'Covers for Dr. Patel.',
  },
});
