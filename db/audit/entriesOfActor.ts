// What one person did, in the order of the log, in pages that take a few milliseconds each (P1).
import type { ReadTx } from '../transaction.ts';
import type { StoredAuditEntry } from './entry.ts';

/** The next entries of a person with numbers above `after` up to `last`. */
export function entriesOfActor(
  tx: ReadTx,
  actorId: string,
  { after, last, limit }: { readonly after: number; readonly last: number; readonly limit: number },
): StoredAuditEntry[] {
  return tx
    .prepare<{ body: string }>(
      `SELECT body FROM audit_entry INDEXED BY audit_entry_by_actor
       WHERE actor_id = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?`,
    )
    .all(actorId, after, last, limit)
    .map(({ body }) => JSON.parse(body) as StoredAuditEntry);
}

/** How many entries these people have in a span of numbers. */
export function countOfActors(tx: ReadTx, actorIds: readonly string[], after: number, last: number): number {
  const sql = `SELECT count(*) AS count FROM audit_entry INDEXED BY audit_entry_by_actor
    WHERE actor_id IN (SELECT value FROM json_each(?)) AND number > ? AND number <= ?`;
  return tx.prepare<{ count: number }>(sql).get(JSON.stringify(actorIds), after, last)?.count ?? 0;
}
