// Which columns filled which fields the last time a file of the same columns was imported.
import { createHash } from 'node:crypto';
import type { ReadTx, WriteTx } from '../transaction.ts';

/** What filled one field: a column by its name (`nth` of that name, from 0), or one value for every row. */
export type RememberedSource =
  | { readonly from: 'column'; readonly header: string; readonly nth: number }
  | { readonly from: 'value'; readonly value: string };
export type RememberedMapping = Readonly<Record<string, RememberedSource>>;

/** The mapping used last for this kind and set of columns, or null. */
export function readImportMapping(tx: ReadTx, kind: string, headers: readonly string[]): RememberedMapping | null {
  const row = tx
    .prepare<{ mapping: string }>('SELECT mapping FROM import_mapping WHERE id = ?')
    .get(mappingId(kind, headers));
  return row === undefined ? null : (JSON.parse(row.mapping) as RememberedMapping);
}

/** Remembers a mapping in place of the one before it; the caller writes the audit entry. */
export function keepImportMapping(
  tx: WriteTx,
  kind: string,
  headers: readonly string[],
  mapping: RememberedMapping,
  { nowMs, byUserId }: { readonly nowMs: number; readonly byUserId: string },
): void {
  tx.prepare(
    `INSERT INTO import_mapping (id, kind, mapping, changed_at_ms, changed_by) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET mapping = excluded.mapping, changed_at_ms = excluded.changed_at_ms,
       changed_by = excluded.changed_by`,
  ).run(mappingId(kind, headers), kind, JSON.stringify(mapping), nowMs, byUserId);
}

// The order of the columns does not matter, their names do.
function mappingId(kind: string, headers: readonly string[]): string {
  const names = JSON.stringify([...headers].sort());
  return `${kind}:${createHash('sha256').update(names).digest('hex')}`;
}
