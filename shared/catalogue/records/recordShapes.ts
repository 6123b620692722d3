// What goes in and out of the procedures of a record type: schemas shared by all types, and their types per declaration.
import { z } from 'zod';
import type { ProcedureEntry } from '../entry.ts';
import { atMs, type done, id, type page, type reason, search, text, version } from '../schemas.ts';
import type { Field, Fields } from './field.ts';
import { filterFields, type RecordType, sortableFields } from './recordType.ts';

/** A stored record as its reader sees it. */
type ReadFields<F extends Fields> = { [K in keyof F]: F[K]['schema'] };
/** What a person may type: everything but what the program writes. A masked field may be null: "leave it as it is". */
type TypedFields<F extends Fields> = {
  [K in keyof F as F[K] extends Field<z.ZodType, true> ? never : K]: F[K] extends { readonly mask: string }
    ? z.ZodNullable<F[K]['schema']>
    : F[K]['schema'];
};

export const labels = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export const rowVersion = z.strictObject({ id, version });
export const historyLine = z.strictObject({
  number: z.int(),
  atMs,
  by: z.string(),
  says: z.string(),
  outcome: z.string(),
  why: z.union([z.null(), z.string()]),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      old: z.union([z.null(), z.string()]),
      new: z.union([z.null(), z.string()]),
    }),
  ),
});

/** One value to be equal to, or a range with open ends; null filters nothing. */
const filterValue = z.union([
  z.null(),
  z.boolean(),
  text(200),
  z.strictObject({ from: z.union([z.null(), text(40), z.int()]), to: z.union([z.null(), text(40), z.int()]) }),
]);

/** The narrowing of a list by field name; every filter field of the type is there. */
export type FilterValues = Readonly<Record<string, z.output<typeof filterValue>>>;

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export const row = z.strictObject({
  id,
  version,
  title: z.string(),
  values: z.record(z.string(), fieldValue),
  labels,
});

export const findOutput = z.strictObject({ total: z.int(), rows: z.array(row) });
export const exportOutput = z.union([
  z.strictObject({ isSaved: z.literal(false) }),
  z.strictObject({ isSaved: z.literal(true), fileName: z.string(), rowCount: z.int() }),
]);

export function query(type: RecordType) {
  const filters = Object.fromEntries(filterFields(type).map((name) => [name, filterValue]));
  return {
    search,
    sort: z.enum(sortableFields(type) as [string, ...string[]]),
    isDescending: z.boolean(),
    filter: z.strictObject(filters) as unknown as z.ZodType<FilterValues, FilterValues>,
  };
}

export interface ActionEntries<F extends Fields> {
  find: ProcedureEntry<z.ZodObject<ReturnType<typeof query> & typeof page, z.core.$strict>, typeof findOutput, 'query'>;
  read: ProcedureEntry<
    z.ZodObject<{ id: typeof id }, z.core.$strict>,
    z.ZodObject<
      {
        id: typeof id;
        version: typeof version;
        title: z.ZodString;
        externalId: z.ZodUnion<[z.ZodNull, z.ZodString]>;
        fields: z.ZodObject<ReadFields<F>, z.core.$strict>;
        labels: typeof labels;
        masked: z.ZodArray<z.ZodString>;
        createdAtMs: typeof atMs;
        createdBy: z.ZodString;
        changedAtMs: typeof atMs;
        changedBy: z.ZodString;
      },
      z.core.$strict
    >,
    'query'
  >;
  readHistory: ProcedureEntry<
    z.ZodObject<{ id: typeof id }, z.core.$strict>,
    z.ZodObject<{ lines: z.ZodArray<typeof historyLine> }, z.core.$strict>,
    'query'
  >;
  create: ProcedureEntry<
    z.ZodObject<{ fields: z.ZodObject<TypedFields<F>, z.core.$strict> }, z.core.$strict>,
    typeof rowVersion,
    'command'
  >;
  update: ProcedureEntry<
    z.ZodObject<
      { id: typeof id; version: typeof version; fields: z.ZodObject<TypedFields<F>, z.core.$strict> },
      z.core.$strict
    >,
    typeof rowVersion,
    'command'
  >;
  delete: ProcedureEntry<
    z.ZodObject<{ id: typeof id; version: typeof version; reason: typeof reason }, z.core.$strict>,
    typeof done,
    'command'
  >;
  export: ProcedureEntry<
    z.ZodObject<ReturnType<typeof query> & { purpose: typeof reason }, z.core.$strict>,
    typeof exportOutput,
    'command'
  >;
}
