// What the rows of an import amount to: errors, warnings, counts, the first rows as they will be saved.
import { readLabels } from '../../db/records/recordLabels.ts';
import type { RecordValues } from '../../db/records/recordTable.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { maskValue } from '../../shared/authorization/mask.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { maskRecord } from '../handlers/records/maskRecord.ts';
import type { JobResult, JobView } from '../jobs.ts';
import type { RowOutcome } from './checkRow.ts';
import { MAX_ROWS } from './csvLimits.ts';
import type { CheckedGroup, CheckedRow, KnownRows, RowError } from './importedRow.ts';

export interface Findings {
  /** The rows added from here on are of this type. */
  begin(type: RecordType): void;
  add(row: number, outcome: RowOutcome): void;
  rowCount(): number;
  result(tx: ReadTx): JobResult;
  /** The rows to save, or null while there are errors or nothing to save. */
  groups(): readonly CheckedGroup[] | null;
}

const SHOWN_ERRORS = 200;
const PREVIEW_ROWS = 20;

type Preview = JobView['previews'][number];

interface Group {
  readonly type: RecordType;
  rows: CheckedRow[];
  readonly preview: RecordValues[];
}

/** Good rows are kept only while there is no error, as they are of no use after. */
export function createFindings(knownRows: KnownRows, reach: RecordReach): Findings {
  const groups: Group[] = [];
  const counts = { added: 0, changed: 0, changedFields: 0, leftOut: 0 };
  const errors: RowError[] = [];
  const warnings: { row: number; message: string }[] = [];
  let [rowCount, errorCount, warningCount] = [0, 0, 0];

  function fail(found: readonly RowError[]): void {
    errorCount += found.length;
    errors.push(...found.slice(0, SHOWN_ERRORS - errors.length));
    for (const group of groups) group.rows = [];
  }

  function keep(row: number, { checked, values, warning }: Exclude<RowOutcome, { errors: unknown }>): void {
    if (warning !== null) {
      warningCount += 1;
      if (warnings.length < SHOWN_ERRORS) warnings.push({ row, message: warning });
    }
    count(counts, checked);
    const group = groups.at(-1);
    if (group === undefined || checked.act === 'leaveOut') return;
    if (group.preview.length < PREVIEW_ROWS) group.preview.push(values);
    if (errorCount === 0) group.rows.push(checked);
  }

  const goodCount = () => counts.added + counts.changed + counts.leftOut;
  return {
    begin: (type) => void groups.push({ type, rows: [], preview: [] }),
    add(row, outcome) {
      rowCount += 1;
      if (rowCount === MAX_ROWS + 1) fail([{ row, column: '', message: `the file has more than ${MAX_ROWS} rows` }]);
      if ('errors' in outcome) fail(outcome.errors);
      else keep(row, outcome);
    },
    rowCount: () => rowCount,
    result: (tx) => ({
      message: sentence(errorCount, goodCount(), counts.added + counts.changed, knownRows),
      errors,
      errorCount,
      warnings,
      warningCount,
      goodCount: goodCount(),
      counts,
      previews: groups.map(({ type, preview }) => previewOf(tx, type, reach, preview)),
    }),
    groups: () =>
      errorCount > 0 || counts.added + counts.changed === 0 ? null : groups.map(({ type, rows }) => ({ type, rows })),
  };
}

function count(
  counts: { added: number; changed: number; changedFields: number; leftOut: number },
  checked: CheckedRow,
): void {
  if (checked.act === 'add') counts.added += 1;
  else if (checked.act === 'leaveOut') counts.leftOut += 1;
  else {
    counts.changed += 1;
    counts.changedFields += Object.keys(checked.values).length;
  }
}

/** A row that changes a record shows what else is stored of it, so hidden fields stay hidden here as well; the full
 *  Social Security number never leaves the main process, not even in the preview of an import.
 *  Source: 45 CFR 164.502(b) Minimum necessary. */
function previewOf(tx: ReadTx, type: RecordType, reach: RecordReach, rows: readonly RecordValues[]): Preview {
  const labels = readLabels(tx, type, rows);
  const shown = rows.map((values, index) => ({
    values: maskSsn(type, maskRecord(type, reach, values).shown),
    labels: { ...labels[index] },
  }));
  return { kind: type.name, rows: shown };
}

function maskSsn(type: RecordType, values: RecordValues): Preview['rows'][number]['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (type.fields[name]?.mask === 'ssn' && typeof value === 'string') return [name, maskValue('ssn', value)];
      return [
        name,
        Array.isArray(value) ? [...(value as readonly string[])] : (value as Exclude<typeof value, readonly string[]>),
      ];
    }),
  );
}

function sentence(errorCount: number, goodCount: number, toSave: number, knownRows: KnownRows): string {
  if (errorCount > 0) return 'Nothing can be imported yet. Correct the rows named below, then choose the file again.';
  if (goodCount === 0) return 'The file holds no rows.';
  if (toSave === 0)
    return knownRows === 'leaveOut'
      ? 'Every row is here already, so there is nothing to add.'
      : 'Every row is here already and nothing in it is new.';
  return toSave === 1 ? '1 row is good and can be imported.' : `${toSave} rows are good and can be imported.`;
}
