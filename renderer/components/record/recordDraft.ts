// What is typed in the form of a record, and its way to and from the stored record.
import { z } from 'zod';
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import { typedSchemas } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { OpenedRecord, RecordFields } from '../../ipc/callRecord.ts';
import { instantOfLocal, localOfInstant } from './localInstant.ts';
import { parseCents } from './showCents.ts';

/** One input as it stands in the form: texts for everything typed, booleans for ticks, ids for references. */
export type FormValue = string | boolean | string[];
export type FormValues = Readonly<Record<string, FormValue>>;

const draft = z.strictObject({
  /** Null: a new record. */
  id: z.union([z.null(), z.string()]),
  version: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** Typed below the inputs, such as an addendum. */
  words: z.optional(z.string()),
});
/** Typed but unsaved work on one record. */
export type RecordDraft = z.output<typeof draft>;

/** Reads a kept draft; null when it is not one of this type. */
export function parseRecordDraft(type: RecordType, content: unknown): RecordDraft | null {
  const parsed = draft.safeParse(content);
  if (!parsed.success) return null;
  const names = Object.keys(typedSchemas(type));
  return names.every((name) => name in parsed.data.values) ? parsed.data : null;
}

/** The fields a person types, in order. */
export function typedFields(type: RecordType): readonly (readonly [string, Field])[] {
  return Object.entries(type.fields).filter(([, { isComputed }]) => !isComputed);
}

/** A stored record as form values; a masked value stands empty, and empty means "leave it as it is". */
export function valuesOfRecord(
  type: RecordType,
  { fields, masked }: Pick<OpenedRecord, 'fields' | 'masked'>,
): FormValues {
  return Object.fromEntries(
    typedFields(type).map(([name, field]) => [
      name,
      masked.includes(name) ? '' : formValue(field, fields[name] ?? null),
    ]),
  );
}

/** The form of a new record: empty, first choices chosen, ticks set, `preset` filled in. */
export function valuesOfNew(type: RecordType, preset: RecordFields): FormValues {
  return Object.fromEntries(
    typedFields(type).map(([name, field]) => [
      name,
      name in preset ? formValue(field, preset[name] ?? null) : emptyValue(field),
    ]),
  );
}

/** Form values as the record wants them. What cannot be read as its kind stays as typed, so that the schema refuses it. */
export function fieldsOfValues(type: RecordType, values: FormValues, masked: readonly string[]): RecordFields {
  return Object.fromEntries(
    typedFields(type).map(([name, field]) => [
      name,
      masked.includes(name) && values[name] === '' ? null : stored(field, values[name] ?? ''),
    ]),
  );
}

function formValue(field: Field, value: FieldValue): FormValue {
  if (typeof value === 'boolean') return value;
  if (field.kind === 'references') return Array.isArray(value) ? [...(value as readonly string[])] : [];
  if (value === null) return '';
  if (field.kind === 'cents') return (Number(value) / 100).toFixed(2);
  if (field.kind === 'instant') return localOfInstant(Number(value));
  return String(value);
}

function emptyValue(field: Field): FormValue {
  if (field.kind === 'boolean') return true;
  if (field.kind === 'references') return [];
  return field.kind === 'choice' ? (field.options?.[0]?.value ?? '') : '';
}

function stored(field: Field, value: FormValue): FieldValue {
  if (typeof value !== 'string') return value;
  switch (field.kind) {
    case 'cents':
      return value.trim() === '' && !field.isRequired ? null : (parseCents(value) ?? value);
    case 'integer':
      return /^-?\d{1,12}$/.test(value.trim()) ? Number(value) : value;
    case 'instant':
      return value === '' ? null : (instantOfLocal(value) ?? value);
    case 'date':
    case 'reference':
      return value === '' ? null : value;
    default:
      return value;
  }
}
