// Checks every row of a chosen file in slices, as a job; nothing is stored.

import type { Database } from '../../db/database.ts';
import type { ImportedPatient, ImportedProvider } from '../../db/repositories/importPeople.ts';
import { read } from '../../db/transaction.ts';
import type { RowScope } from '../../shared/authorization/scope.ts';
import type { CheckedPeople } from '../imports.ts';
import type { JobProgress } from '../jobs.ts';
import { type CheckContext, checkRow, type RowError, type RowTexts } from './checkRow.ts';
import { MAX_ROWS } from './csvLimits.ts';
import type { ImportKind } from './importFields.ts';
import type { FieldSource } from './mapping.ts';
import { maskSsn } from './maskSsn.ts';
import type { OpenedCsv } from './openCsv.ts';
import { BrokenCsvError, readRecords } from './readRecords.ts';

export interface FileCheck {
  readonly kind: ImportKind;
  readonly file: OpenedCsv;
  readonly sources: readonly FieldSource[];
  readonly database: () => Database;
  readonly nowMs: number;
  readonly scope: RowScope;
}

const SHOWN_ERRORS = 200;
const PREVIEW_ROWS = 20;
/** The day has already changed this long before UTC in the easternmost office. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** The checked people when every row is good; null when there are errors or the job was cancelled.
 *  The result and the first errors go to `progress`. Holds the event loop for a few milliseconds at a time. */
export async function checkFile(check: FileCheck, progress: JobProgress): Promise<CheckedPeople | null> {
  const { kind, file, sources, scope } = check;
  const context: CheckContext = {
    kind,
    sources,
    columnCount: file.headers.length,
    latestDay: new Date(check.nowMs + EARLIEST_ZONE_MS).toISOString().slice(0, 10),
    scope,
    rowOfExternalId: new Map(),
  };
  const found = new Findings();
  try {
    for await (const slice of readRecords(file.bytes, file.delimiter)) {
      if (progress.signal.aborted) return null;
      read(check.database(), (tx) => {
        for (const record of slice) if (record.row > 1) found.add(checkRow(tx, record, context), record.row);
      });
      progress.report(found.rowCount, file.rowCount);
    }
  } catch (error) {
    if (!(error instanceof BrokenCsvError)) throw error;
    const message = `${error.sentence}; the rows from here on could not be read`;
    found.add([{ row: error.row, column: '', message }], error.row);
  }
  progress.finish(found.result());
  return found.people(kind);
}

/** What the rows read so far amount to. Good rows are kept only while there is no error, as they are of no use after. */
class Findings {
  rowCount = 0;
  #errorCount = 0;
  #goodCount = 0;
  readonly #errors: RowError[] = [];
  readonly #preview: RowTexts[] = [];
  #providers: ImportedProvider[] = [];
  #patients: ImportedPatient[] = [];

  add(checked: ReturnType<typeof checkRow>, row: number): void {
    this.rowCount += 1;
    if (this.rowCount === MAX_ROWS + 1)
      this.#fail([{ row, column: '', message: `the file has more than ${MAX_ROWS} rows` }]);
    if (Array.isArray(checked)) {
      this.#fail(checked);
      return;
    }
    this.#goodCount += 1;
    if (this.#preview.length < PREVIEW_ROWS) this.#preview.push(checked.texts);
    if (this.#errorCount > 0) return;
    if (checked.kind === 'provider') this.#providers.push(checked.person);
    else this.#patients.push(checked.person);
  }

  result() {
    return {
      message: this.#sentence(),
      errors: this.#errors,
      errorCount: this.#errorCount,
      goodCount: this.#goodCount,
      previewRows: this.#preview.map((texts) =>
        Object.fromEntries(
          Object.entries(texts).map(([field, text]) => [field, field === 'ssn' ? maskSsn(text) : text]),
        ),
      ),
    };
  }

  people(kind: ImportKind): CheckedPeople | null {
    if (this.#errorCount > 0 || this.#goodCount === 0) return null;
    return kind === 'providers' ? { kind, people: this.#providers } : { kind, people: this.#patients };
  }

  #fail(errors: readonly RowError[]): void {
    this.#errorCount += errors.length;
    this.#errors.push(...errors.slice(0, SHOWN_ERRORS - this.#errors.length));
    this.#providers = [];
    this.#patients = [];
  }

  #sentence(): string {
    if (this.#errorCount > 0)
      return 'Nothing can be imported yet. Correct the rows named below, then choose the file again.';
    if (this.#goodCount === 0) return 'The file holds no rows.';
    return this.#goodCount === 1
      ? '1 row is good and can be imported.'
      : `${this.#goodCount} rows are good and can be imported.`;
  }
}
