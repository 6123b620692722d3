// The weekly working hours of providers (S2.33).
import { WEEKDAYS } from '../../schedule/days.ts';
import { EXAMPLE_ID } from '../schemas.ts';
import { choiceField, referenceField, requiredReferenceField, textField, timeOfDayField } from './field.ts';
import { recordType } from './recordType.ts';

export const workingHours = recordType({
  name: 'workingHours',
  one: 'working time',
  many: 'working hours',
  area: 'schedule',
  fields: {
    providerId: requiredReferenceField('Provider', 'provider', { gridWidthPx: 180, isSearched: true, isFilter: true }),
    weekday: choiceField('Weekday', WEEKDAYS, { gridWidthPx: 110, isSortable: true, isFilter: true }),
    opensAt: timeOfDayField('From', { gridWidthPx: 80 }),
    closesAt: timeOfDayField('Until', { gridWidthPx: 80, hint: '00:00 is midnight.' }),
    locationId: referenceField('Location', 'location', {
      gridWidthPx: 160,
      isFilter: true,
      hint: 'Empty: at every location.',
    }),
    note: textField('Note', 120, { gridWidthPx: 140, hint: 'Such as “Evening clinic”. No patient data.' }),
  },
  title: ['note'],
  titleJoin: ' ',
  logLabel: null,
  scope: { providers: { by: 'field', field: 'providerId' } },
  defaultSort: { field: 'weekday', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: { providerId: EXAMPLE_ID, weekday: '1', opensAt: '09:00', closesAt: '17:00', locationId: null, note: '' },
});
