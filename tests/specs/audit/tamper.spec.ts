import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry } from '../../../db/audit/append.ts';
import { EMPTY_HEAD, leafHash, nextHead } from '../../../db/audit/chain.ts';
import { verifyLog } from '../../../db/audit/verify.ts';
import type { Database } from '../../../db/database.ts';
import { read, write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

const ENTRIES = 40;
const DRAWS = [2, 3, 7, 11, 13, 17, 20, 23, 29, 31, 37, 39] as const;

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
  // One transaction, for speed: each entry still covers its own row.
  write(test.db, (tx) => {
    const insert = tx.prepare("INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, 'v', 'c', 1)");
    for (let number = 1; number <= ENTRIES; number += 1) {
      insert.run(`key-${String(number).padStart(3, '0')}`);
      appendEntry(tx, anAuditEntry({ atMs: number, requestId: `request-${number}` }), test.keys);
    }
  });
});
afterEach(() => test.close());

// Somebody with the key and SQL tools: the guards are dropped for the deed and put back.
function behindTheProgram(db: Database, sql: string) {
  const triggers = db
    .prepare<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  db.execute('BEGIN');
  for (const { name } of triggers) db.execute(`DROP TRIGGER ${name}`);
  db.execute(sql);
  for (const trigger of triggers) db.execute(trigger.sql);
  db.execute('COMMIT');
}

async function firstBad() {
  const { firstBreak, verified } = await verifyLog(test.db);
  if (firstBreak !== null) expect(firstBreak.sentence).toMatch(/^[A-Z].+\.$/);
  return { number: firstBreak?.number, kind: firstBreak?.kind, verified: verified.number };
}

