// What FHIR says alike of patients and practitioners: name, gender, telephone, address.
import { fhirCode, GENDER_CODES, ourWord } from './codes.ts';
import { type Cells, type FhirRecord, textOf } from './fhirRecord.ts';
import type { Person } from './resources.ts';

/** The fields these elements carry. A gender in other words than ours goes by extension. */
export const PERSON_FIELDS = [
  'lastName',
  'firstName',
  'middleName',
  'phone',
  'email',
  'address',
  'city',
  'county',
  'state',
  'zip',
];

type Elements = Pick<Person, 'name' | 'telecom' | 'gender' | 'address'>;

/** The elements of a person; what is empty is left out. */
export function personElements(record: FhirRecord): Elements {
  const text = (field: string) => textOf(record, field);
  const given = [text('firstName'), text('middleName')].filter((name) => name !== '');
  const suffix = text('credentials');
  const telecom = [
    { system: 'phone', value: text('phone') },
    { system: 'email', value: text('email') },
  ].filter(({ value }) => value !== '');
  const place = {
    ...(text('address') === '' ? {} : { line: [text('address')] }),
    ...(text('city') === '' ? {} : { city: text('city') }),
    ...(text('county') === '' ? {} : { district: text('county') }),
    ...(text('state') === '' ? {} : { state: text('state') }),
    ...(text('zip') === '' ? {} : { postalCode: text('zip') }),
  };
  const gender = fhirCode(GENDER_CODES, text('gender'));
  return {
    name: [
      {
        use: 'official',
        family: text('lastName'),
        ...(given.length === 0 ? {} : { given }),
        ...(suffix === '' ? {} : { suffix: [suffix] }),
      },
    ],
    ...(telecom.length === 0 ? {} : { telecom }),
    ...(gender === undefined ? {} : { gender }),
    ...(Object.keys(place).length === 0 ? {} : { address: [place] }),
  };
}

/** Whether the gender has a code of FHIR. */
export function hasGenderCode(record: FhirRecord): boolean {
  return fhirCode(GENDER_CODES, textOf(record, 'gender')) !== undefined;
}

/** The cells of a person: the official name or else the first, the first address, the first number of each kind. */
export function readPerson(person: Person, cells: Cells): void {
  const names = person.name ?? [];
  const at = Math.max(
    0,
    names.findIndex(({ use }) => use === 'official'),
  );
  const name = names[at];
  if (name?.family === undefined) cells.add('name', `name[${at}].text`, name?.text);
  cells.add('lastName', `name[${at}].family`, name?.family);
  cells.add('firstName', `name[${at}].given`, name?.given?.[0]);
  cells.add('middleName', `name[${at}].given`, name?.given?.slice(1).join(' '));
  cells.add('credentials', `name[${at}].suffix`, name?.suffix?.join(', '));
  const telecom = person.telecom ?? [];
  for (const system of ['phone', 'email']) {
    const found = telecom.findIndex((point) => point.system === system);
    cells.add(system, `telecom[${Math.max(0, found)}].value`, telecom[found]?.value);
  }
  const { gender } = person;
  cells.add(
    'gender',
    'gender',
    gender === undefined || gender === 'unknown' ? undefined : ourWord(GENDER_CODES, gender),
  );
  const place = person.address?.[0];
  cells.add('address', 'address[0].line', place?.line?.join(', '));
  cells.add('city', 'address[0].city', place?.city);
  cells.add('county', 'address[0].district', place?.district);
  cells.add('state', 'address[0].state', place?.state);
  cells.add('zip', 'address[0].postalCode', place?.postalCode);
}
