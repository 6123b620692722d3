// Working time as people punch it in and out: the guarded clock gives the time, nobody types their own (S2.114).
import { EXAMPLE_ID } from '../schemas.ts';
import { computed, instantField, optionalInstantField, requiredReferenceField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const punch = recordType({
  name: 'punch',
  one: 'punch',
  many: 'punches',
  area: 'timeClock',
  fields: {
    userId: computed(requiredReferenceField('Person', 'user', { gridWidthPx: 160, isFilter: true })),
    inAtMs: computed(instantField('In', { gridWidthPx: 170, isSortable: true, isFilter: true })),
    outAtMs: computed(optionalInstantField('Out', { gridWidthPx: 170 })),
    note: computed(textField('Note', 200, { gridWidthPx: 220 })),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  scope: { providers: { by: 'none' }, owner: 'userId' },
  defaultSort: { field: 'inAtMs', isDescending: true },
  // Punches are made and corrected by commands of their own.
  actions: ['find', 'read', 'readHistory', 'delete', 'export'],
  example: { userId: EXAMPLE_ID, inAtMs: 1_772_000_000_000, outAtMs: 1_772_028_800_000, note: '' },
});
