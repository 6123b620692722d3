// Rows of any record type straight into a test database, without the handlers: the example with ids that are there.
import { insertRecord } from '../../db/records/storedRecord.ts';
import type { WriteTx } from '../../db/transaction.ts';
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';
import { addUser, NOW_MS, testId } from './people.ts';

/** The record of each type that storedExample() names. */
export function namedId(typeName: string): string {
  return testId(800_000 + RECORD_TYPES.findIndex(({ name }) => name === typeName));
}

/** The user that storedExample() names. */
export const NAMED_USER = testId(899_999);

/** Adds one user and one record of each type, in order, for storedExample() to name. */
export function storeNamed(tx: WriteTx): void {
  addUser(tx, 899_999);
  for (const type of RECORD_TYPES)
    insertRecord(tx, type, namedId(type.name), storedExample(type, 900), { byUserId: 'test', nowMs: NOW_MS });
}

/** Every field of a valid record; `index` keeps numbers apart that the program counts itself. */
export function storedExample(type: RecordType, index: number): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(type.fields).map(([name, field]) => [name, exampleValue(type, name, field, index)]),
  );
}

function exampleValue(type: RecordType, name: string, field: Field, index: number): FieldValue {
  const value = type.example[name] ?? null;
  if (field.refersTo !== undefined && value !== null) {
    const id = field.refersTo === 'user' ? NAMED_USER : namedId(field.refersTo);
    return Array.isArray(value) ? [id] : id;
  }
  if (!field.isComputed || value !== null) return value;
  return startingValue(field, index);
}

/** A computed field is not in the example, since nobody types it. */
function startingValue(field: Field, index: number): FieldValue {
  switch (field.kind) {
    case 'boolean':
      return false;
    case 'text':
    case 'longText':
      return `${field.label} ${index}`;
    case 'choice':
      return field.options?.[0]?.value ?? '';
    case 'integer':
    case 'cents':
      return 500_000 + index;
    case 'instant':
      return NOW_MS;
    case 'date':
      return '2026-11-22';
    case 'timeOfDay':
      return '08:30';
    case 'reference':
      return field.refersTo === 'user' ? NAMED_USER : namedId(field.refersTo ?? '');
    case 'references':
      return [];
  }
}
