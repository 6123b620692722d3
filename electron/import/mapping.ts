// Which column or fixed value fills which field: guessed from the headers, then checked as a person set it.
import type { RememberedMapping, RememberedSource } from '../../db/repositories/importMapping.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { id } from '../../shared/catalogue/schemas.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { foldHeader } from './foldHeader.ts';
import type { ImportField } from './importFields.ts';

export type Mapping = Input<'import.check'>['mapping'];

/** A field and where its text comes from. */
export interface FieldSource {
  readonly field: ImportField;
  readonly source: Mapping[string];
  /** What an error names: the header of the column, or the label of the field. */
  readonly columnName: string;
}

/** The mapping that the header names suggest; a column fills one field at most. */
export function suggestMapping(fields: readonly ImportField[], headers: readonly string[]): Mapping {
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const { field, headers: names } of fields) {
    const column = names.map((name) => folded.indexOf(name)).find((at) => at !== -1 && !taken.has(at));
    if (column === undefined) continue;
    taken.add(column);
    mapping[field] = { from: 'column', column };
  }
  return mapping;
}

/** The sources in the order of the fields, or INVALID_INPUT naming every field whose mapping cannot be used. */
export function resolveMapping(
  known: readonly ImportField[],
  mapping: Mapping,
  headers: readonly string[],
): readonly FieldSource[] | Refusal {
  const troubles = Object.entries(mapping).flatMap(([name, source]) => {
    const message = troubleOf(
      known.find(({ field }) => field === name),
      source,
      headers.length,
    );
    return message === null ? [] : [{ path: `mapping.${name}`, message }];
  });
  const replaced = new Set(
    known.flatMap(({ field, replaces }) => (Object.hasOwn(mapping, field) ? [field, ...replaces] : [])),
  );
  for (const { field, label, isRequired } of known) {
    if (isRequired && !replaced.has(field))
      troubles.push({ path: `mapping.${field}`, message: `choose the column for "${label}"` });
  }
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

/** A mapping by the names of the columns, so that it fits the next file whatever their order. */
export function toRemember(mapping: Mapping, headers: readonly string[]): RememberedMapping {
  const remembered: Record<string, RememberedSource> = {};
  for (const [field, source] of Object.entries(mapping)) {
    const header = source.from === 'column' ? headers[source.column] : undefined;
    if (source.from === 'value') remembered[field] = source;
    else if (header !== undefined) {
      const nth = headers.slice(0, source.column).filter((other) => other === header).length;
      remembered[field] = { from: 'column', header, nth };
    }
  }
  return remembered;
}

/** A remembered mapping for a file with these columns; fields and columns that are gone are left out. */
export function fromRemembered(
  remembered: RememberedMapping,
  fields: readonly ImportField[],
  headers: readonly string[],
): Mapping {
  const mapping: Mapping = {};
  for (const { field } of fields) {
    const source = Object.hasOwn(remembered, field) ? remembered[field] : undefined;
    if (source === undefined) continue;
    if (source.from === 'value') mapping[field] = source;
    else {
      const places = headers.flatMap((header, at) => (header === source.header ? [at] : []));
      const column = places[source.nth];
      if (column !== undefined) mapping[field] = { from: 'column', column };
    }
  }
  return mapping;
}

function troubleOf(field: ImportField | undefined, source: Mapping[string], columnCount: number): string | null {
  if (field === undefined) return 'is not a field of this import';
  if (source.from === 'column') {
    if (field.allowsFixedValue) return 'takes one value for every row, not a column';
    return source.column < columnCount ? null : 'names a column that the file does not have';
  }
  if (!field.allowsFixedValue) return 'takes a column of the file, not a fixed value';
  return id.safeParse(source.value).success ? null : 'is not one of the choices';
}
