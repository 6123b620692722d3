// What a record is called in lists, pickers and headings.

import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';
import { type RecordValues, type StoredRow, tableOf } from './recordTable.ts';

/** The record's title from its values; '' for types whose records have none. */
export function titleOf(type: RecordType, values: RecordValues): string {
  return type.title
    .map((name) => String(values[name] ?? ''))
    .filter((part) => part !== '')
    .join(type.titleJoin);
}

/** Titles of records of `typeName` (or of users) by id; ids of nothing are missing. */
export function readTitles(tx: ReadTx, typeName: string, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  if (typeName === 'user') return userNames(tx, ids);
  const type = recordTypeNamed(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const columns = ['id', ...type.title.map(storedName)].join(', ');
  const rows = tx
    .prepare<StoredRow>(`SELECT ${columns} FROM ${tableOf(type)} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids));
  return new Map(
    rows.map((row) => {
      const values = Object.fromEntries(type.title.map((name) => [name, row[storedName(name)] ?? '']));
      return [String(row.id), titleOf(type, values)];
    }),
  );
}

function userNames(tx: ReadTx, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = tx
    .prepare<{ id: string; lastName: string; firstName: string }>(
      `SELECT id, last_name AS lastName, first_name AS firstName FROM user
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, displayName(row)]));
}
