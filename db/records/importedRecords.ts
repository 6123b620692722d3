// What imports need of stored records: which are here under an id of another program, and adding very many at once.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import type { Statement } from '../database.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { columnFields, linkFields, type RecordValues, tableOf, toColumn } from './recordTable.ts';
import type { RecordStamp } from './storedRecord.ts';

/** A record that is here, by our own id. */
export interface KnownRecord {
  readonly id: string;
  readonly version: number;
}

/** The record a file means by `foreignId`: the one imported under that id, or the one whose own id it is. Null for none. */
export function findImported(tx: ReadTx, type: RecordType, foreignId: string): KnownRecord | null {
  return importedFinder(tx, type)(foreignId);
}

/** Like findImported(), for one id after the other with the same statements. */
export function importedFinder(tx: ReadTx, type: RecordType): (foreignId: string) => KnownRecord | null {
  const table = tableOf(type);
  const ways = (type.isImported ? ['external_id', 'id'] : ['id']).map((column) =>
    tx.prepare<KnownRecord>(`SELECT id, version FROM ${table} WHERE ${column} = ?`),
  );
  return (foreignId) => {
    for (const way of ways) {
      const found = way.get(foreignId);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** Adds one record after the other with the same statements; the caller writes the audit entry.
 *  Throws when an id or external id is taken, or when a record names another one that is not there.
 *  Units: about 15 us for a record without links. */
export function recordInserter(
  tx: WriteTx,
  type: RecordType,
  { byUserId, nowMs }: RecordStamp,
): (id: string, values: RecordValues, externalId: string | null) => void {
  const names = columnFields(type).map(([name]) => name);
  const columns = [
    'id',
    'external_id',
    ...names.map(storedName),
    'created_at_ms',
    'created_by',
    'changed_at_ms',
    'changed_by',
  ];
  const insert = tx.prepare(
    `INSERT INTO ${tableOf(type)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const links = linkAdders(tx, type);
  return (id, values, externalId) => {
    const stored = names.map((name) => toColumn(values[name] ?? null));
    insert.run(id, externalId, ...stored, nowMs, byUserId, nowMs, byUserId);
    addLinks(links, id, values);
  };
}

/** Changes one record after the other: writes the given fields, adds the given links, and counts the version up. The
 *  caller writes the audit entry. */
export function recordUpdater(
  tx: WriteTx,
  type: RecordType,
  { byUserId, nowMs }: RecordStamp,
): (id: string, values: RecordValues) => void {
  const columns = columnFields(type).map(([name]) => name);
  const links = linkAdders(tx, type);
  const updates = new Map<string, Statement>();
  const updateOf = (names: readonly string[]) => {
    const key = names.join();
    const known = updates.get(key);
    if (known !== undefined) return known;
    const sets = names.map((name) => `${storedName(name)} = ?, `).join('');
    const made = tx.prepare(
      `UPDATE ${tableOf(type)} SET ${sets}changed_at_ms = ?, changed_by = ?, version = version + 1 WHERE id = ?`,
    );
    updates.set(key, made);
    return made;
  };
  return (id, values) => {
    const names = columns.filter((name) => name in values);
    updateOf(names).run(...names.map((name) => toColumn(values[name] ?? null)), nowMs, byUserId, id);
    addLinks(links, id, values);
  };
}

type LinkAdders = readonly { readonly name: string; readonly add: Statement }[];

function linkAdders(tx: WriteTx, type: RecordType): LinkAdders {
  return linkFields(type).map(([name, { link }]) => ({
    name,
    add: tx.prepare(`INSERT OR IGNORE INTO ${link.table} (${link.ownColumn}, ${link.otherColumn}) VALUES (?, ?)`),
  }));
}

function addLinks(links: LinkAdders, id: string, values: RecordValues): void {
  for (const { name, add } of links) for (const other of (values[name] ?? []) as readonly string[]) add.run(id, other);
}

/** The ids of every record within reach, in the order they were made. */
export function recordIds(tx: ReadTx, type: RecordType, reach: RecordReach): readonly string[] {
  const table = tableOf(type);
  const inReach = reachToSql(reach, type);
  return tx
    .prepare<{ id: string }>(`SELECT id FROM ${table} WHERE ${inReach.sql} ORDER BY id`)
    .all(...inReach.parameters)
    .map(({ id }) => id);
}

/** What other programs may call these records: a code, or the id of the old program where HL7 FHIR allows its letters. */
export function readImportedIds(tx: ReadTx, typeName: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const type = recordTypeNamed(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const column = 'code' in type.fields ? 'code' : 'external_id';
  const rows = tx
    .prepare<{ id: string; name: string | null }>(
      `SELECT id, ${column} AS name FROM ${tableOf(type)} WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  return new Map(
    rows.flatMap(({ id, name }) => (name !== null && /^[A-Za-z0-9.-]{1,64}$/.test(name) ? [[id, name] as const] : [])),
  );
}
