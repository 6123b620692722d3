// Patients and their contact data (S2.107).
import { EXAMPLE_ID } from '../schemas.ts';
import {
  choiceField,
  computed,
  dateField,
  integerField,
  patternField,
  referenceField,
  referencesField,
  requiredDateField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

export const GENDERS = { '': 'Not recorded', F: 'Female', M: 'Male', X: 'Another' } as const;
/** A confidential record needs a right of its own: staff members, public persons, people at risk. */
export const PATIENT_SENSITIVITIES = { normal: 'Normal', confidential: 'Confidential' } as const;

export const patient = recordType({
  name: 'patient',
  one: 'patient record',
  many: 'patients',
  area: 'patient',
  fields: {
    recordNumber: computed(
      integerField('Record', { min: 1, max: 999_999_999 }, { gridWidthPx: 84, isSortable: true, isSearched: true }),
    ),
    lastName: textField('Last name', 80, {
      isRequired: true,
      phi: 'identifier',
      group: 'Person',
      isSortable: true,
      isSearched: true,
      importAs: ['last', 'lastname', 'surname', 'familyname'],
    }),
    firstName: textField('First name', 80, {
      isRequired: true,
      phi: 'identifier',
      group: 'Person',
      isSearched: true,
      importAs: ['first', 'firstname', 'givenname'],
    }),
    middleName: textField('Middle name', 80, {
      phi: 'identifier',
      group: 'Person',
      importAs: ['middle', 'middlename', 'middleinitial'],
    }),
    gender: choiceField('Gender', GENDERS, { phi: 'demographic', group: 'Person', importAs: ['gender', 'sex'] }),
    birthDate: requiredDateField('Date of birth', {
      phi: 'identifier',
      group: 'Person',
      gridWidthPx: 104,
      isSortable: true,
      isFilter: true,
      importAs: ['birthdate', 'dateofbirth', 'dob', 'birthday'],
    }),
    deathDate: dateField('Date of death', {
      phi: 'demographic',
      group: 'Person',
      importAs: ['deathdate', 'dateofdeath'],
    }),
    ssn: patternField('Social security number', /^\d{9}$/, 'must be nine digits', {
      phi: 'identifier',
      mask: 'ssn',
      group: 'Person',
      hint: 'Nine digits, without dashes.',
      importAs: ['ssn', 'socialsecuritynumber'],
    }),
    sensitivity: choiceField('Sensitivity', PATIENT_SENSITIVITIES, {
      group: 'Person',
      isFilter: true,
      hint: 'Confidential records open only for people with that right.',
    }),
    phone: textField('Phone', 40, {
      phi: 'contact',
      mask: 'phone',
      group: 'Contact',
      importAs: ['phone', 'phonenumber', 'telephone', 'mobile', 'homephone'],
    }),
    email: textField('E-mail', 200, { phi: 'contact', group: 'Contact', importAs: ['email', 'emailaddress'] }),
    address: textField('Street address', 200, {
      phi: 'contact',
      group: 'Contact',
      importAs: ['address', 'street', 'streetaddress', 'address1'],
    }),
    city: textField('City', 80, {
      phi: 'contact',
      group: 'Contact',
      gridWidthPx: 110,
      isSortable: true,
      importAs: ['city', 'town'],
    }),
    zip: textField('ZIP code', 12, {
      phi: 'contact',
      group: 'Contact',
      importAs: ['zip', 'zipcode', 'postalcode', 'postcode'],
    }),
    county: textField('County', 80, { phi: 'contact', group: 'Contact', importAs: ['county'] }),
    state: textField('State', 40, { phi: 'contact', group: 'Contact', importAs: ['state'] }),
    payerId: referenceField('Payer', 'payer', { phi: 'financial', group: 'Insurance' }),
    memberNumber: textField('Member number', 40, {
      phi: 'financial',
      mask: 'insurance',
      group: 'Insurance',
      importAs: ['membernumber', 'memberid', 'insuranceid', 'policynumber'],
    }),
    locationId: referenceField('Location', 'location', { group: 'Care', isFilter: true }),
    providerIds: referencesField(
      'Assigned providers',
      'provider',
      { table: 'patient_provider', ownColumn: 'patient_id', otherColumn: 'provider_id' },
      {
        group: 'Care',
        gridWidthPx: 160,
        importAs: ['provider', 'providerid', 'primaryprovider', 'primaryproviderid'],
        hint: 'People limited to selected providers see this patient through one of these.',
      },
    ),
  },
  title: ['lastName', 'firstName'],
  titleJoin: ', ',
  logLabel: 'recordNumber',
  scope: {
    providers: { by: 'links', field: 'providerIds' },
    location: { by: 'field', field: 'locationId' },
    label: 'sensitivity',
  },
  defaultSort: { field: 'lastName', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: {
    lastName: 'Mosciski',
    firstName: 'Maynard',
    middleName: '',
    gender: 'M',
    birthDate: '2014-10-06',
    deathDate: null,
    ssn: '',
    sensitivity: 'normal',
    phone: '',
    email: '',
    address: '',
    city: 'Somerville',
    zip: '02155',
    county: '',
    state: 'Massachusetts',
    payerId: null,
    memberNumber: '',
    locationId: null,
    providerIds: [EXAMPLE_ID],
  },
});
