// Which fields of a record changed, in readable words, for the log; what tells about a patient stays out of it.

import type { RecordValues } from '../../../db/records/recordTable.ts';
import { readTitles } from '../../../db/records/recordTitle.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { type FieldChange, WITHHELD } from '../userChanges.ts';

/** The changed fields; `before` is empty for a new record. */
export function recordChanges(tx: ReadTx, type: RecordType, before: RecordValues, after: RecordValues): FieldChange[] {
  return Object.entries(type.fields).flatMap(([name, field]): FieldChange[] => {
    if (!(name in after)) return [];
    if (field.kind === 'references') return linkChanges(tx, field, idsIn(before[name]), idsIn(after[name]));
    const [old, now] = [before[name] ?? null, after[name] ?? null];
    if (old === now || (isEmpty(old) && isEmpty(now))) return [];
    return [{ field: field.label, old: wordOf(tx, field, old), new: wordOf(tx, field, now) }];
  });
}

function linkChanges(tx: ReadTx, field: Field, before: readonly string[], after: readonly string[]): FieldChange[] {
  const titles = readTitles(tx, field.refersTo ?? '', [...before, ...after]);
  const name = (id: string) => (tellsOfPatient(field) ? WITHHELD : (titles.get(id) ?? id));
  return [
    ...after.filter((id) => !before.includes(id)).map((id) => ({ field: field.label, old: null, new: name(id) })),
    ...before.filter((id) => !after.includes(id)).map((id) => ({ field: field.label, old: name(id), new: null })),
  ];
}

function wordOf(tx: ReadTx, field: Field, value: FieldValue): string | null {
  if (isEmpty(value)) return null;
  if (tellsOfPatient(field)) return WITHHELD;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  switch (field.kind) {
    case 'reference':
      return readTitles(tx, field.refersTo ?? '', [String(value)]).get(String(value)) ?? String(value);
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    case 'instant':
      return new Date(Number(value)).toISOString();
    case 'cents':
      return (Number(value) / 100).toFixed(2);
    default:
      return String(value);
  }
}

function tellsOfPatient(field: Field): boolean {
  return (field.phi ?? 'none') !== 'none' || field.refersTo === 'patient';
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function idsIn(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
