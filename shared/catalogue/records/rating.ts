// Ratings: what patients say of a provider, entered from paper or imported (S2.34).
import { EXAMPLE_ID } from '../schemas.ts';
import { integerField, longTextField, referenceField, requiredDateField, requiredReferenceField } from './field.ts';
import { recordType } from './recordType.ts';

export const MOST_STARS = 5;

export const rating = recordType({
  name: 'rating',
  one: 'rating',
  many: 'ratings',
  area: 'patient',
  fields: {
    day: requiredDateField('Day', { gridWidthPx: 104, isSortable: true, isFilter: true, importAs: ['day', 'date'] }),
    providerId: requiredReferenceField('Provider', 'provider', {
      gridWidthPx: 150,
      isFilter: true,
      isSearched: true,
      importAs: ['provider', 'providerid'],
    }),
    stars: integerField(
      'Stars',
      { min: 1, max: MOST_STARS },
      { gridWidthPx: 70, isSortable: true, hint: 'From 1, bad, to 5, very good.', importAs: ['stars', 'rating'] },
    ),
    patientId: referenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 150,
      hint: 'Empty: somebody who gave no name.',
      importAs: ['patient', 'patientid'],
    }),
    comment: longTextField('What was said', 2_000, { phi: 'clinical', importAs: ['comment', 'comments'] }),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: {
    providers: { by: 'field', field: 'providerId' },
    location: { by: 'patient', field: 'patientId', isOpenWithout: true },
  },
  defaultSort: { field: 'day', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    day: '2026-11-20',
    providerId: EXAMPLE_ID,
    stars: 4,
    patientId: EXAMPLE_ID,
    comment: 'Took time to explain.',
  },
});
