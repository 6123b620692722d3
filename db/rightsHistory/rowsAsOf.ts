// The rows of one table as they stood right after an entry of the log (N7).
import type { SqlValue } from '../database.ts';
import { rowIdSql } from '../protectedTables.ts';
import type { ReadTx } from '../transaction.ts';
import type { HistoryTable } from './historyTables.ts';

export type PastRow = Readonly<Record<string, SqlValue>>;

/** Only rows whose column has this value. */
export interface OnlyRows {
  readonly column: string;
  readonly value: string;
}

/** The rows of `table` as of entry `number`. A row that was overwritten later is the oldest of its kept rows that ends
 *  after that entry; any other is the present one, unless it came later. Columns that no right depends on have their
 *  present value in a lasting table and are missing in a kept row of any other. */
export function rowsAsOf(tx: ReadTx, table: HistoryTable, number: number, only: OnlyRows | null = null): PastRow[] {
  const kept = keptRows(tx, table, number, only);
  const present = presentRows(tx, table, only);
  const standing = present.flatMap(({ row_id, since_number, ...row }): PastRow[] => {
    const overwritten = kept.get(row_id);
    if (overwritten === undefined) return since_number !== null && since_number <= number ? [row] : [];
    kept.delete(row_id);
    return overwritten.since_number <= number ? [{ ...row, ...rowOf(overwritten) }] : [];
  });
  const removed = [...kept.values()].flatMap((row) => (row.since_number <= number ? [rowOf(row)] : []));
  return [...standing, ...removed];
}

interface KeptRow {
  row_id: string;
  since_number: number;
  body: string;
  until_number: number;
}

type PresentRow = { row_id: string; since_number: number | null } & Record<string, SqlValue>;

/** By row id, what stood in each row that was overwritten after the entry; a row of later date is among them. */
function keptRows(tx: ReadTx, { name }: HistoryTable, number: number, only: OnlyRows | null): Map<string, KeptRow> {
  // A bare column beside min() comes from the row that holds the minimum. Source: sqlite.org/lang_select.html, 2.5.
  const narrowed = only === null ? '' : ' AND body ->> :column = :value';
  const rows = tx
    .prepare<KeptRow>(
      `SELECT row_id, since_number, body, min(until_number) AS until_number FROM rights_history
       WHERE table_name = :name AND until_number > :number${narrowed} GROUP BY row_id`,
    )
    .all({ name, number, ...only });
  return new Map(rows.map((row) => [row.row_id, row]));
}

function presentRows(tx: ReadTx, { name, keyColumns, isLasting }: HistoryTable, only: OnlyRows | null): PresentRow[] {
  const rowId = rowIdSql(keyColumns, 'present.');
  const sql = `SELECT present.*, ${rowId} AS row_id, (SELECT ${isLasting ? 'min' : 'max'}(number) FROM audit_entity
      WHERE table_name = '${name}' AND row_id = ${rowId}) AS since_number
    FROM ${name} AS present`;
  if (only === null) return tx.prepare<PresentRow>(sql).all();
  return tx.prepare<PresentRow>(`${sql} WHERE present.${only.column} = ?`).all(only.value);
}

function rowOf({ body }: KeptRow): PastRow {
  return JSON.parse(body) as PastRow;
}
