// How a record type lies in its table: column names, and values to and from SQLite.
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';

/** Values of a record by field name. */
export type RecordValues = Readonly<Record<string, FieldValue>>;

/** A row as SQLite returns it. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** The columns every record has besides its fields. */
export const STANDARD_COLUMNS = [
  'id',
  'version',
  'created_at_ms',
  'created_by',
  'changed_at_ms',
  'changed_by',
] as const;

/** The table of a type. */
export function tableOf(type: RecordType): string {
  return storedName(type.name);
}

/** The fields that have a column in the table itself; `references` lie in a table of their own. */
export function columnFields(type: RecordType): readonly (readonly [string, Field])[] {
  return Object.entries(type.fields).filter(([, { kind }]) => kind !== 'references');
}

/** The fields whose ids lie in a table of their own. */
export function linkFields(type: RecordType): readonly (readonly [string, Field & { readonly link: object }])[] {
  return Object.entries(type.fields).flatMap(([name, field]) =>
    field.link === undefined ? [] : [[name, { ...field, link: field.link }] as const],
  );
}

/** A value as its column keeps it. */
export function toColumn(value: FieldValue): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  throw new TypeError('a list has no column');
}

/** A stored value as it travels; `field` tells truth values from numbers, and what NULL in a younger column stands for. */
export function fromColumn(field: Field, stored: string | number | null | undefined): FieldValue {
  switch (field.kind) {
    case 'boolean':
      return stored === 1;
    case 'text':
    case 'longText':
      return stored ?? '';
    case 'choice':
      return stored ?? field.options?.[0]?.value ?? '';
    default:
      return stored ?? null;
  }
}
