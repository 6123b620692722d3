// What was added to a note after it was signed; never changed, never deleted.
import { EXAMPLE_ID } from '../schemas.ts';
import { choiceField, computed, instantField, longTextField, requiredReferenceField } from './field.ts';
import { NOTE_CLASSES } from './note.ts';
import { recordType } from './recordType.ts';

/** Carries patient, author and class of its note, so that whoever reaches the note reaches it, and nobody else. */
export const noteAddendum = recordType({
  name: 'noteAddendum',
  one: 'addendum',
  many: 'addenda',
  area: 'note',
  fields: {
    noteId: computed(requiredReferenceField('Clinical note', 'note', { isFilter: true })),
    patientId: computed(requiredReferenceField('Patient', 'patient')),
    noteAuthorId: computed(requiredReferenceField('Author of the note', 'user')),
    noteClass: computed(choiceField('Class', NOTE_CLASSES)),
    writtenAtMs: computed(instantField('Written', { gridWidthPx: 150, isSortable: true })),
    writtenById: computed(requiredReferenceField('Written by', 'user', { gridWidthPx: 130 })),
    body: computed(longTextField('Addendum', 20_000, { isRequired: true, phi: 'clinical', gridWidthPx: 200 })),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: {
    providers: { by: 'patient', field: 'patientId', isOpenWithout: false },
    owner: 'noteAuthorId',
    label: 'noteClass',
  },
  defaultSort: { field: 'writtenAtMs', isDescending: false },
  actions: ['find'],
  example: {
    noteId: EXAMPLE_ID,
    patientId: EXAMPLE_ID,
    noteAuthorId: EXAMPLE_ID,
    noteClass: 'general',
    writtenAtMs: 1_772_000_000_000,
    writtenById: EXAMPLE_ID,
    body: 'The dose was 20 mg.',
  },
});
