// What is wrong with the form of a record, in words that fit the kind of each input.
import { z } from 'zod';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import { typedSchemas } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { fieldProblems } from '../fieldProblems.ts';
import { type FormValue, type FormValues, fieldsOfValues } from './recordDraft.ts';
import { parseCents } from './showCents.ts';

/** The problems by field; empty when the main process would take the values. */
export function recordProblems(
  type: RecordType,
  values: FormValues,
  masked: readonly string[],
): Readonly<Record<string, string>> {
  const found = fieldProblems(z.object(typedSchemas(type)), fieldsOfValues(type, values, masked));
  return Object.fromEntries(
    Object.entries(found).map(([name, said]) => {
      const field = type.fields[name];
      return [name, field === undefined ? said : (sentenceOf(field, values[name] ?? '') ?? said)];
    }),
  );
}

/** A sentence for kinds whose faults the schema's own words do not tell; null leaves those. */
function sentenceOf({ kind }: Field, typed: FormValue): string | null {
  const isEmpty = typeof typed === 'string' && typed.trim() === '';
  switch (kind) {
    case 'reference':
      return isEmpty ? 'Choose one.' : null;
    case 'cents':
      if (isEmpty) return 'Fill this in.';
      return parseCents(String(typed)) === null
        ? 'Type dollars and whole cents, such as 12.50.'
        : 'This amount is too small or too large.';
    case 'integer':
      if (isEmpty) return 'Fill this in.';
      return /^-?\d{1,12}$/.test(String(typed).trim())
        ? 'This number is too small or too large.'
        : 'Type a whole number.';
    default:
      return null;
  }
}
