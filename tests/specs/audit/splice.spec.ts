import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAnchor } from '../../../db/audit/anchorCheck.ts';
import { appendEntry, head, type LogHead } from '../../../db/audit/append.ts';
import { verifyLog } from '../../../db/audit/verify.ts';
import { findDamage, openDatabase } from '../../../db/open.ts';
import { read, write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

const PAGE_BYTES = 4096;

let test: TestDatabase;
let end: LogHead;
let older: Buffer;
let newer: Buffer;

beforeEach(() => {
  test = createTestDatabase();
  change(1, 400);
  const copy = join(test.directory, 'older.db');
  copyFileSync(test.path, copy);
  older = readFileSync(copy);
  change(2, 400);
  end = read(test.db, head);
  test.db.close();
  newer = readFileSync(test.path);
});
afterEach(() => test.close());

// The second round demotes everybody: just what somebody with an older copy would like to undo.
function change(round: number, people: number) {
  write(test.db, (tx) => {
    const insert = tx.prepare(
      `INSERT INTO user (id, number, last_name, first_name, login_id, login_id_folded, status, is_super_user, provider_scope,
         created_at_ms, created_by, changed_at_ms, changed_by) VALUES (:id, :number, 'Name', 'First', :id, :id, 'active', 1, 'all', 1, 'c', 1, 'c')`,
    );
    const demote = tx.prepare('UPDATE user SET is_super_user = 0, version = version + 1 WHERE number = ?');
    for (let number = 1; number <= people; number += 1) {
      if (round === 1) insert.run({ id: `user-${number}`, number });
      else demote.run(number);
      if (number % 20 === 0) appendEntry(tx, anAuditEntry({ requestId: `r${round}-${number}` }), test.keys);
    }
  });
}

// A free page carries no data: putting an older one back changes nothing, and then there is nothing to notice.
async function isNoticedOrWithoutEffect(bytes: Buffer): Promise<boolean> {
  return (await isNoticed(bytes)) || contentOf(bytes) === contentOf(newer);
}

function contentOf(bytes: Buffer): string {
  const path = join(test.directory, 'content.db');
  writeFileSync(path, bytes);
  const db = openDatabase({ path, pageKey: test.keys.pageKey });
  const tables = db
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all();
  const content = tables.map(({ name }) => db.prepare(`SELECT * FROM ${name}`).all());
  db.close();
  return JSON.stringify(content);
}

async function isNoticed(bytes: Buffer): Promise<boolean> {
  const path = join(test.directory, 'spliced.db');
  writeFileSync(path, bytes);
  try {
    const db = openDatabase({ path, pageKey: test.keys.pageKey });
    try {
      const verdict = read(db, (tx) => checkAnchor(tx, { state: 'present', ...end }));
      return verdict !== 'ok' || (await verifyLog(db)).firstBreak !== null || findDamage(db).length > 0;
    } finally {
      db.close();
    }
  } catch (error) {
    // A page that no longer fits its neighbours may stop any reading.
    return error instanceof Error && (error.name === 'DatabaseOpenError' || error.name === 'SqliteError');
  }
}

describe('S1.19 pages of an older copy put into the file', () => {
  it('are noticed, each one that changes anything, though every page is genuine', async () => {
    const changed: number[] = [];
    for (let at = 0; at < older.length; at += PAGE_BYTES) {
      if (!older.subarray(at, at + PAGE_BYTES).equals(newer.subarray(at, at + PAGE_BYTES))) changed.push(at);
    }
    expect(changed.length).toBeGreaterThan(20);
    let noticed = 0;
    for (const at of changed) {
      const spliced = Buffer.from(newer);
      older.copy(spliced, at, at, at + PAGE_BYTES);
      noticed += (await isNoticed(spliced)) ? 1 : 0;
      expect(await isNoticedOrWithoutEffect(spliced), `page ${at / PAGE_BYTES + 1}`).toBe(true);
    }
    expect(noticed).toBeGreaterThan(changed.length * 0.8);
  });

  it('are noticed when the whole older file came back', async () => {
    expect(await isNoticed(older)).toBe(true);
  });

  it('are not imagined in the untouched file (control)', async () => {
    expect(await isNoticed(newer)).toBe(false);
  });
});
