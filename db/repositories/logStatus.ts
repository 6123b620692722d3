// The state of the activity log: how long it is, how far it was verified, and what the newest receipt covers.
import { head } from '../audit/append.ts';
import type { StoredAuditEntry } from '../audit/entry.ts';
import type { ReadTx } from '../transaction.ts';

export interface LogStatus {
  readonly entryCount: number;
  /** 0 and null when the log was never verified. */
  readonly verifiedNumber: number;
  readonly verifiedAtMs: number | null;
  /** The newest entry covered by a receipt that was given out; 0 and null when none was. */
  readonly receiptNumber: number;
  readonly receiptAtMs: number | null;
}

/** The event that ends an export, and its field that names the last entry the receipt covers. */
export const EXPORT_FINISHED_EVENT = 'audit_export_finished';
export const RECEIPT_FIELD = 'receipt covers entry';

/** Reads the log's state from the log itself and from the last verification. */
export function readLogStatus(tx: ReadTx): LogStatus {
  const checkpoint = tx
    .prepare<{ verified_number: number; at_ms: number }>(
      'SELECT verified_number, at_ms FROM audit_checkpoint WHERE id = 1',
    )
    .get();
  const receipt = newestReceipt(tx);
  return {
    entryCount: head(tx).number,
    verifiedNumber: checkpoint?.verified_number ?? 0,
    verifiedAtMs: checkpoint?.at_ms ?? null,
    receiptNumber: receipt?.number ?? 0,
    receiptAtMs: receipt?.atMs ?? null,
  };
}

/** The chain's hash after each of these entries, as hex. */
export function readEntryHashes(tx: ReadTx, numbers: readonly number[]): ReadonlyMap<number, string> {
  const one = tx.prepare<{ hash: Buffer }>('SELECT hash FROM audit_entry WHERE number = ?');
  return new Map(numbers.map((number) => [number, one.get(number)?.hash.toString('hex') ?? '']));
}

function newestReceipt(tx: ReadTx): { number: number; atMs: number } | null {
  const found = tx
    .prepare<{ body: string }>(
      `SELECT body FROM audit_entry INDEXED BY audit_entry_by_event
       WHERE event = ? AND outcome = 'succeeded' ORDER BY number DESC LIMIT 1`,
    )
    .get(EXPORT_FINISHED_EVENT);
  if (found === undefined) return null;
  const entry = JSON.parse(found.body) as StoredAuditEntry;
  const covered = entry.changes.find(({ field }) => field === RECEIPT_FIELD)?.new;
  return { number: Number(covered ?? 0), atMs: entry.atMs };
}
