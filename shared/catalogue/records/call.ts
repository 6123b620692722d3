// Telephone calls and the tasks that come of them, with pasted or imported transcripts (S2.113).
import { EXAMPLE_ID } from '../schemas.ts';
import {
  choiceField,
  computed,
  instantField,
  longTextField,
  referenceField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

export const CALL_DIRECTIONS = { incoming: 'Incoming', outgoing: 'Outgoing' } as const;
export const CALL_STATUSES = { open: 'Open', done: 'Done' } as const;
export const MAX_TRANSCRIPT_CHARACTERS = 50_000;

export const call = recordType({
  name: 'call',
  one: 'call',
  many: 'calls',
  area: 'call',
  fields: {
    atMs: instantField('Time of the call', { gridWidthPx: 150, isSortable: true, isFilter: true }),
    callerName: textField('Caller', 80, { phi: 'identifier', gridWidthPx: 110, isSearched: true }),
    phone: textField('Phone', 40, { phi: 'contact', mask: 'phone' }),
    direction: choiceField('Direction', CALL_DIRECTIONS, { isFilter: true }),
    summary: textField('What it is about', 300, {
      isRequired: true,
      phi: 'clinical',
      gridWidthPx: 210,
      isSearched: true,
    }),
    ownerId: requiredReferenceField('Assigned to', 'user', {
      gridWidthPx: 110,
      isFilter: true,
      isFixed: true,
      hint: 'Later, “Hand on…” gives the call to somebody else.',
    }),
    status: computed(choiceField('Status', CALL_STATUSES, { gridWidthPx: 70, isFilter: true })),
    patientId: referenceField('About patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 110,
      hint: 'May stay empty.',
    }),
    transcript: longTextField('Transcript', MAX_TRANSCRIPT_CHARACTERS, {
      phi: 'clinical',
      hint: 'Paste the text here, or save the call and import a text file.',
    }),
  },
  title: ['callerName'],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: { providers: { by: 'patient', field: 'patientId', isOpenWithout: true }, owner: 'ownerId' },
  defaultSort: { field: 'atMs', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    atMs: 1_772_000_000_000,
    callerName: 'Maynard Mosciski',
    phone: '617-555-0147',
    direction: 'incoming',
    patientId: null,
    ownerId: EXAMPLE_ID,
    summary: 'Asks for an earlier appointment.',
    transcript: '',
  },
});
