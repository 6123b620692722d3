// Locations: the offices of the practice.
import { booleanField, referenceField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const location = recordType({
  name: 'location',
  one: 'location',
  many: 'locations',
  area: 'list',
  fields: {
    name: textField('Name', 80, {
      isRequired: true,
      gridWidthPx: 180,
      isSortable: true,
      isSearched: true,
      importAs: ['NAME'],
    }),
    address: textField('Street address', 200, { gridWidthPx: 180, importAs: ['ADDRESS'] }),
    city: textField('City', 80, { gridWidthPx: 120, isSortable: true, isSearched: true, importAs: ['CITY'] }),
    state: textField('State', 40, { importAs: ['STATE'] }),
    zip: textField('ZIP code', 12, { importAs: ['ZIP'] }),
    phone: textField('Phone', 40, { importAs: ['PHONE'] }),
    parentId: referenceField('Part of', 'location', {
      gridWidthPx: 140,
      hint: 'Whoever is limited to that location reaches this one as well.',
    }),
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
    name: 'Main Street office',
    address: '12 Main Street',
    city: 'Somerville',
    state: 'MA',
    zip: '02155',
    phone: '',
    parentId: null,
    isActive: true,
  },
});
