// Compares every protected row with the hash of its last audit entry, and looks for rows no entry knows.
import type { Database } from '../database.ts';
import { PROTECTED_TABLES, type ProtectedTable, rowIdSql } from '../protectedTables.ts';
import { type ReadTx, read } from '../transaction.ts';
import { readRow } from './append.ts';
import type { LogBreak } from './entityCheck.ts';
import { createEntityHasher, type EntityHasher } from './entityHash.ts';
import type { Progress } from './sliced.ts';

export interface RowScan {
  readonly firstBreak: LogBreak | null;
  readonly rowsChecked: number;
}

interface EntityKeyRow {
  table_name: string;
  row_id: string;
}

interface LastHash {
  number: number;
  generation: number;
  hash: Buffer;
}

const BATCH = 128;
const KEYS_SQL = `SELECT DISTINCT table_name, row_id FROM audit_entity
  WHERE (table_name, row_id) > (?, ?) ORDER BY table_name, row_id LIMIT ${BATCH}`;
const LAST_SQL = `SELECT number, generation, hash FROM audit_entity
  WHERE table_name = ? AND row_id = ? ORDER BY number DESC LIMIT 1`;

/** Scans all rows in small reads, so changes made meanwhile are seen either whole or not yet.
 *  `progress` is repeated while scanning: the number of rows is not known beforehand. */
export function* scanRows(db: Database, progress: Progress): Generator<Progress, RowScan> {
  const hashers = readHashers(db);
  let rowsChecked = 0;
  let cursor: EntityKeyRow = { table_name: '', row_id: '' };
  for (;;) {
    const found = read(db, (tx) => {
      const keys = tx.prepare<EntityKeyRow>(KEYS_SQL).all(cursor.table_name, cursor.row_id);
      return { keys, firstBreak: firstOf(keys, (key) => compareRow(tx, key, hashers)) };
    });
    rowsChecked += found.keys.length;
    if (found.firstBreak !== null) return { firstBreak: found.firstBreak, rowsChecked };
    const last = found.keys.at(-1);
    if (last === undefined) break;
    cursor = last;
    yield progress;
  }
  for (const table of PROTECTED_TABLES) {
    if (yield* hasUnauditedRow(db, table, progress)) {
      const sentence = `A row of the table ${table.name} was added without an audit entry.`;
      return { firstBreak: { number: null, kind: 'unauditedRow', sentence }, rowsChecked };
    }
  }
  if (read(db, (tx) => tx.prepare('SELECT 1 FROM pending_entity LIMIT 1').get()) !== undefined) {
    const sentence = 'A row was changed without an audit entry.';
    return { firstBreak: { number: null, kind: 'unauditedRow', sentence }, rowsChecked };
  }
  return { firstBreak: null, rowsChecked };
}

function compareRow(tx: ReadTx, key: EntityKeyRow, hashers: ReadonlyMap<number, EntityHasher>): LogBreak | null {
  const { table_name: table, row_id: rowId } = key;
  const last = tx.prepare<LastHash>(LAST_SQL).get(table, rowId);
  if (last === undefined) return null;
  const hashRow = hashers.get(last.generation);
  const isKnownTable = PROTECTED_TABLES.some(({ name }) => name === table);
  const number = last.number;
  if (hashRow === undefined || !isKnownTable) {
    return {
      number,
      kind: 'rowHashes',
      sentence: `The row hashes of entry ${number} cannot be checked: the key is gone.`,
    };
  }
  const row = readRow(tx, table, rowId);
  if (hashRow(table, rowId, row).equals(last.hash)) return null;
  const what = row === undefined ? 'was removed' : 'was changed';
  return {
    number,
    kind: row === undefined ? 'missingRow' : 'changedRow',
    sentence: `A row of the table ${table} ${what} behind the program after entry ${number}.`,
  };
}

function* hasUnauditedRow(db: Database, table: ProtectedTable, progress: Progress): Generator<Progress, boolean> {
  const id = rowIdSql(table.keyColumns, '');
  const [first, second = first] = table.keyColumns;
  const columns = `${first} AS first, ${second} AS second, ${id} AS rowId`;
  const isFirst = `SELECT ${columns} FROM ${table.name} ORDER BY ${first}, ${second} LIMIT ${BATCH}`;
  const isLater = `SELECT ${columns} FROM ${table.name} WHERE (${first}, ${second}) > (?, ?)
    ORDER BY ${first}, ${second} LIMIT ${BATCH}`;
  let cursor: { first: string | number; second: string | number } | undefined;
  for (;;) {
    const found = read(db, (tx) => {
      const rows =
        cursor === undefined
          ? tx.prepare<RowKey>(isFirst).all()
          : tx.prepare<RowKey>(isLater).all(cursor.first, cursor.second);
      const isLoose = rows.some((row) => tx.prepare(LAST_SQL).get(table.name, row.rowId) === undefined);
      return { last: rows.at(-1), isLoose };
    });
    if (found.isLoose) return true;
    if (found.last === undefined) return false;
    cursor = found.last;
    yield progress;
  }
}

interface RowKey {
  first: string | number;
  second: string | number;
  rowId: string;
}

function readHashers(db: Database): Map<number, EntityHasher> {
  const rows = read(db, (tx) =>
    tx.prepare<{ generation: number; entity_key: Buffer }>('SELECT generation, entity_key FROM key_generation').all(),
  );
  return new Map(rows.map((row) => [row.generation, createEntityHasher(row.entity_key)]));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
