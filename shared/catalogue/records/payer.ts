// Payers: who pays claims besides the patient.
import { booleanField, choiceField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const PAYER_KINDS = { private: 'Private', government: 'Government', other: 'Other' } as const;

export const payer = recordType({
  name: 'payer',
  one: 'payer',
  many: 'payers',
  area: 'list',
  fields: {
    name: textField('Name', 120, {
      isRequired: true,
      gridWidthPx: 200,
      isSortable: true,
      isSearched: true,
      importAs: ['NAME'],
    }),
    kind: choiceField('Kind', PAYER_KINDS, { gridWidthPx: 110, isFilter: true, importAs: ['OWNERSHIP'] }),
    address: textField('Street address', 200, { importAs: ['ADDRESS'] }),
    city: textField('City', 80, { gridWidthPx: 120, importAs: ['CITY'] }),
    state: textField('State', 40, { importAs: ['STATE_HEADQUARTERED', 'STATE'] }),
    zip: textField('ZIP code', 12, { importAs: ['ZIP'] }),
    phone: textField('Phone', 40, { importAs: ['PHONE'] }),
    isActive: booleanField('In use', { gridWidthPx: 70, isFilter: true }),
  },
  title: ['name'],
  titleJoin: ' ',
  logLabel: 'name',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'name', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    name: 'Blue Harbor Health',
    kind: 'private',
    address: '',
    city: '',
    state: '',
    zip: '',
    phone: '',
    isActive: true,
  },
});
