// The titles of what records name, so that a list shows names instead of ids.
import type { Field } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import type { RecordValues } from './recordTable.ts';
import { readTitles } from './recordTitle.ts';

/** By field name: the title of one record, or the titles of several in the order of the ids. */
export type RecordLabels = Readonly<Record<string, string | string[]>>;

/** The labels of each of `values`, in one look-up per reference field. */
export function readLabels(tx: ReadTx, type: RecordType, values: readonly RecordValues[]): readonly RecordLabels[] {
  const labels: Record<string, string | string[]>[] = values.map(() => ({}));
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.refersTo === undefined) continue;
    const ids = new Set(values.flatMap((row) => idsIn(row[name])));
    const titles = readTitles(tx, field.refersTo, [...ids]);
    values.forEach((row, index) => {
      const value = row[name];
      const label = labels[index];
      if (label === undefined || value === null || value === undefined) return;
      if (typeof value === 'string') label[name] = titles.get(value) ?? '';
      else label[name] = idsIn(value).map((id) => titles.get(id) ?? '');
    });
  }
  return labels;
}

/** For each of `ownIds` the ids its `references` field names, in a stable order. */
export function readLinks(
  tx: ReadTx,
  link: NonNullable<Field['link']>,
  ownIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const rows = tx
    .prepare<{ own: string; other: string }>(
      `SELECT ${link.ownColumn} AS own, ${link.otherColumn} AS other FROM ${link.table}
       WHERE ${link.ownColumn} IN (SELECT value FROM json_each(?)) ORDER BY own, other`,
    )
    .all(JSON.stringify(ownIds));
  const found = new Map<string, string[]>();
  for (const { own, other } of rows) found.set(own, [...(found.get(own) ?? []), other]);
  return found;
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
