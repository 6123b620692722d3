// Which column or fixed value fills which field: guessed from the headers, then checked as a person set it.
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { type ImportField, type ImportKind, importFields } from './importFields.ts';

export type Mapping = Input<'import.check'>['mapping'];

/** A field and where its text comes from. */
export interface FieldSource {
  readonly field: ImportField;
  readonly source: Mapping[string];
  /** What an error names: the header of the column, or the label of the field. */
  readonly columnName: string;
}

/** The mapping that the header names suggest; a column fills one field at most. */
export function suggestMapping(kind: ImportKind, headers: readonly string[]): Mapping {
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const { field, headers: names } of importFields(kind)) {
    const column = names.map((name) => folded.indexOf(name)).find((at) => at !== -1 && !taken.has(at));
    if (column === undefined) continue;
    taken.add(column);
    mapping[field] = { from: 'column', column };
  }
  return mapping;
}

/** The sources in the order of the fields, or INVALID_INPUT naming every field whose mapping cannot be used. */
export function resolveMapping(
  kind: ImportKind,
  mapping: Mapping,
  headers: readonly string[],
): readonly FieldSource[] | Refusal {
  const known = importFields(kind);
  const troubles = Object.entries(mapping).flatMap(([name, source]) => {
    const message = troubleOf(
      known.find(({ field }) => field === name),
      source,
      headers.length,
    );
    return message === null ? [] : [{ path: `mapping.${name}`, message }];
  });
  for (const { field, label, isRequired } of known) {
    if (isRequired && !Object.hasOwn(mapping, field))
      troubles.push({ path: `mapping.${field}`, message: `choose the column for "${label}"` });
  }
  if (kind === 'providers' && !Object.hasOwn(mapping, 'name') && !Object.hasOwn(mapping, 'lastName'))
    troubles.push({ path: 'mapping.lastName', message: 'choose the column for the last name or for the whole name' });
  if (troubles.length > 0)
    return refuse('INVALID_INPUT', 'The columns are not assigned yet. Correct the marked fields, then check again.', {
      fields: troubles,
    });
  return known.flatMap((field) => {
    const source = Object.hasOwn(mapping, field.field) ? mapping[field.field] : undefined;
    if (source === undefined) return [];
    const header = source.from === 'column' ? headers[source.column] : undefined;
    return [{ field, source, columnName: header ?? field.label }];
  });
}

/** A header reduced to lower-case letters and digits, so that `Birth Date` and `BIRTHDATE` are one name. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function troubleOf(field: ImportField | undefined, source: Mapping[string], columnCount: number): string | null {
  if (field === undefined) return 'is not a field of this import';
  if (source.from === 'column') {
    if (field.allowsFixedValue) return 'takes one value for every row, not a column';
    return source.column < columnCount ? null : 'names a column that the file does not have';
  }
  if (!field.allowsFixedValue) return 'takes a column of the file, not a fixed value';
  return field.rule.safeParse(source.value).success ? null : 'is not one of the choices';
}
