// One record of any type: read, add, change, delete.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { nameOfActor } from '../repositories/storedUser.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { readLinks } from './recordLabels.ts';
import {
  columnFields,
  fromColumn,
  linkFields,
  type RecordValues,
  type StoredRow,
  tableOf,
  toColumn,
} from './recordTable.ts';

export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly externalId: string | null;
  readonly values: RecordValues;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly changedAtMs: number;
  readonly changedBy: string;
}

/** Who writes and when (S5.15). */
export interface RecordStamp {
  readonly byUserId: string;
  readonly nowMs: number;
}

/** One record in reach, or null; one outside the reach is null as well. Values are not masked yet. */
export function readRecord(tx: ReadTx, type: RecordType, reach: RecordReach, id: string): StoredRecord | null {
  const table = tableOf(type);
  const inReach = reachToSql(reach, type);
  const row = tx
    .prepare<StoredRow>(`SELECT * FROM ${table} WHERE ${table}.id = ? AND ${inReach.sql}`)
    .get(id, ...inReach.parameters);
  if (row === undefined) return null;
  const columns = columnFields(type).map(([name, field]) => [name, fromColumn(field, row[storedName(name)])] as const);
  const links = linkFields(type).map(([name, { link }]) => [name, readLinks(tx, link, [id]).get(id) ?? []] as const);
  return {
    id,
    version: Number(row.version),
    externalId: type.isImported && typeof row.external_id === 'string' ? row.external_id : null,
    values: Object.fromEntries([...columns, ...links]),
    createdAtMs: Number(row.created_at_ms),
    createdBy: nameOfActor(tx, String(row.created_by)),
    changedAtMs: Number(row.changed_at_ms),
    changedBy: nameOfActor(tx, String(row.changed_by)),
  };
}

/** Adds a record with every field of `values`; the caller writes the audit entry. */
export function insertRecord(
  tx: WriteTx,
  type: RecordType,
  id: string,
  values: RecordValues,
  stamp: RecordStamp,
  externalId: string | null = null,
): void {
  const names = columnFields(type).map(([name]) => name);
  const columns = ['id', ...names.map(storedName), ...STAMP_COLUMNS, ...(type.isImported ? ['external_id'] : [])];
  const marks = columns.map(() => '?').join(', ');
  const { byUserId, nowMs } = stamp;
  tx.prepare(`INSERT INTO ${tableOf(type)} (${columns.join(', ')}) VALUES (${marks})`).run(
    id,
    ...names.map((name) => toColumn(values[name] ?? null)),
    nowMs,
    byUserId,
    nowMs,
    byUserId,
    ...(type.isImported ? [externalId] : []),
  );
  writeLinks(tx, type, id, values);
}

/** Writes the given fields, leaves the others, and counts the version up. */
export function updateRecord(
  tx: WriteTx,
  type: RecordType,
  id: string,
  values: RecordValues,
  { byUserId, nowMs }: RecordStamp,
): void {
  const names = columnFields(type).flatMap(([name]) => (name in values ? [name] : []));
  const sets = names.map((name) => `${storedName(name)} = ?, `).join('');
  tx.prepare(
    `UPDATE ${tableOf(type)} SET ${sets}changed_at_ms = ?, changed_by = ?, version = version + 1 WHERE id = ?`,
  ).run(...names.map((name) => toColumn(values[name] ?? null)), nowMs, byUserId, id);
  writeLinks(tx, type, id, values);
}

/** Deletes a record and its links; a foreign key refuses while another record names it. */
export function deleteRecord(tx: WriteTx, type: RecordType, id: string): void {
  for (const [, { link }] of linkFields(type))
    tx.prepare(`DELETE FROM ${link.table} WHERE ${link.ownColumn} = ?`).run(id);
  tx.prepare(`DELETE FROM ${tableOf(type)} WHERE id = ?`).run(id);
}

const STAMP_COLUMNS = ['created_at_ms', 'created_by', 'changed_at_ms', 'changed_by'] as const;

// Links that stay are left alone, so that the log shows only the ones that changed.
function writeLinks(tx: WriteTx, type: RecordType, id: string, values: RecordValues): void {
  for (const [name, { link }] of linkFields(type)) {
    const ids = values[name];
    if (!Array.isArray(ids)) continue;
    const { table, ownColumn, otherColumn } = link;
    tx.prepare(
      `DELETE FROM ${table} WHERE ${ownColumn} = ? AND ${otherColumn} NOT IN (SELECT value FROM json_each(?))`,
    ).run(id, JSON.stringify(ids));
    const add = tx.prepare(`INSERT OR IGNORE INTO ${table} (${ownColumn}, ${otherColumn}) VALUES (?, ?)`);
    for (const other of ids as readonly string[]) add.run(id, other);
  }
}
