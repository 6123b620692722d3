import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry } from '../../db/audit/append.ts';
import { verifyLog } from '../../db/audit/verify.ts';
import {
  applyConnectionRules,
  assertConnectionRules,
  assertSqliteVersion,
  CONNECTION_RULES,
} from '../../db/connectionRules.ts';
import { findDamage, isDiskFull, openDatabase } from '../../db/open.ts';
import { read, write } from '../../db/transaction.ts';
import { anAuditEntry } from '../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
});
afterEach(() => test.close());

const reopen = (path = test.path) => openDatabase({ path, pageKey: test.keys.pageKey });
const codeOf = (code: string) => expect.objectContaining({ name: 'DatabaseOpenError', code });

function fill(entries: number, label = 'Record') {
  write(test.db, (tx) => {
    for (let index = 0; index < entries; index += 1) {
      const object = { type: 'patient', id: `p${index}`, label: `${label} ${index}` };
      appendEntry(tx, anAuditEntry({ object }), test.keys);
    }
  });
}

describe('opening the practice file', () => {
  it('holds every connection rule on the first and on the second opening', () => {
    expect(() => assertConnectionRules(test.db)).not.toThrow();
    test.db.close();
    const again = reopen();
    expect(() => assertConnectionRules(again)).not.toThrow();
    again.close();
  });

  it.each([
    ['journal_mode', 'MEMORY'],
    ['synchronous', 'NORMAL'],
    ['temp_store', 'FILE'],
    ['secure_delete', 'OFF'],
    ['foreign_keys', 'OFF'],
    ['trusted_schema', 'ON'],
    ['cell_size_check', 'OFF'],
    ['recursive_triggers', 'OFF'],
  ])('refuses to go on when %s is %s', (name, wrong) => {
    test.db.pragma(`${name}=${wrong}`);
    expect(() => assertConnectionRules(test.db)).toThrow(codeOf('pragma'));
    applyConnectionRules(test.db);
    expect(() => assertConnectionRules(test.db)).not.toThrow();
  });

  it('refuses a rule that reads back wrongly, whichever it is', () => {
    for (const [broken] of CONNECTION_RULES) {
      const source = { pragma: (text: string) => (text === broken ? 'wrong' : test.db.pragma(text)) };
      expect(() => assertConnectionRules(source)).toThrow(broken);
    }
  });

  it('refuses an SQLite older than 3.51.3', () => {
    for (const old of ['3.51.2', '3.50.9', '2.99.9', '3'])
      expect(() => assertSqliteVersion(old)).toThrow(codeOf('pragma'));
    for (const good of ['3.51.3', '3.53.4', '4.0.0']) expect(() => assertSqliteVersion(good)).not.toThrow();
  });

  it('refuses a wrong key and a key of the wrong length', () => {
    test.db.close();
    expect(() => openDatabase({ path: test.path, pageKey: randomBytes(32) })).toThrow(codeOf('wrongKey'));
    expect(() => openDatabase({ path: test.path, pageKey: randomBytes(16) })).toThrow(RangeError);
    expect(existsSync(`${test.path}-open`)).toBe(false);
  });

  it('refuses a missing file unless it is to be made', () => {
    const path = join(test.directory, 'none.db');
    expect(() => reopen(path)).toThrow(codeOf('missing'));
    expect(existsSync(path)).toBe(false);
  });

  it('refuses a file of a newer version and changes nothing in it', () => {
    test.db.execute('PRAGMA user_version=99');
    test.db.close();
    const before = readFileSync(test.path);
    expect(() => reopen()).toThrow(codeOf('newer'));
    expect(readFileSync(test.path).equals(before)).toBe(true);
  });

  it('refuses a file whose triggers or tables were changed behind the program', () => {
    test.db.execute('DROP TRIGGER audit_entry_keeps_deletes_out');
    test.db.close();
    expect(() => reopen()).toThrow(codeOf('damaged'));
  });

  it.each(['-journal', '-wal', '-shm'])('refuses a planted %s file', (suffix) => {
    test.db.close();
    writeFileSync(test.path + suffix, 'planted');
    expect(() => reopen()).toThrow(codeOf('sidecar'));
  });

  it('rolls back the journal of its own crash, and says that the last run did not end well', () => {
    fill(3);
    const bystander = join(test.directory, 'crashed.db');
    test.db.execute('BEGIN IMMEDIATE');
    test.db.execute('PRAGMA cache_size=2');
    for (let index = 0; index < 300; index += 1) {
      test.db.execute(
        `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('${index}', '${'x'.repeat(500)}', 'c', 1)`,
      );
    }
    for (const suffix of ['', '-journal', '-open']) copyFileSync(test.path + suffix, bystander + suffix);
    test.db.execute('ROLLBACK');

    const recovered = reopen(bystander);

    expect(recovered.wasDirty).toBe(true);
    expect(read(recovered, (tx) => tx.prepare('SELECT count(*) AS n FROM setting').get())).toEqual({ n: 0 });
    expect(read(recovered, (tx) => tx.prepare('SELECT count(*) AS n FROM audit_entry').get())).toEqual({ n: 3 });
    recovered.close();
  });

  it('says busy while another program holds the file', () => {
    test.db.execute('BEGIN EXCLUSIVE');
    expect(() => reopen()).toThrow(codeOf('busy'));
    test.db.execute('ROLLBACK');
  });

  it('refuses a file cut in the middle of a page', () => {
    test.db.close();
    truncateSync(test.path, 4096 + 100);
    expect(() => reopen()).toThrow(expect.objectContaining({ code: expect.stringMatching(/damaged|wrongKey/) }));
  });

  it.skipIf(process.platform === 'win32')('refuses a file or folder it cannot write to', () => {
    test.db.close();
    const script = `
      const { openDatabase } = await import('./db/open.ts');
      try { openDatabase({ path: process.argv[1], pageKey: Buffer.from(process.argv[2], 'hex') }); console.log('opened'); }
      catch (error) { console.log(error.code, error.sentence); }`;
    const key = test.keys.pageKey.toString('hex');
    chmodSync(test.directory, 0o755);
    chmodSync(test.path, 0o444);
    // Root may write anywhere, so the attempt is made as somebody else.
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const tried = spawnSync(process.execPath, ['--input-type=module', '-e', script, test.path, key], {
      encoding: 'utf8',
      ...asNobody,
    });
    expect(tried.stdout).toMatch(/^readOnly The practice file or its folder cannot be written to/);
  });
});

