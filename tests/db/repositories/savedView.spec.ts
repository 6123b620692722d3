import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deleteView,
  findViews,
  insertView,
  readView,
  renameView,
  viewNamed,
  viewOfFilter,
} from '../../../db/repositories/savedView.ts';
import { write } from '../../../db/transaction.ts';
import { ACTIVITY_VIEWS, USER_VIEWS } from '../../../shared/catalogue/viewLists.ts';
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
    insertView(tx, ACTIVITY_VIEWS, view);
  });
});
afterAll(() => database.close());

describe('S2.37 saved views', () => {
  it('are found by person, name in any case, and filters in any order', () => {
    look(database, (tx) => {
      const stored = { viewId, version: 1, name: 'Front', filter: { outcome: 'denied' } };
      expect(findViews(tx, ACTIVITY_VIEWS, dana)).toEqual([stored]);
      expect(viewNamed(tx, dana, 'fRONT')).toEqual({ viewId, listId: 'activity' });
      expect(viewOfFilter(tx, ACTIVITY_VIEWS, dana, { text: undefined, outcome: 'denied' })).toEqual(stored);
      expect(findViews(tx, ACTIVITY_VIEWS, lena)).toEqual([]);
      expect(readView(tx, ACTIVITY_VIEWS, lena, viewId)).toBeNull();
    });
  });

  it('belong to one list, and those from before there was a second one to the activity log', () => {
    change(database, (tx) => {
      tx.prepare('UPDATE log_view SET list = NULL WHERE id = ?').run(viewId);
      insertView(tx, USER_VIEWS, { ...view, viewId: testId(8), name: 'Locked', filter: { status: 'locked' } });
    });
    look(database, (tx) => {
      expect(findViews(tx, ACTIVITY_VIEWS, dana).map(({ name }) => name)).toEqual(['Front']);
      expect(findViews(tx, USER_VIEWS, dana).map(({ name }) => name)).toEqual(['Locked']);
      expect(readView(tx, USER_VIEWS, dana, viewId)).toBeNull();
      expect(viewNamed(tx, dana, 'locked')).toEqual({ viewId: testId(8), listId: 'users' });
    });
  });

  it('never stand twice under one name or with one filter', () => {
    const again = (given: object) => () =>
      change(database, (tx) => insertView(tx, ACTIVITY_VIEWS, { ...view, ...given }));
    expect(again({ viewId: testId(10), name: 'FRONT', filter: { text: 'x' } })).toThrow();
    expect(again({ viewId: testId(10), name: 'Other' })).toThrow();
    expect(again({ viewId: testId(10), userId: lena })).not.toThrow();
  });

  it('cannot change without an entry of the log', () => {
    expect(() => write(database.db, (tx) => renameView(tx, viewId, 'Behind the back', NOW_MS))).toThrow();
    expect(look(database, (tx) => readView(tx, ACTIVITY_VIEWS, dana, viewId))?.name).toBe('Front');
  });

  it('count their version, leave out what they do not understand, and go', () => {
    change(database, (tx) => {
      renameView(tx, viewId, 'Desk', NOW_MS);
      tx.prepare('UPDATE log_view SET filter = ? WHERE id = ?').run('{"outcome":"lost","what":"started"}', viewId);
    });
    expect(look(database, (tx) => readView(tx, ACTIVITY_VIEWS, dana, viewId))).toEqual({
      viewId,
      version: 2,
      name: 'Desk',
      filter: { what: 'started' },
    });
    change(database, (tx) => deleteView(tx, viewId));
    expect(look(database, (tx) => findViews(tx, ACTIVITY_VIEWS, dana))).toEqual([]);
  });
});
