// Values that one record of a type has alone: told by row and column instead of failing when the rows are saved.
import type { RecordValues } from '../../db/records/recordTable.ts';
import { tableOf } from '../../db/records/recordTable.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import type { CheckedGroup } from './importedRow.ts';
import { type Fail, rulesOf } from './importRules.ts';

/** The row of this import that brings a value, by type, field and value. */
export type ValuesSeen = Map<string, number>;

/** Marks every value of the row that another record or a row before it has already; `before` is null for a new record. */
export function failTaken(
  tx: ReadTx,
  type: RecordType,
  { id, row, values, before }: { id: string; row: number; values: RecordValues; before: RecordValues | null },
  seen: ValuesSeen,
  fail: Fail,
): void {
  for (const field of rulesOf(type).unique ?? []) {
    const value = values[field];
    if (typeof value !== 'string' || value === '' || value === before?.[field]) continue;
    const key = JSON.stringify([type.name, field, value]);
    const first = seen.get(key);
    if (first !== undefined) fail(field, `stands in row ${first} already`);
    else if (isTaken(tx, type, field, value, id)) fail(field, `is that of another ${type.one} here`);
    else seen.set(key, row);
  }
}

/** Whether the values of all rows are still theirs alone when they are saved. */
export function areStillFree(tx: ReadTx, { type, rows }: CheckedGroup): boolean {
  const fields = rulesOf(type).unique ?? [];
  return fields.every((field) =>
    rows.every((row) => {
      const value = row.act === 'leaveOut' ? null : row.values[field];
      if (row.act === 'leaveOut' || typeof value !== 'string' || value === '') return true;
      return !isTaken(tx, type, field, value, row.id);
    }),
  );
}

// "<> ''" lets an index that leaves empty values out serve as well.
function isTaken(tx: ReadTx, type: RecordType, field: string, value: string, exceptId: string): boolean {
  const column = storedName(field);
  const sql = `SELECT 1 FROM ${tableOf(type)} WHERE ${column} = ? AND ${column} <> '' AND id <> ? LIMIT 1`;
  return tx.prepare(sql).get(value, exceptId) !== undefined;
}
