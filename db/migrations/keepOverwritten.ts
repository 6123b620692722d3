// The triggers that keep a row of rights before it is overwritten or removed (N7).

/** What makes a kept row: the table, the key columns the log names its rows by, the columns that are kept. */
export interface KeptRow {
  readonly table: string;
  readonly keys: readonly [string] | readonly [string, string];
  readonly columns: readonly string[];
  /** Rows are never removed and added anew under the same key, and most changes of them do not touch `columns`: a row is
   *  kept only when one of these differs, and counts from the row's first entry on. */
  readonly isLasting?: boolean;
  /** An SQL condition on OLD for tables of which only some rows matter. */
  readonly only?: string;
}

/** SQL creating the two triggers of one table. The kept row stood since the entry that last covered it (a lasting one:
 *  since its first entry) until the entry that will cover the change. A second change before that entry keeps nothing:
 *  what stood when the transaction began is what the past is asked for.
 *  Part of released steps: its text must never change; a new form gets a new function. */
export function keepOverwritten({ table, keys, columns, isLasting = false, only }: KeptRow): string {
  const rowId = keys.map((key) => `CAST(OLD.${key} AS TEXT)`).join(" || '|' || ");
  const body = columns.map((column) => `'${column}', OLD.${column}`).join(', ');
  const end = '(SELECT coalesce(max(number), 0) + 1 FROM audit_entry)';
  const keep = `INSERT INTO rights_history (table_name, row_id, since_number, until_number, body)
  SELECT '${table}', ${rowId}, ${isLasting ? 'min' : 'max'}(number), ${end}, json_object(${body})
  FROM audit_entity WHERE table_name = '${table}' AND row_id = ${rowId} HAVING count(*) > 0;`;
  const isFirst = isLasting
    ? `NOT EXISTS (SELECT 1 FROM rights_history WHERE table_name = '${table}' AND row_id = ${rowId}
    AND until_number = ${end})`
    : `NOT EXISTS (SELECT 1 FROM pending_entity WHERE table_name = '${table}' AND row_id = ${rowId})`;
  const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  const when = (conditions: readonly (string | undefined)[]) =>
    conditions.filter((condition) => condition !== undefined).join(' AND ');
  return `
CREATE TRIGGER ${table}_keeps_updated BEFORE UPDATE ON ${table}
WHEN ${when([only, isLasting ? `(${differs})` : undefined, isFirst])} BEGIN ${keep} END;
CREATE TRIGGER ${table}_keeps_deleted BEFORE DELETE ON ${table}
WHEN ${when([only, isFirst])} BEGIN ${keep} END;
`;
}
