// The fields an import can fill: label, the headers that name it, and the rule for one cell.
import { z } from 'zod';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { id, requiredText, text } from '../../shared/catalogue/schemas.ts';

export type ImportKind = Input<'import.choose'>['kind'];

export interface ImportField {
  readonly field: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Filled by one value for every row instead of a column. */
  readonly allowsFixedValue: boolean;
  /** Header names that suggest this field, lower case, letters and digits only. */
  readonly headers: readonly string[];
  /** Turns a cell into the stored text; an empty result means "nothing given". */
  readonly rule: z.ZodType<string>;
}

/** The earliest year a date can have; nobody alive was born before it. */
const FIRST_YEAR = 1850;

/** `2014-10-06` or the American `10/6/2014` as `2014-10-06`; a day that does not exist is refused. */
const date = text(30).transform((value, context) => {
  if (value === '') return '';
  const found = readDate(value);
  if (typeof found === 'string') return found;
  context.addIssue({ code: 'custom', message: found.trouble });
  return z.NEVER;
});

/** Nine digits, with or without dashes, stored as digits. */
const ssn = text(20).transform((value, context) => {
  if (value === '') return '';
  if (/^\d{9}$|^\d{3}-\d{2}-\d{4}$/.test(value)) return value.replaceAll('-', '');
  context.addIssue({ code: 'custom', message: 'must be nine digits, with or without dashes' });
  return z.NEVER;
});

const email = text(200).refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), 'is not an e-mail address');

const address: readonly ImportField[] = [
  column('address', 'Street address', ['address', 'street', 'streetaddress', 'address1'], text(200)),
  column('city', 'City', ['city', 'town'], text(80)),
  column('state', 'State', ['state'], text(40)),
  column('zip', 'ZIP', ['zip', 'zipcode', 'postalcode', 'postcode'], text(12)),
];
const gender = column('gender', 'Gender', ['gender', 'sex'], text(20));

const PROVIDER_FIELDS: readonly ImportField[] = [
  column('externalId', 'Id in the old program', ['id', 'providerid', 'externalid'], text(64)),
  column('name', 'Whole name in one column', ['name', 'fullname', 'providername', 'provider'], text(160)),
  column('lastName', 'Last name', ['last', 'lastname', 'surname', 'familyname'], text(80)),
  column('firstName', 'First name', ['first', 'firstname', 'givenname'], text(80)),
  column('specialty', 'Specialty', ['speciality', 'specialty'], text(120)),
  gender,
  column('organization', 'Organization', ['organization', 'organisation'], text(120)),
  ...address,
];

const PATIENT_FIELDS: readonly ImportField[] = [
  column('externalId', 'Id in the old program', ['id', 'patientid', 'externalid', 'patnum'], text(64)),
  required(column('lastName', 'Last name', ['last', 'lastname', 'surname', 'familyname'], requiredText(80))),
  required(column('firstName', 'First name', ['first', 'firstname', 'givenname'], requiredText(80))),
  column('middleName', 'Middle name', ['middle', 'middlename', 'middleinitial'], text(80)),
  required(column('birthDate', 'Date of birth', ['birthdate', 'dateofbirth', 'dob', 'birthday'], requiredDate())),
  column('deathDate', 'Date of death', ['deathdate', 'dateofdeath'], date),
  gender,
  column('ssn', 'Social Security number', ['ssn', 'socialsecuritynumber'], ssn),
  column('phone', 'Phone', ['phone', 'phonenumber', 'telephone', 'mobile', 'homephone'], text(40)),
  column('email', 'E-mail', ['email', 'emailaddress'], email),
  ...address,
  column('county', 'County', ['county'], text(80)),
  column(
    'providerExternalId',
    "Provider (the provider's id in the old program)",
    ['provider', 'providerid', 'primaryprovider', 'primaryproviderid'],
    text(64),
  ),
  {
    field: 'provider',
    label: 'Provider for every row that names none',
    isRequired: false,
    allowsFixedValue: true,
    headers: [],
    rule: id,
  },
];

/** The fields of providers or patients, in the order a person reads them. */
export function importFields(kind: ImportKind): readonly ImportField[] {
  return kind === 'providers' ? PROVIDER_FIELDS : PATIENT_FIELDS;
}

function column(field: string, label: string, headers: readonly string[], rule: z.ZodType<string>): ImportField {
  return { field, label, isRequired: false, allowsFixedValue: false, headers, rule };
}

function required(field: ImportField): ImportField {
  return { ...field, isRequired: true };
}

function requiredDate() {
  return date.refine((value) => value !== '', 'must be filled in');
}

function readDate(value: string): string | { trouble: string } {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  if (iso === null && american === null) return { trouble: 'is not a date; write it as 2014-10-06 or 10/6/2014' };
  const parts = iso === null ? [american?.[3], american?.[1], american?.[2]] : iso.slice(1);
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!exists) return { trouble: 'is a day that does not exist' };
  if (year < FIRST_YEAR) return { trouble: `lies before ${FIRST_YEAR}` };
  return at.toISOString().slice(0, 10);
}
