// Exports the activity log: a CSV to read, a JSONL as evidence, a signed receipt, and a manifest of all three.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { read } from '../transaction.ts';
import { head, type LogHead } from './append.ts';
import { EMPTY_HEAD, leafHash, nextHead } from './chain.ts';
import { AUDIT_COLUMNS, type AuditColumn } from './columns.ts';
import { CSV_BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { EntryRow } from './entityCheck.ts';
import type { StoredAuditEntry } from './entry.ts';
import { type AuditFilter, isEverything, matchesFilter } from './filter.ts';
import { createLocalTime } from './localTime.ts';
import { createLogTree, type LogTree } from './logTree.ts';
import { inclusionProof } from './merkle.ts';
import { signReceipt } from './receipt.ts';
import { type Progress, runSliced, type SliceOptions } from './sliced.ts';
import { createWholeFile, type WholeFile, type WrittenFile } from './wholeFile.ts';

/** What to export and where. `origin` and `receiptSecretKey` (32 bytes, Ed25519) are for the receipt. */
export interface ExportOptions extends SliceOptions {
  readonly filter: AuditFilter;
  /** Column ids of AUDIT_COLUMNS for the CSV; left out means all. The JSONL always carries everything. */
  readonly columns?: readonly string[] | undefined;
  readonly directory: string;
  /** Name of the CSV and the JSONL without extension. */
  readonly baseName: string;
  /** Who asked for it and when, for the manifest. */
  readonly madeBy: { readonly id: string; readonly name: string; readonly atMs: number };
  /** What it is for, in the words of the person who asked. */
  readonly purpose: string;
  readonly receiptSecretKey: Uint8Array;
  readonly origin: string;
  /** IANA zone of the practice; times are written with its offset. */
  readonly timeZone: string;
  /** Overwrite files of the same names. Without it they are refused. */
  readonly replace?: boolean | undefined;
}

/** What was written. `brokenAt` is the first entry that does not fit the chain; there is no receipt then. */
export interface ExportResult {
  readonly files: readonly WrittenFile[];
  readonly rows: number;
  readonly log: LogHead;
  readonly brokenAt: number | null;
}

/** Thrown before anything is written when a file of that name is already there. */
export class ExportExistsError extends Error {
  readonly fileName: string;
  constructor(fileName: string) {
    super(`the file \`${fileName}\` is already there`);
    this.name = 'ExportExistsError';
    this.fileName = fileName;
  }
}

/** Names of the two files that always come with an export. */
export const RECEIPT_NAME = 'receipt.txt';
export const MANIFEST_NAME = 'manifest.json';

const BATCH = 256;
// Matches far apart cost 256 leaves each, so a few of them fill a slice.
const PROOF_BATCH = 8;

/** Writes `<baseName>.csv`, `<baseName>.jsonl`, `receipt.txt` and `manifest.json`, in pages and with flat memory.
 *  Files get their names only when all are complete; on cancel or error nothing is left. Rejects with the signal's
 *  reason, ExportExistsError, or the file system's error. Covers the log up to its end at the moment of the call.
 *  Progress counts entries read; a filtered export reads its matches twice, for their proofs. */
export async function exportEntries(db: Database, options: ExportOptions): Promise<ExportResult> {
  const names = [`${options.baseName}.csv`, `${options.baseName}.jsonl`, RECEIPT_NAME, MANIFEST_NAME] as const;
  const existing = names.find((name) => existsSync(join(options.directory, name)));
  if (existing !== undefined && options.replace !== true) throw new ExportExistsError(existing);
  options.signal?.throwIfAborted();
  return await runSliced(exportSteps(db, options, names), options);
}

type FileNames = readonly [csv: string, jsonl: string, receipt: string, manifest: string];

async function* exportSteps(
  db: Database,
  options: ExportOptions,
  names: FileNames,
): AsyncGenerator<Progress, ExportResult> {
  const started: WholeFile[] = [];
  const start = async (name: string) => {
    const file = await createWholeFile(join(options.directory, name));
    started.push(file);
    return file;
  };
  let isPublished = false;
  try {
    const end = read(db, head);
    const csv = await start(names[0]);
    const jsonl = await start(names[1]);
    const walk = yield* writeCsvAndCollect(db, options, end, csv, jsonl);
    if (walk.matches !== null) yield* writeProvenLines(db, options, end, walk.tree, walk.matches, jsonl);
    const files = [await csv.finish(), await jsonl.finish()];
    if (walk.brokenAt === null) {
      const receipt = await start(names[2]);
      receipt.add(receiptText(options, end, walk.tree));
      files.push(await receipt.finish());
    }
    const result = { files, rows: walk.rows, log: end, brokenAt: walk.brokenAt };
    const manifest = await start(names[3]);
    manifest.add(manifestText(options, result));
    const manifestFile = await manifest.finish();
    isPublished = true;
    for (const file of started) await file.publish();
    return { ...result, files: [...files, manifestFile] };
  } finally {
    if (!isPublished) for (const file of started) await file.abandon();
  }
}

interface Walk {
  readonly tree: LogTree;
  readonly rows: number;
  readonly brokenAt: number | null;
  /** Numbers of the matching entries when the export is filtered; null when it is complete and already written. */
  readonly matches: number[] | null;
}

async function* writeCsvAndCollect(
  db: Database,
  options: ExportOptions,
  end: LogHead,
  csv: WholeFile,
  jsonl: WholeFile,
): AsyncGenerator<Progress, Walk> {
  const columns = chosenColumns(options.columns);
  const timeOf = createLocalTime(options.timeZone);
  const matches: number[] | null = isEverything(options.filter) ? null : [];
  const tree = createLogTree();
  let rows = 0;
  let brokenAt: number | null = null;
  let at: LogHead = { number: 0, head: EMPTY_HEAD };
  csv.add(CSV_BYTE_ORDER_MARK + csvLine(columns.map((column) => column.label)));
  if (matches === null) jsonl.add(headerLine(options, end, end.number));
  while (at.number < end.number) {
    const batch = readEntries(db, at.number, Math.min(end.number, at.number + BATCH));
    if (batch.length === 0) return { tree, rows, brokenAt: brokenAt ?? at.number + 1, matches };
    for (const row of batch) {
      const leaf = leafHash(row.body);
      const isLinked = row.number === at.number + 1 && nextHead(at.head, leaf).equals(row.hash);
      if (!isLinked) brokenAt ??= at.number + 1;
      at = { number: row.number, head: row.hash };
      tree.add(leaf);
      const entry = JSON.parse(row.body) as StoredAuditEntry;
      if (!matchesFilter(entry, options.filter)) continue;
      rows += 1;
      csv.add(csvLine(columns.map((column) => column.value(entry, timeOf))));
      if (matches === null) jsonl.add(entryLine(row));
      else matches.push(row.number);
    }
    await csv.drain();
    await jsonl.drain();
    yield { done: at.number, total: end.number };
  }
  return { tree, rows, brokenAt, matches };
}

async function* writeProvenLines(
  db: Database,
  options: ExportOptions,
  end: LogHead,
  tree: LogTree,
  matches: readonly number[],
  jsonl: WholeFile,
): AsyncGenerator<Progress, void> {
  const rangeRoot = tree.rangeRoot((from, to) => readEntries(db, from, to).map((row) => leafHash(row.body)));
  jsonl.add(headerLine(options, end, matches.length));
  for (let place = 0; place < matches.length; place += PROOF_BATCH) {
    const numbers = matches.slice(place, place + PROOF_BATCH);
    const rows = read(db, (tx) => {
      const one = tx.prepare<EntryRow>('SELECT number, body, hash FROM audit_entry WHERE number = ?');
      return numbers.map((number) => one.get(number)).filter((row) => row !== undefined);
    });
    for (const row of rows) {
      // Only a log with gaps has numbers beyond its tree; there is no receipt to prove anything against then.
      if (row.number > tree.size) continue;
      jsonl.add(entryLine(row, inclusionProof(row.number - 1, tree.size, rangeRoot)));
    }
    await jsonl.drain();
    yield { done: end.number, total: end.number };
  }
}

function readEntries(db: Database, after: number, upTo: number): EntryRow[] {
  return read(db, (tx) =>
    tx
      .prepare<EntryRow>('SELECT number, body, hash FROM audit_entry WHERE number > ? AND number <= ? ORDER BY number')
      .all(after, upTo),
  );
}

function chosenColumns(ids: readonly string[] | undefined): readonly AuditColumn[] {
  if (ids === undefined) return AUDIT_COLUMNS;
  const unknown = ids.find((id) => !AUDIT_COLUMNS.some((column) => column.id === id));
  if (unknown !== undefined || ids.length === 0) throw new RangeError('the chosen columns are not known');
  return AUDIT_COLUMNS.filter((column) => ids.includes(column.id));
}

function headerLine(options: ExportOptions, end: LogHead, entries: number): string {
  const isComplete = isEverything(options.filter);
  const { origin, filter } = options;
  return `${JSON.stringify({ format: 'keyward-audit', version: 1, origin, size: end.number, isComplete, entries, filter })}\n`;
}

// The body travels as a string, so that its exact bytes survive any JSON tool.
function entryLine(row: EntryRow, proof?: readonly Buffer[]): string {
  const proven = proof === undefined ? {} : { proof: proof.map((hash) => hash.toString('hex')) };
  return `${JSON.stringify({ number: row.number, hash: row.hash.toString('hex'), ...proven, body: row.body })}\n`;
}

function receiptText(options: ExportOptions, end: LogHead, tree: LogTree): string {
  const madeAt = createLocalTime(options.timeZone)(options.madeBy.atMs);
  const receipt = { origin: options.origin, size: end.number, root: tree.root(), head: end.head, madeAt };
  return signReceipt(receipt, options.receiptSecretKey);
}

function manifestText(options: ExportOptions, result: ExportResult): string {
  const manifest = {
    format: 'keyward-audit-manifest',
    version: 1,
    madeBy: { id: options.madeBy.id, name: options.madeBy.name },
    madeAt: createLocalTime(options.timeZone)(options.madeBy.atMs),
    purpose: options.purpose,
    origin: options.origin,
    filter: options.filter,
    columns: chosenColumns(options.columns).map((column) => column.label),
    rows: result.rows,
    entriesInLog: result.log.number,
    entriesLeftOut: result.log.number - result.rows,
    head: result.log.head.toString('hex'),
    brokenAt: result.brokenAt,
    files: result.files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