describe('S1.19 a log somebody tampered with', () => {
  it.each(DRAWS)('names entry %i when its text was edited', async (number) => {
    behindTheProgram(test.db, `UPDATE audit_entry SET body = replace(body, 'adams', 'brown') WHERE number = ${number}`);
    expect(await firstBad()).toEqual({ number, kind: 'changedEntry', verified: number - 1 });
  });

  it.each(DRAWS)('names entry %i when its hash was edited', async (number) => {
    behindTheProgram(test.db, `UPDATE audit_entry SET hash = zeroblob(32) WHERE number = ${number}`);
    expect(await firstBad()).toMatchObject({ number, kind: 'changedEntry' });
  });

  it.each(DRAWS)('names entry %i when it was deleted', async (number) => {
    behindTheProgram(test.db, `DELETE FROM audit_entry WHERE number = ${number}`);
    expect(await firstBad()).toMatchObject({ number, kind: 'missingEntry' });
  });

  it.each(DRAWS)('names entry %i when it was deleted and the rest moved up', async (number) => {
    behindTheProgram(
      test.db,
      `DELETE FROM audit_entry WHERE number = ${number};
       UPDATE audit_entry SET number = -number WHERE number > ${number};
       UPDATE audit_entry SET number = -number - 1 WHERE number < 0`,
    );
    expect(await firstBad()).toMatchObject({ number, kind: 'changedEntry' });
  });

  it.each(DRAWS)('names entry %i when it changed places with its neighbour', async (number) => {
    behindTheProgram(
      test.db,
      `UPDATE audit_entry SET number = 0 WHERE number = ${number};
       UPDATE audit_entry SET number = ${number} WHERE number = ${number + 1};
       UPDATE audit_entry SET number = ${number + 1} WHERE number = 0`,
    );
    expect(await firstBad()).toMatchObject({ number, kind: 'changedEntry' });
  });

  it.each(DRAWS)('names entry %i when a copy of an older one was put in its place', async (number) => {
    behindTheProgram(
      test.db,
      `UPDATE audit_entry SET (body, hash) = (SELECT body, hash FROM audit_entry WHERE number = 1) WHERE number = ${number}`,
    );
    expect(await firstBad()).toMatchObject({ number, kind: 'changedEntry' });
  });

  it.each(DRAWS)('names entry %i when one was squeezed in before it', async (number) => {
    behindTheProgram(
      test.db,
      `UPDATE audit_entry SET number = -number WHERE number >= ${number};
       INSERT INTO audit_entry (number, body, hash) SELECT ${number}, body, hash FROM audit_entry WHERE number = 1;
       UPDATE audit_entry SET number = -number + 1 WHERE number < 0`,
    );
    expect(await firstBad()).toMatchObject({ number, kind: 'changedEntry' });
  });

  it.each(DRAWS)('names entry %i when the chain was computed anew with a false number', async (number) => {
    rechainFrom(number, (body) => body.replace(`"number":${number},`, `"number":${number + 1},`));
    expect(await firstBad()).toMatchObject({ number, kind: 'misplacedEntry' });
  });

  it.each(DRAWS)('names entry %i when its row hashes were removed', async (number) => {
    behindTheProgram(test.db, `DELETE FROM audit_entity WHERE number = ${number}`);
    expect(await firstBad()).toMatchObject({ number, kind: 'rowHashes', verified: expect.any(Number) });
  });

  it.each(DRAWS)('names entry %i when a row hash was edited', async (number) => {
    behindTheProgram(test.db, `UPDATE audit_entity SET hash = zeroblob(32) WHERE number = ${number}`);
    expect(await firstBad()).toMatchObject({ number, kind: 'rowHashes' });
  });

  it.each(DRAWS)('names entry %i when a row hash was moved to it', async (number) => {
    behindTheProgram(test.db, `UPDATE audit_entity SET number = ${number} WHERE number = ${number - 1}`);
    expect(await firstBad()).toMatchObject({ number: number - 1, kind: 'rowHashes' });
  });

  it.each(DRAWS)('names the entry after which a row was edited (%i)', async (number) => {
    behindTheProgram(test.db, `UPDATE setting SET value = 'w' WHERE key = 'key-${String(number).padStart(3, '0')}'`);
    expect(await firstBad()).toMatchObject({ number, kind: 'changedRow', verified: ENTRIES });
  });

  it.each(DRAWS)('names the entry after which a row was removed (%i)', async (number) => {
    behindTheProgram(test.db, `DELETE FROM setting WHERE key = 'key-${String(number).padStart(3, '0')}'`);
    expect(await firstBad()).toMatchObject({ number, kind: 'missingRow' });
  });

  it.each(DRAWS)('names the removing entry when a removed row came back (%i)', async (number) => {
    const key = `key-${String(number).padStart(3, '0')}`;
    write(test.db, (tx) => {
      tx.prepare('DELETE FROM setting WHERE key = ?').run(key);
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    behindTheProgram(
      test.db,
      `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('${key}', 'v', 'c', 1)`,
    );
    expect(await firstBad()).toMatchObject({ number: ENTRIES + 1, kind: 'changedRow' });
  });

  it.each(DRAWS)('names the entry of the newer state when an older state was spliced in (%i)', async (number) => {
    const key = `key-${String(number).padStart(3, '0')}`;
    write(test.db, (tx) => {
      tx.prepare("UPDATE setting SET value = 'newer' WHERE key = ?").run(key);
      appendEntry(tx, anAuditEntry(), test.keys);
    });
    behindTheProgram(test.db, `UPDATE setting SET value = 'v' WHERE key = '${key}'`);
    expect(await firstBad()).toMatchObject({ number: ENTRIES + 1, kind: 'changedRow' });
  });

  it.each(DRAWS)('says so when a row was added that no entry knows (%i)', async (draw) => {
    const sql = `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('alien-${draw}', 'v', 'c', 1)`;
    behindTheProgram(test.db, sql);
    expect(await firstBad()).toMatchObject({ number: null, kind: 'unauditedRow' });
  });

  it('says so when rows were changed with the triggers in place', async () => {
    test.db.execute("UPDATE setting SET value = value WHERE key = 'key-001'");
    expect(await firstBad()).toMatchObject({ number: null, kind: 'unauditedRow' });
  });

  it.each([1, 5, 20])('finds the row hashes left over when the last %i entries were cut off', async (cut) => {
    behindTheProgram(test.db, `DELETE FROM audit_entry WHERE number > ${ENTRIES - cut}`);
    expect(await firstBad()).toMatchObject({ number: ENTRIES - cut + 1, kind: 'missingEntry' });
  });

  it.each([0, -1, -40])('finds an entry planted at number %i', async (number) => {
    behindTheProgram(
      test.db,
      `INSERT INTO audit_entry (number, body, hash) SELECT ${number}, body, hash FROM audit_entry WHERE number = 1`,
    );
    expect(await firstBad()).toMatchObject({ number: 1, kind: 'foreignEntry' });
  });

  it.each(DRAWS)('names the entry whose key was exchanged (%i)', async () => {
    behindTheProgram(test.db, 'UPDATE key_generation SET entity_key = zeroblob(32)');
    expect(await firstBad()).toMatchObject({ kind: 'changedRow', verified: ENTRIES });
  });

  it('cannot see a log rewritten by a holder of all keys: that takes the anchor or a receipt', async () => {
    rechainFrom(10, (body) => body.replace('adams', 'brown'));
    expect((await firstBad()).number).toBeUndefined();
  });

  function rechainFrom(first: number, edit: (body: string) => string) {
    const rows = read(test.db, (tx) =>
      tx.prepare<{ number: number; body: string; hash: Buffer }>('SELECT * FROM audit_entry ORDER BY number').all(),
    );
    let head: Buffer = EMPTY_HEAD;
    const updates = rows.map(({ number, body, hash }) => {
      const written = number === first ? edit(body) : body;
      head = number < first ? hash : nextHead(head, leafHash(written));
      const quoted = written.replaceAll("'", "''");
      return `UPDATE audit_entry SET body = '${quoted}', hash = x'${head.toString('hex')}' WHERE number = ${number};`;
    });
    behindTheProgram(test.db, updates.join('\n'));
  }
});

describe('S1.19 a log nobody tampered with', () => {
  it.each(Array.from({ length: 20 }, (_, draw) => draw))('fits, however it came about (%i)', async (draw) => {
    for (let extra = 0; extra < draw % 5; extra += 1) {
      write(test.db, (tx) => {
        const key = `key-${String(((draw * 7 + extra) % ENTRIES) + 1).padStart(3, '0')}`;
        if ((draw + extra) % 3 === 0) tx.prepare('DELETE FROM setting WHERE key = ?').run(key);
        else tx.prepare('UPDATE setting SET value = ?, version = version + 1 WHERE key = ?').run(`v${extra}`, key);
        appendEntry(tx, anAuditEntry(), test.keys);
      });
    }
    expect(await firstBad()).toEqual({ number: undefined, kind: undefined, verified: ENTRIES + (draw % 5) });
  });
});

describe('S1.19 the log is append-only', () => {
  it.each([
    'UPDATE audit_entry SET body = body',
    'DELETE FROM audit_entry',
    'INSERT OR REPLACE INTO audit_entry (number, body, hash) SELECT number, body, hash FROM audit_entry WHERE number = 1',
    'UPDATE audit_entity SET hash = hash',
    'DELETE FROM audit_entity WHERE number = 3',
  ])('so the file itself refuses: %s', (sql) => {
    expect(() => write(test.db, (tx) => tx.prepare(sql).run())).toThrow(/append-only/);
  });
});
