// Consents: what a patient has agreed to, since when, and since when not any more (S4.12).
import { EXAMPLE_ID } from '../schemas.ts';
import { choiceField, dateField, longTextField, requiredDateField, requiredReferenceField } from './field.ts';
import { recordType } from './recordType.ts';

export const CONSENT_WAYS = { paper: 'Signed on paper', spoken: 'Spoken', electronic: 'Signed on a screen' } as const;

export const consent = recordType({
  name: 'consent',
  one: 'consent',
  many: 'consents',
  area: 'consent',
  fields: {
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      isFixed: true,
      isSearched: true,
      isFilter: true,
      gridWidthPx: 150,
    }),
    templateId: requiredReferenceField('Consent', 'consentTemplate', {
      phi: 'clinical',
      isFixed: true,
      isFilter: true,
      isSearched: true,
      gridWidthPx: 190,
    }),
    givenOn: requiredDateField('Given', { phi: 'clinical', gridWidthPx: 112, isSortable: true, isFilter: true }),
    way: choiceField('How', CONSENT_WAYS, { phi: 'clinical', gridWidthPx: 140, isFilter: true }),
    withdrawnOn: dateField('Withdrawn', {
      phi: 'clinical',
      gridWidthPx: 112,
      isFilter: true,
      hint: 'The day from which it counts no more. Empty while it stands.',
    }),
    remark: longTextField('Note', 2_000, { phi: 'clinical' }),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: false } },
  defaultSort: { field: 'givenOn', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    templateId: EXAMPLE_ID,
    givenOn: '2026-11-20',
    way: 'paper',
    withdrawnOn: null,
    remark: 'The sheet lies in the blue folder.',
  },
});
