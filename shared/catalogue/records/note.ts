// Clinical notes: written by one person, signed and locked, corrected by addenda alone (S2.109, S3.11).
import { EXAMPLE_ID } from '../schemas.ts';
import {
  choiceField,
  computed,
  longTextField,
  optionalInstantField,
  referenceField,
  requiredDateField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

/** Classes of notes; all but the first are sensitivity labels with a right of their own. */
export const NOTE_CLASSES = {
  general: 'General',
  mentalHealth: 'Mental health',
  substanceUse: 'Substance use',
} as const;

export const note = recordType({
  name: 'note',
  one: 'clinical note',
  many: 'clinical notes',
  area: 'note',
  fields: {
    patientId: requiredReferenceField('Patient', 'patient', {
      isFixed: true,
      isSearched: true,
      isFilter: true,
      gridWidthPx: 150,
    }),
    noteDate: requiredDateField('Date of the visit', {
      phi: 'clinical',
      gridWidthPx: 104,
      isSortable: true,
      isFilter: true,
    }),
    noteClass: choiceField('Class', NOTE_CLASSES, {
      gridWidthPx: 110,
      isFilter: true,
      hint: 'Mental health and substance use notes open only for people with that right.',
    }),
    title: textField('Title', 120, { isRequired: true, phi: 'clinical', gridWidthPx: 170, isSearched: true }),
    body: longTextField('Note', 20_000, { isRequired: true, phi: 'clinical' }),
    authorId: computed(requiredReferenceField('Author', 'user', { gridWidthPx: 130 })),
    signedAtMs: computed(optionalInstantField('Signed', { gridWidthPx: 150 })),
    signedById: computed(referenceField('Signed by', 'user')),
  },
  title: ['title'],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: {
    providers: { by: 'patient', field: 'patientId', isOpenWithout: false },
    owner: 'authorId',
    label: 'noteClass',
  },
  defaultSort: { field: 'noteDate', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    patientId: EXAMPLE_ID,
    noteDate: '2026-03-02',
    noteClass: 'general',
    title: 'Follow-up',
    body: 'Feels well.',
  },
});
