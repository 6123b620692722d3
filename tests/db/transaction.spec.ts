import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry, head } from '../../db/audit/append.ts';
import { type ReadTx, read, readOnly, UnauditedChangeError, write } from '../../db/transaction.ts';
import { anAuditEntry } from '../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
});
afterEach(() => test.close());

const INSERT = "INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, 'v', 'c', 1)";
const count = (tx: ReadTx) => tx.prepare<{ n: number }>('SELECT count(*) AS n FROM setting').get()?.n;

describe('write', () => {
  it('commits a change together with its entry', () => {
    const end = write(test.db, (tx) => {
      tx.prepare(INSERT).run('a');
      return appendEntry(tx, anAuditEntry(), test.keys);
    });
    expect(read(test.db, count)).toBe(1);
    expect(read(test.db, head)).toEqual(end);
  });

  it.each([
    ['added', INSERT, 'b'],
    ['changed', "UPDATE setting SET value = 'w' WHERE key = ?", 'a'],
    ['renamed', "UPDATE setting SET key = 'z' WHERE key = ?", 'a'],
    ['removed', 'DELETE FROM setting WHERE key = ?', 'a'],
    ['replaced', "INSERT OR REPLACE INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, 'v', 'c', 1)", 'a'],
  ])('refuses a row that was %s without an entry, and undoes it', (_, sql, key) => {
    write(test.db, (tx) => {
      tx.prepare(INSERT).run('a');
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    expect(() => write(test.db, (tx) => tx.prepare(sql).run(key))).toThrow(UnauditedChangeError);
    expect(read(test.db, (tx) => tx.prepare('SELECT key, value FROM setting').all())).toEqual([
      { key: 'a', value: 'v' },
    ]);
  });

  it('refuses a change made after the entry of the same transaction', () => {
    const late = () =>
      write(test.db, (tx) => {
        appendEntry(tx, anAuditEntry(), test.keys);
        tx.prepare(INSERT).run('a');
      });
    expect(late).toThrow(UnauditedChangeError);
    expect(read(test.db, head).number).toBe(0);
  });

  it('undoes everything when something is thrown', () => {
    const failing = () =>
      write(test.db, (tx) => {
        tx.prepare(INSERT).run('a');
        appendEntry(tx, anAuditEntry(), test.keys);
        throw new Error('fault');
      });
    expect(failing).toThrow('fault');
    expect(read(test.db, count)).toBe(0);
    expect(read(test.db, head).number).toBe(0);
  });

  it('refuses a promise, so that nothing can slip in between', () => {
    expect(() => write(test.db, async () => 1)).toThrow('synchronous');
    expect(test.db.inTransaction).toBe(false);
  });

  it('does not nest', () => {
    expect(() => write(test.db, () => read(test.db, count))).toThrow('do not nest');
  });

  it('leaves a transaction of no use after it ended', () => {
    const leaked = write(test.db, (tx) => tx);
    expect(() => leaked.prepare('SELECT 1')).toThrow('has ended');
  });
});

describe('read', () => {
  it.each([
    ['a row added', INSERT],
    ['a row added that is handed back', `${INSERT} RETURNING key`],
    ['a row replaced', INSERT.replace('INSERT', 'REPLACE')],
    ['rows changed', "UPDATE setting SET value = 'w'"],
    ['rows removed behind a WITH', 'WITH old AS (SELECT key FROM setting) DELETE FROM setting WHERE key IN old'],
    ['the log emptied', 'DELETE FROM audit_entry'],
    ['a new table', 'CREATE TABLE x (a)'],
    ['a new table that may be there', 'CREATE TABLE IF NOT EXISTS setting (a)'],
    ['a table of the connection alone', 'CREATE TEMP TABLE x (a)'],
    ['a trigger taken away', 'DROP TRIGGER setting_notes_insert'],
    ['the file rewritten', 'VACUUM'],
    ['the file copied', "VACUUM INTO '/nowhere/copy.db'"],
    ['the schema version', 'PRAGMA user_version = 9'],
    ['the journal', 'PRAGMA journal_mode = WAL'],
    ['the statistics', 'ANALYZE'],
    ['an early commit', 'COMMIT'],
    ['a rollback', 'ROLLBACK'],
    ['a savepoint', 'SAVEPOINT x'],
    ['a second file', "ATTACH ':memory:' AS other"],
  ])('refuses before it runs: %s', (_, sql) => {
    const given = sql.includes('?') ? ['a'] : [];
    const attempts: ((tx: ReadTx) => unknown)[] = [
      (tx) => tx.prepare(sql).run(...given),
      (tx) => tx.prepare(sql).all(...given),
    ];
    for (const attempt of attempts) {
      expect(() => read(test.db, attempt)).toThrow('readonly');
      expect(() => write(test.db, (tx) => readOnly(tx, attempt))).toThrow('readonly');
    }
    expect(test.db.inTransaction).toBe(false);
    expect(read(test.db, count)).toBe(0);
    expect(read(test.db, head).number).toBe(0);
  });

  it('lets nothing be written by a transaction of a query that outlived it', () => {
    const leaked = read(test.db, (tx) => tx);
    expect(() => leaked.prepare('SELECT 1')).toThrow('has ended');
  });

  it('sees one state from beginning to end', () => {
    read(test.db, (tx) => {
      expect(count(tx)).toBe(0);
      expect(() => write(test.db, () => 0)).toThrow('do not nest');
      expect(count(tx)).toBe(0);
    });
  });

  it('guards a query inside a write transaction, and lets the entry follow', () => {
    write(test.db, (tx) => {
      expect(() => readOnly(tx, (inner) => inner.prepare(INSERT).run('a'))).toThrow(/readonly/);
      expect(readOnly(tx, count)).toBe(0);
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    expect(read(test.db, head).number).toBe(1);
  });
});