describe('a damaged file', () => {
  it('is recognised after any single flipped bit', () => {
    fill(120, 'A label that fills pages');
    test.db.close();
    const whole = readFileSync(test.path);
    const path = join(test.directory, 'flipped.db');
    for (let draw = 0; draw < 120; draw += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor((draw / 120) * bytes.length) + (draw % 7);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (draw % 8));
      writeFileSync(path, bytes);
      expect(isFoundDamaged(path), `bit ${draw % 8} of byte ${at}`).toBe(true);
    }
  });

  it('is whole when nothing was flipped (control)', () => {
    fill(120);
    expect(findDamage(test.db)).toEqual([]);
    test.db.close();
    expect(isFoundDamaged(test.path)).toBe(false);
  });

  function isFoundDamaged(path: string): boolean {
    try {
      const db = reopen(path);
      const damage = findDamage(db);
      db.close();
      return damage.length > 0;
    } catch (error) {
      return error instanceof Error && error.name === 'DatabaseOpenError';
    }
  }
});

describe('a full disk', () => {
  it('undoes the change, is recognised, and passes once there is room again', async () => {
    fill(5);
    const pages = Number(test.db.pragma('page_count'));
    test.db.pragma(`max_page_count=${pages + 1}`);
    let thrown: unknown;
    try {
      fill(2_000);
    } catch (error) {
      thrown = error;
    }
    expect(isDiskFull(thrown)).toBe(true);
    test.db.pragma('max_page_count=1000000');
    fill(1);
    const report = await verifyLog(test.db);
    expect(report).toMatchObject({ firstBreak: null, entriesChecked: 6 });
  });

  it.skipIf(process.platform === 'win32')('is recognised when the operating system refuses the write', () => {
    fill(5);
    test.db.close();
    const script = `
      const { openDatabase, isDiskFull } = await import('./db/open.ts');
      const { write } = await import('./db/transaction.ts');
      const db = openDatabase({ path: process.argv[1], pageKey: Buffer.from(process.argv[2], 'hex') });
      const sql = 'INSERT INTO audit_entry (number, body, hash) VALUES (?, ?, zeroblob(32))';
      try { write(db, (tx) => { for (let n = 6; n < 3000; n += 1) tx.prepare(sql).run(n, '{"x":"' + 'x'.repeat(1000) + '"}'); }); console.log('written'); }
      catch (error) { console.log(isDiskFull(error), db.inTransaction, db.prepare('SELECT count(*) AS n FROM audit_entry').get().n); }
      db.close();`;
    // The limit is in KiB blocks and counts for every file; ignoring the signal turns it into a failed write.
    const shell = 'ulimit -f 1000; trap "" XFSZ; exec "$0" --input-type=module -e "$1" "$2" "$3"';
    const key = test.keys.pageKey.toString('hex');
    const run = spawnSync('bash', ['-c', shell, process.execPath, script, test.path, key], { encoding: 'utf8' });
    expect(run.stdout.trim()).toBe('true false 5');
  });
});
