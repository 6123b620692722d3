import { createHmac, randomBytes } from 'node:crypto';
import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry, head } from '../../../db/audit/append.ts';
import { createEntityHasher } from '../../../db/audit/entityHash.ts';
import type { StoredAuditEntry } from '../../../db/audit/entry.ts';
import { saveCheckpoint, verifyLog, verifySince } from '../../../db/audit/verify.ts';
import { read, write } from '../../../db/transaction.ts';
import { canonicalJson } from '../../../shared/canonicalJson.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
});
afterEach(() => test.close());

const SETTING = "INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, 'v', 'c', 1)";
const stored = (number: number) =>
  read(test.db, (tx) => {
    const row = tx.prepare<{ body: string }>('SELECT body FROM audit_entry WHERE number = ?').get(number);
    return JSON.parse(row?.body ?? 'null') as StoredAuditEntry;
  });

describe('appendEntry', () => {
  it('stores exactly what was said, with its number and what it covers', () => {
    const entry = anAuditEntry({ changes: [{ field: 'Last name', old: 'O’Brien', new: '="x"\r\n' }] });
    write(test.db, (tx) => appendEntry(tx, entry, test.keys));
    expect(stored(1)).toEqual({ ...entry, number: 1, entities: null });
  });

  it('covers each changed row once, however often it changed', () => {
    write(test.db, (tx) => {
      tx.prepare(SETTING).run('a');
      tx.prepare("UPDATE setting SET value = 'w' WHERE key = 'a'").run();
      tx.prepare(SETTING).run('b');
      tx.prepare("DELETE FROM setting WHERE key = 'b'").run();
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    expect(stored(1).entities).toMatchObject({ count: 2, generation: 1 });
  });

  it('covers rows that a cascade removed', async () => {
    write(test.db, (tx) => {
      tx.prepare("INSERT INTO role (id, code, name, kind, purpose) VALUES ('r', 1, 'R', 'coded', 'p')").run();
      tx.prepare("INSERT INTO role_permission (role_id, permission) VALUES ('r', 'patient:read')").run();
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    write(test.db, (tx) => {
      tx.prepare("DELETE FROM role WHERE id = 'r'").run();
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    // The role and its right, and what was kept of each because rights are made of them (N7).
    expect(stored(2).entities?.count).toBe(4);
    expect((await verifyLog(test.db)).firstBreak).toBeNull();
  });

  it('never lets time go back along the log', () => {
    write(test.db, (tx) => {
      appendEntry(tx, anAuditEntry({ atMs: 2_000 }), test.keys);
      appendEntry(tx, anAuditEntry({ atMs: 1_000 }), test.keys);
    });
    expect(stored(2).atMs).toBe(2_000);
  });

  it('keeps rows of an older key generation checkable after rotation', async () => {
    const change = (key: string, keys: { entityKey: Buffer; generation: number }) =>
      write(test.db, (tx) => {
        tx.prepare(SETTING).run(key);
        appendEntry(tx, anAuditEntry(), keys);
      });
    change('a', test.keys);
    change('b', { entityKey: randomBytes(32), generation: 2 });
    expect(await verifyLog(test.db)).toMatchObject({ firstBreak: null, rowsChecked: 2 });
    expect(() => change('c', { entityKey: randomBytes(32), generation: 1 })).toThrow('another entity key');
  });

  property.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })])(
    'hashes rows as HMAC-SHA-256 of their canonical text',
    (rowId, value) => {
      const key = Buffer.alloc(32, 5);
      const canonical = canonicalJson(['setting', rowId, { key: rowId, value }]);
      const expected = createHmac('sha256', key).update(canonical).digest();
      expect(createEntityHasher(key)('setting', rowId, { key: rowId, value, gone: null }).equals(expected)).toBe(true);
    },
  );

  it('keeps text of any kind intact through storing and verifying', async () => {
    const odd = [
      '',
      '"',
      '\\"entities\\":{',
      '"entities":{"count"',
      '\u0000\u001f',
      '\u{1F600}',
      'é\u0301',
      '"number":9,',
    ];
    for (const label of odd) {
      const object = { type: 'patient', id: 'p', label };
      write(test.db, (tx) => appendEntry(tx, anAuditEntry({ object, why: label }), test.keys));
    }
    expect((await verifyLog(test.db)).firstBreak).toBeNull();
    expect(odd.map((_, index) => stored(index + 1).object?.label)).toEqual(odd);
  });

  it('refuses text that no file could carry, and then nothing is changed', () => {
    const append = () =>
      write(test.db, (tx) => {
        tx.prepare(SETTING).run('a');
        appendEntry(tx, anAuditEntry({ why: '\ud800' }), test.keys);
      });
    expect(append).toThrow(TypeError);
    expect(read(test.db, head).number).toBe(0);
  });
});

describe('verifying', () => {
  const fill = (count: number) =>
    write(test.db, (tx) => {
      for (let index = 0; index < count; index += 1) {
        tx.prepare(SETTING).run(`key ${index} ${Math.floor(performance.now() * 1000)}`);
        appendEntry(tx, anAuditEntry({ requestId: `r${index}` }), test.keys);
      }
    });

  it('starts at the saved checkpoint, and notices when that entry is another', async () => {
    fill(10);
    const first = await verifySince(test.db);
    write(test.db, (tx) => saveCheckpoint(tx, first, 1));
    fill(3);
    expect(await verifySince(test.db)).toMatchObject({ firstBreak: null, entriesChecked: 3, rowsChecked: 0 });
    test.db.execute('UPDATE audit_checkpoint SET verified_hash = zeroblob(32)');
    expect((await verifySince(test.db)).firstBreak).toMatchObject({ number: 10, kind: 'checkpoint' });
  });

  it('reports progress, lets others work meanwhile, and can be cancelled', async () => {
    fill(4_000);
    const seen: number[] = [];
    const controller = new AbortController();
    const running = verifyLog(test.db, {
      signal: controller.signal,
      onProgress: ({ done, total }) => {
        seen.push(done / total);
        // Other work goes on between slices: this would throw inside somebody else's transaction.
        fill(1);
        if (seen.length === 2) controller.abort(new Error('stopped by the user'));
      },
    });
    await expect(running).rejects.toThrow('stopped by the user');
    expect(seen).toHaveLength(2);
    expect(test.db.inTransaction).toBe(false);
    expect((await verifyLog(test.db)).firstBreak).toBeNull();
  });
});
