// Walks the whole log and every protected row, and names the first thing that does not fit.
import type { Database } from '../database.ts';
import { read, type WriteTx } from '../transaction.ts';
import { head, type LogHead } from './append.ts';
import { EMPTY_HEAD, leafHash, nextHead } from './chain.ts';
import { type EntryRow, findEntityBreak, type LogBreak } from './entityCheck.ts';
import { scanRows } from './rowScan.ts';
import { type Progress, runSliced, type SliceOptions } from './sliced.ts';

export type { LogBreak } from './entityCheck.ts';

/** What a verification found. `verified` is the last entry that fits; it equals the log's end when `firstBreak` is null. */
export interface VerifyReport {
  readonly firstBreak: LogBreak | null;
  readonly verified: LogHead;
  readonly entriesChecked: number;
  readonly rowsChecked: number;
}

export interface VerifyOptions extends SliceOptions {
  /** Start after this entry, which is trusted (0 and 32 zero bytes: from the beginning). */
  readonly from?: LogHead;
  /** Also compare every protected row with its last audited hash (default true). */
  readonly withRows?: boolean;
}

const BATCH = 256;

/** Verifies chain, numbers, and row hashes, up to the log's end at the moment of the call, in slices of 20 ms.
 *  Progress counts entries. Rejects with the signal's reason when cancelled; never changes anything.
 *  Source: 45 CFR 164.312(c)(2) Mechanism to authenticate ePHI. */
export function verifyLog(db: Database, options: VerifyOptions = {}): Promise<VerifyReport> {
  return runSliced(verifySteps(db, options.from ?? { number: 0, head: EMPTY_HEAD }, options.withRows ?? true), options);
}

/** Verifies only what came after the last saved checkpoint, without the rows: the quick check at every start. */
export async function verifySince(db: Database, options: SliceOptions = {}): Promise<VerifyReport> {
  const saved = read(db, (tx) =>
    tx.prepare<CheckpointRow>('SELECT verified_number, verified_hash FROM audit_checkpoint WHERE id = 1').get(),
  );
  if (saved === undefined) return verifyLog(db, { ...options, withRows: false });
  const from = { number: saved.verified_number, head: saved.verified_hash };
  const stored = read(db, (tx) =>
    tx.prepare<{ hash: Buffer }>('SELECT hash FROM audit_entry WHERE number = ?').get(from.number),
  );
  if (from.number > 0 && stored?.hash.equals(from.head) !== true) {
    const sentence = `Entry ${from.number} is missing or is not the one that was checked last time.`;
    return report({ number: from.number, kind: 'checkpoint', sentence }, { number: 0, head: EMPTY_HEAD }, 0, 0);
  }
  return verifyLog(db, { ...options, from, withRows: false });
}

/** Remembers where verifySince() may start next time. Does nothing for a report with a break. */
export function saveCheckpoint(tx: WriteTx, found: VerifyReport, atMs: number): void {
  if (found.firstBreak !== null) return;
  tx.prepare(
    'INSERT OR REPLACE INTO audit_checkpoint (id, verified_number, verified_hash, at_ms) VALUES (1, ?, ?, ?)',
  ).run(found.verified.number, found.verified.head, atMs);
}

interface CheckpointRow {
  verified_number: number;
  verified_hash: Buffer;
}

function* verifySteps(db: Database, from: LogHead, withRows: boolean): Generator<Progress, VerifyReport> {
  const end = read(db, head);
  const foreign = read(db, (tx) => tx.prepare('SELECT 1 FROM audit_entry WHERE number < 1').get());
  let at = from;
  const checked = () => at.number - from.number;
  if (foreign !== undefined) {
    return report({ number: 1, kind: 'foreignEntry', sentence: 'An entry stands before entry 1.' }, at, 0, 0);
  }
  while (at.number < end.number) {
    const batch = read(db, (tx) =>
      tx
        .prepare<EntryRow>('SELECT number, body, hash FROM audit_entry WHERE number > ? ORDER BY number LIMIT ?')
        .all(at.number, Math.min(BATCH, end.number - at.number)),
    );
    const walked = walkChain(at, batch);
    const entityBreak = yield* findEntityBreak(db, walked.good, at.number, end.number);
    if (entityBreak !== null) return report(entityBreak, at, checked(), 0);
    at = walked.at;
    if (walked.chainBreak !== null) return report(walked.chainBreak, at, checked(), 0);
    yield { done: checked(), total: end.number - from.number };
  }
  const loose = read(db, (tx) =>
    tx.prepare<{ number: number }>('SELECT max(number) AS number FROM audit_entity').get(),
  );
  if ((loose?.number ?? 0) > read(db, head).number) {
    const sentence = `Row hashes of entry ${loose?.number} exist, but the entry is missing.`;
    return report({ number: end.number + 1, kind: 'missingEntry', sentence }, at, checked(), 0);
  }
  if (!withRows) return report(null, at, checked(), 0);
  const rows = yield* scanRows(db, { done: checked(), total: end.number - from.number });
  return report(rows.firstBreak, at, checked(), rows.rowsChecked);
}

function walkChain(from: LogHead, batch: readonly EntryRow[]) {
  let at = from;
  const good: EntryRow[] = [];
  for (const row of batch) {
    const chainBreak = linkBreak(at, row);
    if (chainBreak !== null) return { at, good, chainBreak };
    at = { number: row.number, head: row.hash };
    good.push(row);
  }
  // The log's end was read before, so an empty batch means that its entries went away.
  const number = at.number + 1;
  const isGone = batch.length === 0;
  const chainBreak: LogBreak | null = isGone
    ? { number, kind: 'missingEntry', sentence: `Entry ${number} is missing.` }
    : null;
  return { at, good, chainBreak };
}

function linkBreak(at: LogHead, row: EntryRow): LogBreak | null {
  const number = at.number + 1;
  if (row.number !== number) {
    return { number, kind: 'missingEntry', sentence: `Entry ${number} is missing.` };
  }
  if (!nextHead(at.head, leafHash(row.body)).equals(row.hash)) {
    return { number, kind: 'changedEntry', sentence: `Entry ${number} was changed, or what stood before it was.` };
  }
  // The text test spares a parse per entry: inside JSON text a quote is always escaped, so no value can imitate it.
  if (!row.body.includes(`"number":${number},`)) {
    return { number, kind: 'misplacedEntry', sentence: `Entry ${number} stands in the wrong place.` };
  }
  return null;
}

function report(
  firstBreak: LogBreak | null,
  verified: LogHead,
  entriesChecked: number,
  rowsChecked: number,
): VerifyReport {
  return { firstBreak, verified, entriesChecked, rowsChecked };
}
