// Checks every row of a chosen file in slices, as a job; nothing is stored.
import type { Database } from '../../db/database.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { read } from '../../db/transaction.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { JobProgress } from '../jobs.ts';
import { type CheckContext, checkRow } from './checkRow.ts';
import { createFindings } from './findings.ts';
import { createNamedRecords, type PlannedIds } from './findNamed.ts';
import type { CheckedGroup, KnownRows, RowGroup } from './importedRow.ts';
import { importedFields } from './importFields.ts';
import { rulesOf } from './importRules.ts';
import { latestDay } from './latestDay.ts';
import { BrokenCsvError } from './readRecords.ts';

export interface FileCheck {
  readonly groups: readonly RowGroup[];
  /** How many rows the file holds, for the progress. */
  readonly rowCount: number;
  readonly knownRows: KnownRows;
  readonly database: () => Database;
  readonly nowMs: number;
  readonly reach: RecordReach;
  readonly newId: () => string;
}

/** The checked rows when every row is good; null when there are errors or the job was cancelled.
 *  The result and the first errors go to `progress`. Holds the event loop for a few milliseconds at a time. */
export async function checkFile(check: FileCheck, progress: JobProgress): Promise<readonly CheckedGroup[] | null> {
  const { groups, rowCount, database } = check;
  const findings = createFindings(check.knownRows, check.reach);
  const shared = sharedContext(check);
  for (const group of groups) {
    const context = { ...shared, ...readerOf(group) };
    findings.begin(group.type);
    try {
      for await (const slice of group.slices()) {
        if (progress.signal.aborted) return null;
        read(database(), (tx) => {
          for (const raw of slice) findings.add(raw.row, checkRow(tx, raw, context));
        });
        progress.report(findings.rowCount(), rowCount);
      }
    } catch (error) {
      if (!(error instanceof BrokenCsvError)) throw error;
      const message = `${error.sentence}; the rows from here on could not be read`;
      findings.add(error.row, { errors: [{ row: error.row, column: '', message }] });
    }
  }
  progress.finish(read(database(), (tx) => findings.result(tx)));
  return findings.groups();
}

function sharedContext(check: FileCheck): Omit<CheckContext, keyof ReturnType<typeof readerOf>> {
  const { nowMs, reach, knownRows, newId, database } = check;
  const planned: PlannedIds = new Map();
  return {
    reach,
    knownRows,
    newId,
    planned,
    seen: new Map(),
    leftOut: new Set(),
    facts: { nowMs, latestDay: latestDay(nowMs) },
    plannedPatients: new Map(),
    people: new Map(),
    named: createNamedRecords(reach, planned),
    zone: read(database(), (tx) => readPractice(tx).timeZone),
  };
}

function readerOf({ type }: RowGroup) {
  return { type, fields: importedFields(type), rules: rulesOf(type) };
}
