// The example of a record type as a row of a CSV file.
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';

/** A column of the file: the field it brings, and what stands in its cell for the example. */
export interface ExampleColumn {
  readonly name: string;
  readonly field: Field;
  readonly cell: string;
}

/** The type of this name; throws where there is none. */
export function typeNamed(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error('no such type');
  return type;
}

/** Every column a file of the type can bring, besides that of the id. References name the record `<type>-1`. */
export function exampleColumns(type: RecordType): readonly ExampleColumn[] {
  return Object.entries(type.fields)
    .filter(([, { isComputed, refersTo }]) => !isComputed && refersTo !== 'user')
    .map(([name, field]) => ({ name, field, cell: cellOf(field, type.example[name]) }));
}

/** The header, and one row with the id `<type>-1`. */
export function exampleCsv(type: RecordType): string {
  const columns = exampleColumns(type);
  const cells = columns.map(({ cell }) => `"${cell}"`);
  return `Id,${columns.map(({ name }) => name).join(',')}\n${type.name}-1,${cells.join(',')}\n`;
}

/** What stands in the cell: references by the id that the one record of their type has in the old program. */
function cellOf(field: Field, value: FieldValue | undefined): string {
  if (field.refersTo !== undefined) return value === null ? '' : `${field.refersTo}-1`;
  if (value === null || value === undefined) return '';
  if (field.kind === 'cents') return (Number(value) / 100).toFixed(2);
  return field.kind === 'instant' ? new Date(Number(value)).toISOString() : String(value);
}
