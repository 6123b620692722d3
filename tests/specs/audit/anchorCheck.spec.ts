import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnchorRead, checkAnchor } from '../../../db/audit/anchorCheck.ts';
import { appendEntry, type LogHead } from '../../../db/audit/append.ts';
import { EMPTY_HEAD } from '../../../db/audit/chain.ts';
import { openDatabase } from '../../../db/open.ts';
import { read, write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
});
afterEach(() => test.close());

const append = (requestId: string) => write(test.db, (tx) => appendEntry(tx, anAuditEntry({ requestId }), test.keys));
const verdict = (anchor: AnchorRead, db = test.db) => read(db, (tx) => checkAnchor(tx, anchor));
const at = (end: LogHead): AnchorRead => ({ state: 'present', ...end });

describe('S1.19 the anchor outside the vault', () => {
  it('agrees with the log it was written for, and with an empty one', () => {
    expect(verdict(at({ number: 0, head: EMPTY_HEAD }))).toBe('ok');
    append('a');
    expect(verdict(at(append('b')))).toBe('ok');
  });

  it('may lag by the entries of one request, and by no more', () => {
    const anchored = at(append('a'));
    append('b');
    append('b');
    expect(verdict(anchored)).toBe('lagging');
    append('c');
    expect(verdict(anchored)).toBe('mismatch');
  });

  it('exposes an older copy of the file', () => {
    append('a');
    const copy = join(test.directory, 'older.db');
    copyFileSync(test.path, copy);
    const newest = at(append('b'));
    const older = openDatabase({ path: copy, pageKey: test.keys.pageKey });
    expect(verdict(newest, older)).toBe('rollback');
    older.close();
  });

  it('exposes another log of the same length', () => {
    const first = append('a');
    expect(verdict(at({ number: first.number, head: Buffer.alloc(32, 1) }))).toBe('mismatch');
  });

  it.each(['absent', 'damaged'] as const)('is reported when it is %s', (state) => {
    expect(verdict({ state })).toBe(state);
  });
});
