// A record of ours on its way to or from FHIR, and the fields FHIR has no element for.
import type { Field, FieldValue } from '../catalogue/records/field.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { RESOURCE_TYPES } from './codes.ts';
import type { Extension, Identifier, Reference } from './resources.ts';

/** A record to be written. Masked fields are missing; references hold the id that the named resource has in FHIR. */
export interface FhirRecord {
  /** The resource's id. */
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Of a claim: what it asks to be paid for, in the order it was entered. */
  readonly charges?: readonly FhirRecord[];
}

/** What was read of a resource: the cells of a row by field name, and the element each came from. */
export interface ReadResource {
  readonly texts: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, string>>;
}

/** Collects the cells of one resource; empty ones are left out. */
export class Cells {
  readonly texts: Record<string, string> = {};
  readonly paths: Record<string, string> = {};

  add(field: string, path: string, cell: string | undefined): void {
    this.paths[field] = path;
    if (cell !== undefined && cell !== '') this.texts[field] = cell;
  }
}

const EXTENSION = 'urn:keyward:field:';

/** A text of a record; '' for one that is missing or empty. */
export function textOf({ values }: FhirRecord, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** The ids a reference field holds. */
export function idsOf({ values }: FhirRecord, field: string): readonly string[] {
  const value = values[field];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A relative reference to a resource. */
export function referenceTo(typeName: keyof typeof RESOURCE_TYPES, id: string): Reference {
  return { reference: `${RESOURCE_TYPES[typeName]}/${id}` };
}

/** Extensions for every field but those in `covered`, which have an element of their own. Program-written fields and
 *  logins stay here. */
export function extensionsOf(type: RecordType, record: FhirRecord, covered: readonly string[]): Extension[] {
  return Object.entries(type.fields).flatMap(([name, field]): Extension[] => {
    if (covered.includes(name) || (field.isComputed && field.importAs === undefined)) return [];
    const url = `${EXTENSION}${name}`;
    if (field.refersTo !== undefined) {
      const { refersTo } = field;
      if (!isResourceKind(refersTo)) return [];
      return idsOf(record, name).map((id) => ({ url, valueReference: referenceTo(refersTo, id) }));
    }
    const valueString = wordOf(field, record.values[name]);
    return valueString === '' ? [] : [{ url, valueString }];
  });
}

/** The cells of the extensions that extensionsOf() writes. */
export function readExtensions(
  type: RecordType,
  extensions: readonly Extension[] | undefined,
  cells: Cells,
  idIn: (reference: Reference | undefined, typeName: string) => string | undefined,
): void {
  (extensions ?? []).forEach(({ url, valueString, valueReference }, at) => {
    const name = url.startsWith(EXTENSION) ? url.slice(EXTENSION.length) : '';
    const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
    if (field === undefined) return;
    const before = cells.texts[name];
    const read = field.refersTo === undefined ? valueString : idIn(valueReference, field.refersTo);
    const isFurther = field.kind === 'references' && before !== undefined && read !== undefined;
    cells.add(name, `extension[${at}]`, isFurther ? `${before};${read}` : read);
  });
}

/** The value of the identifier of that system. */
export function identifierOf(identifiers: readonly Identifier[] | undefined, system: string): string | undefined {
  return identifiers?.find((identifier) => identifier.system === system)?.value;
}

function isResourceKind(name: string): name is keyof typeof RESOURCE_TYPES {
  return Object.hasOwn(RESOURCE_TYPES, name);
}

function wordOf(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.kind === 'cents') return (Number(value) / 100).toFixed(2);
  if (field.kind === 'instant') return new Date(Number(value)).toISOString();
  return String(value);
}
