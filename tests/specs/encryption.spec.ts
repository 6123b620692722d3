import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry, head } from '../../db/audit/append.ts';
import { verifyLog } from '../../db/audit/verify.ts';
import { findDamage, openDatabase, rekeyDatabase } from '../../db/open.ts';
import { snapshotDatabase } from '../../db/snapshot.ts';
import { read, write } from '../../db/transaction.ts';
import { anAuditEntry } from '../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts';

const CANARY = 'Kanarienvogel-4711';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
  write(test.db, (tx) => {
    const insert = tx.prepare("INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, 'c', 1)");
    for (let index = 0; index < 400; index += 1) insert.run(`${CANARY} ${index}`, CANARY);
    appendEntry(tx, anAuditEntry({ why: CANARY }), test.keys);
  });
});
afterEach(() => test.close());

const holdsCanary = (path: string) => {
  const bytes = readFileSync(path);
  return bytes.includes(CANARY) || bytes.includes(Buffer.from(CANARY, 'utf16le'));
};
const holdsPlainHeader = (path: string) => readFileSync(path).subarray(0, 15).toString('latin1') === 'SQLite format 3';

describe('S3.08 the practice file on the disk', () => {
  it('holds no readable text, while open and after closing', () => {
    expect(holdsCanary(test.path)).toBe(false);
    test.db.close();
    expect(holdsCanary(test.path)).toBe(false);
    expect(holdsPlainHeader(test.path)).toBe(false);
  });

  it('leaves no readable text in the journal of a running change, nor in any other file beside it', () => {
    test.db.execute('BEGIN IMMEDIATE');
    test.db.execute('PRAGMA cache_size=2');
    test.db.execute(`UPDATE setting SET value = value || ' changed'`);
    expect(existsSync(`${test.path}-journal`)).toBe(true);
    for (const name of readdirSync(test.directory)) expect(holdsCanary(join(test.directory, name)), name).toBe(false);
    test.db.execute('ROLLBACK');
  });

  it('writes no file at all for a large sort', () => {
    const before = readdirSync(test.directory);
    read(test.db, (tx) => tx.prepare('SELECT value FROM setting ORDER BY value || key DESC').all());
    expect(readdirSync(test.directory)).toEqual(before);
  });

  it('finds the canary where it is in plain text (control)', () => {
    const path = join(test.directory, 'plain.txt');
    writeFileSync(path, `x${CANARY}x`);
    expect(holdsCanary(path)).toBe(true);
  });

  it('cannot be opened without the key, with another key, or as a plain file', () => {
    test.db.close();
    for (const pageKey of [Buffer.alloc(32), randomBytes(32)]) {
      expect(() => openDatabase({ path: test.path, pageKey })).toThrow(expect.objectContaining({ code: 'wrongKey' }));
    }
  });

  it('leaves the caller’s key as it was', () => {
    const pageKey = Buffer.from(test.keys.pageKey);
    test.db.close();
    openDatabase({ path: test.path, pageKey }).close();
    expect(pageKey.equals(test.keys.pageKey)).toBe(true);
  });
});

describe('S3.08 copies of the practice file', () => {
  it('are encrypted under the same key and complete', async () => {
    const path = join(test.directory, 'copy.db');
    snapshotDatabase(test.db, path);
    expect(holdsCanary(path)).toBe(false);
    expect(holdsPlainHeader(path)).toBe(false);
    const copy = openDatabase({ path, pageKey: test.keys.pageKey });
    expect(await verifyLog(copy)).toMatchObject({ firstBreak: null, rowsChecked: 400 });
    copy.close();
  });

  it('are not written over a file that is there', () => {
    const path = join(test.directory, 'copy.db');
    writeFileSync(path, 'something else');
    expect(() => snapshotDatabase(test.db, path)).toThrow();
    expect(existsSync(path)).toBe(true);
  });
});

describe('S3.08 a new key', () => {
  it('opens the rekeyed copy; the old key no longer does; the original stays as it was', () => {
    const to = randomBytes(32);
    const path = join(test.directory, 'rekeyed.db');
    const end = read(test.db, head);
    const before = readFileSync(test.path);

    rekeyDatabase(test.keys.pageKey, to, test.path, path);

    expect(readFileSync(test.path).equals(before)).toBe(true);
    expect(() => openDatabase({ path, pageKey: test.keys.pageKey })).toThrow(
      expect.objectContaining({ code: 'wrongKey' }),
    );
    const rekeyed = openDatabase({ path, pageKey: to });
    expect(read(rekeyed, head)).toEqual(end);
    expect(findDamage(rekeyed)).toEqual([]);
    rekeyed.close();
    expect(holdsCanary(path)).toBe(false);
  });

  it('leaves no page that an earlier page could be recognised by', () => {
    const path = join(test.directory, 'rekeyed.db');
    rekeyDatabase(test.keys.pageKey, randomBytes(32), test.path, path);
    const old = readFileSync(test.path);
    const fresh = readFileSync(path);
    for (let at = 4096; at < old.length; at += 4096) {
      expect(fresh.subarray(at, at + 4096).equals(old.subarray(at, at + 4096))).toBe(false);
    }
  });

  it('is refused with the wrong old key, and no copy is left', () => {
    const path = join(test.directory, 'rekeyed.db');
    expect(() => rekeyDatabase(randomBytes(32), randomBytes(32), test.path, path)).toThrow(
      expect.objectContaining({ code: 'wrongKey' }),
    );
    expect(existsSync(path)).toBe(false);
  });
});
