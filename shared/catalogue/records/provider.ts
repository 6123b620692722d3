// Providers and their profiles (S2.32).
import { booleanField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const provider = recordType({
  name: 'provider',
  one: 'provider',
  many: 'providers',
  area: 'list',
  fields: {
    lastName: textField('Last name', 80, {
      isRequired: true,
      isSortable: true,
      isSearched: true,
      group: 'Person',
      importAs: ['last', 'lastname', 'surname', 'familyname'],
    }),
    firstName: textField('First name', 80, {
      isSearched: true,
      group: 'Person',
      importAs: ['first', 'firstname', 'givenname'],
    }),
    gender: textField('Gender', 20, { group: 'Person', importAs: ['gender', 'sex'] }),
    specialty: textField('Specialty', 120, {
      gridWidthPx: 160,
      isSortable: true,
      group: 'Practice',
      importAs: ['speciality', 'specialty'],
    }),
    organization: textField('Organization', 120, { group: 'Practice', importAs: ['organization', 'organisation'] }),
    address: textField('Street address', 200, {
      group: 'Practice',
      importAs: ['address', 'street', 'streetaddress', 'address1'],
    }),
    city: textField('City', 80, { gridWidthPx: 110, isSortable: true, group: 'Practice', importAs: ['city', 'town'] }),
    state: textField('State', 40, { group: 'Practice', importAs: ['state'] }),
    zip: textField('ZIP code', 12, { group: 'Practice', importAs: ['zip', 'zipcode', 'postalcode', 'postcode'] }),
    isActive: booleanField('Active', { gridWidthPx: 70, isFilter: true, group: 'Practice' }),
  },
  title: ['lastName', 'firstName'],
  titleJoin: ', ',
  logLabel: 'lastName',
  scope: { providers: { by: 'self' } },
  defaultSort: { field: 'lastName', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    lastName: 'Patel',
    firstName: 'Ria',
    gender: 'F',
    specialty: 'General practice',
    organization: '',
    address: '',
    city: '',
    state: '',
    zip: '',
    isActive: true,
  },
});
