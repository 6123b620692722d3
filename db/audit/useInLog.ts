// What the log says one person has done and what was done about somebody, from a number on: for questions about unused rights (P2).
import { isProcedureName, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { ReadTx } from '../transaction.ts';
import type { AuditChange, StoredAuditEntry } from './entry.ts';

/** The procedures of which a call by `actorId` was permitted since entry `fromNumber`, whether it then succeeded or was
 *  refused by a rule of its own. Read from the index alone: no entry is opened. */
export function proceduresPermitted(tx: ReadTx, actorId: string, fromNumber: number): ReadonlySet<ProcedureName> {
  const rows = tx.prepare<{ procedure: string }>(PERMITTED_SQL).all(actorId, fromNumber);
  return new Set(rows.flatMap(({ procedure }) => (isProcedureName(procedure) ? [procedure] : [])));
}

/** What of `events` happened to the thing `objectId` since entry `fromNumber`, and was done. */
export function entriesAbout(
  tx: ReadTx,
  objectId: string,
  fromNumber: number,
  events: readonly string[],
): readonly { readonly event: string; readonly changes: readonly AuditChange[] }[] {
  return tx
    .prepare<{ body: string }>(ABOUT_SQL)
    .all(objectId, fromNumber)
    .map(({ body }) => JSON.parse(body) as StoredAuditEntry)
    .filter(({ event, outcome }) => outcome === 'succeeded' && events.includes(event))
    .map(({ event, changes }) => ({ event, changes }));
}

/** Whether the person stands in the log as the one who acted before entry `number`. */
export function hasActedBefore(tx: ReadTx, actorId: string, number: number): boolean {
  return (
    tx.prepare('SELECT 1 FROM audit_entry WHERE actor_id = ? AND number < ? LIMIT 1').get(actorId, number) !== undefined
  );
}

/** When the first entry that is still in the log was written, in UTC epoch ms; null for an empty log. */
export function logBeganAtMs(tx: ReadTx): number | null {
  const first = tx.prepare<{ at_ms: number }>('SELECT at_ms FROM audit_entry ORDER BY number LIMIT 1').get();
  return first?.at_ms ?? null;
}

const PERMITTED_SQL = `SELECT DISTINCT procedure FROM audit_entry
  WHERE actor_id = ? AND number >= ? AND outcome IN ('succeeded', 'refused')`;
const ABOUT_SQL = 'SELECT body FROM audit_entry WHERE object_id = ? AND number >= ? ORDER BY number';
