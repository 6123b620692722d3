// The migrated schema and the declarations of the record types say the same, so that neither can change alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTECTED_TABLES } from '../../../db/protectedTables.ts';
import { columnFields, linkFields, STANDARD_COLUMNS, tableOf } from '../../../db/records/recordTable.ts';
import { deleteRecord, insertRecord, readRecord } from '../../../db/records/storedRecord.ts';
import { EVERY_ROW } from '../../../shared/authorization/scope.ts';
import { storedName } from '../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES, recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { change, look, NOW_MS, testId } from '../../support/people.ts';
import { namedId, storedExample, storeNamed } from '../../support/storedExample.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}
interface ForeignKey {
  readonly table: string;
  readonly from: string;
}

let database: TestDatabase;
beforeAll(() => {
  database = createTestDatabase();
  change(database, storeNamed);
});
afterAll(() => database.close());

const columnsOf = (table: string) =>
  look(database, (tx) => tx.prepare<Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table));
const foreignKeysOf = (table: string) =>
  look(database, (tx) => tx.prepare<ForeignKey>('SELECT "table", "from" FROM pragma_foreign_key_list(?)').all(table));
const protectedNames = PROTECTED_TABLES.map(({ name }) => name);
/** The table whose ids a reference holds. */
const tableNamed = (refersTo = '') => (refersTo === 'user' ? 'user' : storedName(refersTo));

/** How a value of each kind lies in a STRICT table. */
const STORED_AS = {
  text: 'TEXT',
  longText: 'TEXT',
  choice: 'TEXT',
  date: 'TEXT',
  timeOfDay: 'TEXT',
  reference: 'TEXT',
  boolean: 'INTEGER',
  instant: 'INTEGER',
  cents: 'INTEGER',
  integer: 'INTEGER',
} as const;

describe.each(RECORD_TYPES.map((type) => [tableOf(type), type] as const))('the table %s', (table, type) => {
  it('has a column for every field and every record has, and no other', () => {
    const declared = columnFields(type).map(([name]) => storedName(name));
    const expected = [...STANDARD_COLUMNS, ...declared, ...(type.isImported ? ['external_id'] : [])];
    expect(
      columnsOf(table)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expected.sort());
  });

  it('stores each field as its kind wants', () => {
    const stored = new Map(columnsOf(table).map((column) => [column.name, column.type]));
    for (const [name, { kind }] of columnFields(type))
      if (kind !== 'references') expect([name, stored.get(storedName(name))]).toEqual([name, STORED_AS[kind]]);
  });

  it('names other records by foreign keys, which refuse what nobody declared', () => {
    const expected = columnFields(type).flatMap(([name, { refersTo }]) =>
      refersTo === undefined ? [] : [`${storedName(name)} ${tableNamed(refersTo)}`],
    );
    const found = foreignKeysOf(table).map((key) => `${key.from} ${key.table}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('has a link table for every list of records, with both columns and their foreign keys', () => {
    for (const [, { link, refersTo }] of linkFields(type)) {
      expect(
        columnsOf(link.table)
          .map(({ name }) => name)
          .sort(),
      ).toEqual([link.otherColumn, link.ownColumn].sort());
      const keys = foreignKeysOf(link.table).map((key) => `${key.from} ${key.table}`);
      expect(keys.sort()).toEqual([`${link.ownColumn} ${table}`, `${link.otherColumn} ${tableNamed(refersTo)}`].sort());
    }
  });

  it('is bound to the audit log, and so are its link tables', () => {
    expect(protectedNames).toContain(table);
    for (const [, { link }] of linkFields(type)) expect(protectedNames).toContain(link.table);
    const triggers = look(database, (tx) =>
      tx.prepare<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`).all(table),
    );
    expect(triggers.filter(({ name }) => name.includes('_notes_'))).toHaveLength(3);
  });

  it('takes the example, gives it back as it was, and lets it go', () => {
    const id = testId(600_000);
    const values = storedExample(type, 1);
    change(database, (tx) => insertRecord(tx, type, id, values, { byUserId: 'test', nowMs: NOW_MS }));
    expect(look(database, (tx) => readRecord(tx, type, EVERY_ROW, id))).toMatchObject({ id, version: 1, values });
    change(database, (tx) => deleteRecord(tx, type, id));
    expect(look(database, (tx) => readRecord(tx, type, EVERY_ROW, id))).toBeNull();
    expect(look(database, (tx) => readRecord(tx, type, EVERY_ROW, namedId(type.name)))).not.toBeNull();
  });

  it('declares fields that are there wherever it names one', () => {
    const names = Object.keys(type.fields);
    const { providers, owner, label } = type.scope;
    const named = [
      ...type.title,
      type.defaultSort.field,
      ...('field' in providers ? [providers.field] : []),
      ...[type.logLabel, type.patient, owner, label].filter((name) => typeof name === 'string'),
    ];
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(type.fields[type.defaultSort.field]?.isSortable).toBe(true);
    for (const name of type.title) expect(type.fields[name]?.kind).toBe('text');
  });

  it('names only types that stand before it, itself or users', () => {
    const places = RECORD_TYPES.map(({ name }) => name);
    for (const { refersTo } of Object.values(type.fields)) {
      if (refersTo === undefined || refersTo === 'user' || refersTo === type.name) continue;
      expect(recordTypeNamed(refersTo)).not.toBeNull();
      expect(places.indexOf(refersTo)).toBeLessThan(places.indexOf(type.name));
    }
  });

  it('S2.60 lets nobody find, narrow or show what may be masked from them', () => {
    for (const field of Object.values(type.fields)) {
      if (field.mask === undefined) continue;
      expect(field.kind).toBe('text');
      expect([field.isSearched, field.isFilter]).toEqual([undefined, undefined]);
      expect(field.phi ?? 'none').not.toBe('none');
    }
    expect(type.title.filter((name) => type.fields[name]?.mask !== undefined)).toEqual([]);
  });

  it('S1.21 names its records in the log without telling of a patient', () => {
    if (type.logLabel !== null) expect(type.fields[type.logLabel]?.phi ?? 'none').toBe('none');
  });
});
