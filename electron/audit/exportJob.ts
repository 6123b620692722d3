// The job that writes an export of the activity log: CSV, evidence file, receipt, manifest.
import { basename, dirname, extname } from 'node:path';
import { ExportExistsError, type ExportResult, exportEntries } from '../../db/audit/exportEntries.ts';
import { EXPORT_FINISHED_EVENT, RECEIPT_FIELD } from '../../db/repositories/logStatus.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { read } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type JobProgress, JobTroubleError, type JobWork } from '../jobs.ts';
import type { Services } from '../services.ts';
import { logFilter } from './logFilter.ts';

type Means = Pick<Services, 'database' | 'keyring' | 'recordOwn' | 'raiseIntegrityAlarm'>;

export interface ExportWish {
  /** Where the CSV goes; the other files are written beside it. */
  readonly path: string;
  readonly filter: Input<'audit.startExport'>['filter'];
  readonly columns: Input<'audit.startExport'>['columns'];
  readonly sessionId: string;
  readonly madeBy: { readonly id: string; readonly name: string; readonly atMs: number };
  readonly purpose: string;
}

/** Which columns of the file one column of the screen stands for. */
const FILE_COLUMNS: Readonly<Record<ExportWish['columns'][number], readonly string[]>> = {
  number: ['number'],
  when: ['time'],
  who: ['actorName', 'actorLoginId', 'actorRoles'],
  did: ['event', 'action', 'count'],
  about: ['objectType', 'objectLabel', 'objectId'],
  patient: ['patientId'],
  outcome: ['outcome', 'permission'],
  reason: ['reason', 'why'],
  changes: ['changes'],
  workstation: ['workstation'],
  procedure: ['procedure'],
  session: ['sessionId'],
};

/** Writes the files, never over older ones, and records `audit_export_finished` with their hashes. */
export function exportJob(services: Means, wish: ExportWish): JobWork {
  return async (progress) => {
    try {
      finish(services, wish, progress, await write(services, wish, progress));
    } catch (error) {
      if (progress.signal.aborted) throw error;
      const reason = error instanceof ExportExistsError ? 'a file of that name is already there' : 'not written';
      services.recordOwn({ ...ownEntry(wish), outcome: 'failed', reason, count: null, changes: [] });
      throw new JobTroubleError('the export was not written', sentenceOf(error));
    }
  };
}

async function write(services: Means, wish: ExportWish, progress: JobProgress): Promise<ExportResult> {
  const { installId, receiptSecretKey } = services.keyring();
  const database = services.database();
  // A lock wipes the keyring while files are still being written; a receipt under a wiped key would be worthless.
  const ownKey = Buffer.from(receiptSecretKey);
  try {
    return await exportEntries(database, {
      filter: logFilter(wish.filter),
      columns: wish.columns.flatMap((column) => FILE_COLUMNS[column]),
      directory: dirname(wish.path),
      baseName: basename(wish.path, extname(wish.path)),
      madeBy: wish.madeBy,
      purpose: wish.purpose,
      receiptSecretKey: ownKey,
      origin: `keyward/${installId}`,
      timeZone: read(database, readPractice).timeZone,
      signal: progress.signal,
      onProgress: ({ done, total }) => progress.report(done, total),
    });
  } finally {
    ownKey.fill(0);
  }
}

function finish(services: Means, wish: ExportWish, progress: JobProgress, result: ExportResult): void {
  const { brokenAt, files, rows, log } = result;
  const hashes = files.map(({ name, sha256 }) => ({ field: `sha256 ${name}`, old: null, new: sha256 }));
  const names = files.map(({ name }) => name);
  if (brokenAt !== null) {
    const sentence = `Entry ${brokenAt} of the activity log does not fit.`;
    services.raiseIntegrityAlarm(`${sentence} Only Super Users can work until this is explained.`);
    const reason = `entry ${brokenAt} does not fit`;
    services.recordOwn({ ...ownEntry(wish), outcome: 'failed', reason, count: rows, changes: hashes });
    const message = `${sentence} The files were written without a receipt; verify the log.`;
    progress.finish({ message, files: names, errorCount: 1, goodCount: rows });
    return;
  }
  const changes = [{ field: RECEIPT_FIELD, old: null, new: String(log.number) }, ...hashes];
  services.recordOwn({ ...ownEntry(wish), outcome: 'succeeded', reason: null, count: rows, changes });
  progress.report(log.number, log.number);
  const count = rows === 1 ? '1 row was' : `${rows.toLocaleString('en-US')} rows were`;
  const message = `${count} written. Keep the receipt away from this computer; it proves the entries up to ${log.number}.`;
  progress.finish({ message, files: names, goodCount: rows });
}

function ownEntry({ sessionId }: ExportWish) {
  return { event: EXPORT_FINISHED_EVENT, sessionId };
}

function sentenceOf(error: unknown): string {
  if (error instanceof ExportExistsError)
    return `Nothing was written: the folder already holds ${error.fileName}. Choose an empty folder, so that no older evidence is replaced.`;
  return 'The export could not be written. Check that the folder can be written to and that the disk is not full, then try again.';
}
