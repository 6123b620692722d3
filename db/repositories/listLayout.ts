// Which columns of a list a person has chosen, as stored.
import type { ReadTx, WriteTx } from '../transaction.ts';

/** The words of the chosen columns as they were stored, or null where nothing was chosen yet. */
export function readLayout(tx: ReadTx, userId: string, list: string): readonly string[] | null {
  const row = tx
    .prepare<{ columns: string }>('SELECT columns FROM list_layout WHERE user_id = ? AND list = ?')
    .get(userId, list);
  return row === undefined ? null : row.columns.split(' ');
}

/** Keeps the choice; an earlier one is replaced. Column words hold no blanks. */
export function storeLayout(
  tx: WriteTx,
  userId: string,
  list: string,
  { columns, nowMs }: { readonly columns: readonly string[]; readonly nowMs: number },
): void {
  tx.prepare(
    `INSERT INTO list_layout (user_id, list, columns, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, list) DO UPDATE SET columns = excluded.columns, changed_at_ms = excluded.changed_at_ms`,
  ).run(userId, list, columns.join(' '), nowMs);
}
