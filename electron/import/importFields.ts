// The fields an import can fill, derived from the declaration of the record type.
import { capitalized } from '../../shared/catalogue/capitalized.ts';
import type { Field } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { foldHeader } from './foldHeader.ts';

export interface ImportField {
  /** The name of the record's field, or of one that only imports know. */
  readonly field: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Filled by one chosen record for every row instead of a column. */
  readonly allowsFixedValue: boolean;
  /** Record type that the cell (by its id in the old program) or the fixed value (by our own id) names. */
  readonly refersTo: string | null;
  /** Required fields that need no column where this one has one. */
  readonly replaces: readonly string[];
  /** Folded names of columns that suggest this field, the most telling first. */
  readonly headers: readonly string[];
}

/** The id of the old program. */
export const EXTERNAL_ID = 'externalId';
/** Last and first name in one column. */
export const WHOLE_NAME = 'name';

/** The fields of a type, in the order a person reads them. */
export function importFields(type: RecordType): readonly ImportField[] {
  const own = importedFields(type).flatMap(([name, field]) => [
    asColumn(name, field),
    ...asFurtherColumns(name, field),
    ...asFixedValue(name, field),
  ]);
  return [externalId(type), ...wholeName(type), ...own];
}

/** The fields of the declaration that a file can bring: what a person types, and what declares headers of its own. */
export function importedFields(type: RecordType): readonly (readonly [string, Field])[] {
  return Object.entries(type.fields).filter(
    ([, field]) => (!field.isComputed || field.importAs !== undefined) && field.refersTo !== 'user',
  );
}

/** The name of the field that holds a record for every row that names none. */
export function fixedName(field: string): string {
  return `${field}Otherwise`;
}

/** The columns that may name records of a field: its own, and those of a file that has one for each. */
export function columnsOfField(name: string, { importColumns = 1 }: Field): readonly string[] {
  return [name, ...Array.from({ length: importColumns - 1 }, (_, at) => `${name}${at + 2}`)];
}

/** Whether the type is about a person with a last and a first name. */
export function isPerson(type: RecordType): boolean {
  return 'lastName' in type.fields && 'firstName' in type.fields;
}

function externalId(type: RecordType): ImportField {
  const headers = ['id', `${type.name}id`, 'externalid', 'idintheoldprogram', ...(MORE_IDS[type.name] ?? [])];
  return {
    field: EXTERNAL_ID,
    label: 'Id in the old program',
    isRequired: false,
    allowsFixedValue: false,
    refersTo: null,
    replaces: [],
    headers: headers.map(foldHeader),
  };
}

const MORE_IDS: Readonly<Partial<Record<string, readonly string[]>>> = { patient: ['patnum'] };

function wholeName(type: RecordType): readonly ImportField[] {
  if (!isPerson(type)) return [];
  return [
    {
      field: WHOLE_NAME,
      label: 'Whole name in one column',
      isRequired: false,
      allowsFixedValue: false,
      refersTo: null,
      replaces: ['lastName', 'firstName'],
      headers: ['name', 'fullname', `${type.name}name`, type.name].map(foldHeader),
    },
  ];
}

function asColumn(name: string, field: Field): ImportField {
  const { label, refersTo = null, importAs = [] } = field;
  const named = refersTo === null ? [label, name] : [refersTo, `${refersTo}id`, name];
  return {
    field: name,
    label: refersTo === null ? label : `${label} (${namedBy(refersTo)})`,
    isRequired: field.isRequired === true,
    allowsFixedValue: false,
    refersTo,
    replaces: [],
    headers: [...new Set([...importAs, ...named].map(foldHeader))],
  };
}

function namedBy(refersTo: string): string {
  const isCode = 'code' in (recordTypeNamed(refersTo)?.fields ?? {});
  return isCode ? 'the code, or the id in the old program' : 'the id in the old program';
}

// Never suggested: what such a column names must be here before, which only a person knows.
function asFurtherColumns(name: string, field: Field): readonly ImportField[] {
  const [, ...further] = columnsOfField(name, field);
  return further.map((column, at) => ({
    ...asColumn(name, field),
    field: column,
    label: `${field.label}, column ${at + 2}`,
    isRequired: false,
    headers: [],
  }));
}

// Patients are never alike for every row.
function asFixedValue(name: string, field: Field): readonly ImportField[] {
  const type = field.refersTo === undefined || field.refersTo === 'patient' ? null : recordTypeNamed(field.refersTo);
  if (type === null) return [];
  return [
    {
      field: fixedName(name),
      label: `${capitalized(type.one)} for every row that names none`,
      isRequired: false,
      allowsFixedValue: true,
      refersTo: type.name,
      replaces: field.isRequired ? [name] : [],
      headers: [],
    },
  ];
}
