import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deleteLogView,
  findLogViews,
  insertLogView,
  logViewNamed,
  logViewOfFilter,
  readLogView,
  renameLogView,
} from '../../../db/repositories/logView.ts';
import { write } from '../../../db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addUser, change, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
const [dana, lena, viewId] = [testId(1), testId(2), testId(9)];
const view = { viewId, userId: dana, name: 'Front', filter: { outcome: 'denied' as const }, nowMs: NOW_MS };
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    addUser(tx, 1);
    addUser(tx, 2);
    insertLogView(tx, view);
  });
});
afterAll(() => database.close());

describe('S2.37 saved views of the log', () => {
  it('are found by person, name in any case, and filters in any order', () => {
    look(database, (tx) => {
      const stored = { viewId, version: 1, name: 'Front', filter: { outcome: 'denied' } };
      expect(findLogViews(tx, dana)).toEqual([stored]);
      expect(logViewNamed(tx, dana, 'fRONT')).toEqual(stored);
      expect(logViewOfFilter(tx, dana, { text: undefined, outcome: 'denied' })).toEqual(stored);
      expect(findLogViews(tx, lena)).toEqual([]);
      expect(readLogView(tx, lena, viewId)).toBeNull();
    });
  });

  it('never stand twice under one name or with one filter', () => {
    const again = (given: object) => () => change(database, (tx) => insertLogView(tx, { ...view, ...given }));
    expect(again({ viewId: testId(10), name: 'FRONT', filter: { text: 'x' } })).toThrow();
    expect(again({ viewId: testId(10), name: 'Other' })).toThrow();
    expect(again({ viewId: testId(10), userId: lena })).not.toThrow();
  });

  it('cannot change without an entry of the log', () => {
    expect(() => write(database.db, (tx) => renameLogView(tx, viewId, 'Behind the back', NOW_MS))).toThrow();
    expect(look(database, (tx) => readLogView(tx, dana, viewId))?.name).toBe('Front');
  });

  it('count their version, leave out what they do not understand, and go', () => {
    change(database, (tx) => {
      renameLogView(tx, viewId, 'Desk', NOW_MS);
      tx.prepare('UPDATE log_view SET filter = ? WHERE id = ?').run('{"outcome":"lost","what":"started"}', viewId);
    });
    expect(look(database, (tx) => readLogView(tx, dana, viewId))).toEqual({
      viewId,
      version: 2,
      name: 'Desk',
      filter: { what: 'started' },
    });
    change(database, (tx) => deleteLogView(tx, viewId));
    expect(look(database, (tx) => findLogViews(tx, dana))).toEqual([]);
  });
});
