// Saves a list of records as CSV: what the caller reaches, as they see it, and never without its entry in the log.
import { basename } from 'node:path';
import { CSV_BYTE_ORDER_MARK, csvLine } from '../../../db/audit/csv.ts';
import { findRecords, type ListedRecord, type RecordQuery } from '../../../db/records/findRecords.ts';
import { readLabels } from '../../../db/records/recordLabels.ts';
import { readRecord } from '../../../db/records/storedRecord.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { Refusal } from '../../../shared/errors.ts';
import type { AuthorizedCall } from '../../ipc/stages.ts';
import { saveAfterCommit } from '../saveAfterCommit.ts';
import { maskRecord, refuseMasked } from './maskRecord.ts';
import type { RuledCall } from './recordRules.ts';

type ExportCall = RuledCall &
  Pick<AuthorizedCall, 'afterCommit'> & {
    readonly input: Omit<RecordQuery, 'offset' | 'limit'> & { readonly purpose: string };
    readonly prepared: unknown;
  };

const PAGE_ROWS = 500;

/** The file is written after the commit, so that there is none without its entry in the log.
 *  Returns CONSTRAINT_VIOLATED when the file cannot be written. */
export function exportRecords(
  type: RecordType,
  call: ExportCall,
  tx: ReadTx,
): { isSaved: false } | { isSaved: true; fileName: string; rowCount: number } | Refusal {
  const masked = refuseMasked(type, call.scope, call.input.sort);
  if (masked !== null) return masked;
  const { path } = call.prepared as { path: string | null };
  if (path === null) return { isSaved: false };
  const fields = Object.entries(type.fields);
  const lines = [
    csvLine([...fields.map(([, { label }]) => label), ...(type.isImported ? ['Id in the old program'] : [])]),
  ];
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows } = findRecords(tx, type, call.scope, { ...call.input, offset, limit: PAGE_ROWS });
    for (const row of rows) lines.push(csvLine(cellsOf(type, call, tx, row)));
    if (rows.length < PAGE_ROWS) break;
  }
  const trouble = saveAfterCommit(call, path, CSV_BYTE_ORDER_MARK + lines.join(''));
  if (trouble !== null) return trouble;
  const rowCount = lines.length - 1;
  call.note({
    why: call.input.purpose,
    count: rowCount,
    object: { type: type.name, id: 'list', label: `${basename(path)} (${rowCount} rows)` },
  });
  return { isSaved: true, fileName: basename(path), rowCount };
}

function cellsOf(type: RecordType, call: ExportCall, tx: ReadTx, row: ListedRecord): string[] {
  const record = readRecord(tx, type, call.scope, row.id);
  if (record === null) throw new Error('a listed record is out of reach');
  const { shown } = maskRecord(type, call.scope, record.values);
  const [labels = {}] = readLabels(tx, type, [record.values]);
  const cells = Object.entries(type.fields).map(([name, field]) => {
    const label = labels[name];
    if (label !== undefined) return Array.isArray(label) ? label.join('; ') : label;
    return cellOf(field, shown[name] ?? null);
  });
  return type.isImported ? [...cells, record.externalId ?? ''] : cells;
}

function cellOf(field: Field, value: FieldValue): string {
  if (value === null) return '';
  switch (field.kind) {
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'cents':
      return (Number(value) / 100).toFixed(2);
    case 'instant':
      return new Date(Number(value)).toISOString();
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}
