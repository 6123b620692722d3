// Appointments (S2.108, S2.33): made and moved by their own acts, because every time is checked against the schedule.
import { APPOINTMENT_STATUSES } from '../../schedule/appointmentStatus.ts';
import { EXAMPLE_ID } from '../schemas.ts';
import {
  booleanField,
  choiceField,
  computed,
  instantField,
  referenceField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

/** Monday 23 November 2026, 10:00 to 10:30 in New York. */
const EXAMPLE_START_MS = Date.UTC(2026, 10, 23, 15, 0);

export const appointment = recordType({
  name: 'appointment',
  one: 'appointment',
  many: 'appointments',
  area: 'schedule',
  fields: {
    patientId: requiredReferenceField('Patient', 'patient', {
      phi: 'identifier',
      gridWidthPx: 160,
      isSearched: true,
      isFixed: true,
      importAs: ['patient', 'patientid'],
    }),
    providerId: requiredReferenceField('Provider', 'provider', {
      gridWidthPx: 140,
      isFilter: true,
      importAs: ['provider', 'providerid'],
    }),
    locationId: referenceField('Location', 'location', {
      gridWidthPx: 140,
      isFilter: true,
      importAs: ['organization', 'organisation', 'location'],
    }),
    startsAtMs: instantField('Starts', {
      gridWidthPx: 150,
      isSortable: true,
      isFilter: true,
      importAs: ['start', 'starts', 'begin'],
    }),
    endsAtMs: instantField('Ends', { importAs: ['stop', 'end', 'ends'] }),
    reason: textField('Reason', 200, { phi: 'clinical', importAs: ['description', 'reason', 'reasondescription'] }),
    status: computed(
      choiceField('Status', APPOINTMENT_STATUSES, { gridWidthPx: 100, isFilter: true, importAs: ['status'] }),
    ),
    isWalkIn: computed(booleanField('Walk-in')),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  patient: 'patientId',
  scope: { providers: { by: 'field', field: 'providerId' }, location: { by: 'field', field: 'locationId' } },
  defaultSort: { field: 'startsAtMs', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'delete', 'export'],
  isImported: true,
  example: {
    patientId: EXAMPLE_ID,
    providerId: EXAMPLE_ID,
    locationId: EXAMPLE_ID,
    startsAtMs: EXAMPLE_START_MS,
    endsAtMs: EXAMPLE_START_MS + 30 * 60_000,
    reason: 'Check-up',
  },
});
