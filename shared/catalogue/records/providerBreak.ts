// Breaks of every week and absences on dates, in which a provider is not booked (S2.33).
import { WEEKDAYS } from '../../schedule/days.ts';
import { EXAMPLE_ID } from '../schemas.ts';
import { choiceField, dateField, requiredReferenceField, textField, timeOfDayField } from './field.ts';
import { recordType } from './recordType.ts';

export const BREAK_KINDS = { weekly: 'Every week', dated: 'On dates' } as const;

export const providerBreak = recordType({
  name: 'providerBreak',
  one: 'break or absence',
  many: 'breaks and absences',
  area: 'schedule',
  fields: {
    providerId: requiredReferenceField('Provider', 'provider', { gridWidthPx: 180, isSearched: true, isFilter: true }),
    repeats: choiceField('Repeats', BREAK_KINDS, { gridWidthPx: 100, isFilter: true }),
    weekday: choiceField('Weekday', { '0': 'Every day', ...WEEKDAYS } as const, {
      gridWidthPx: 100,
      group: 'Every week',
      hint: 'For a break of every week.',
    }),
    firstDay: dateField('First day', {
      gridWidthPx: 110,
      group: 'On dates',
      isSortable: true,
      isFilter: true,
      hint: 'For an absence on dates.',
    }),
    lastDay: dateField('Last day', { gridWidthPx: 110, group: 'On dates', hint: 'The same day for a single one.' }),
    startsAt: timeOfDayField('From', { gridWidthPx: 70, group: 'Time', hint: 'On the first day of an absence.' }),
    endsAt: timeOfDayField('Until', {
      gridWidthPx: 70,
      group: 'Time',
      hint: 'On the last day of an absence. 00:00 is midnight.',
    }),
    note: textField('Note', 120, { gridWidthPx: 140, hint: 'Such as “Lunch” or “Conference”. No patient data.' }),
  },
  title: ['note'],
  titleJoin: ' ',
  logLabel: null,
  scope: { providers: { by: 'field', field: 'providerId' } },
  defaultSort: { field: 'firstDay', isDescending: true },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    providerId: EXAMPLE_ID,
    repeats: 'weekly',
    weekday: '0',
    firstDay: null,
    lastDay: null,
    startsAt: '12:00',
    endsAt: '13:00',
    note: 'Lunch',
  },
});
