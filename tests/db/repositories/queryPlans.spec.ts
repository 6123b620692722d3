import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSubjectRights } from '../../../db/repositories/rights.ts';
import { findUsers } from '../../../db/repositories/userList.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { queryPlans } from '../../support/queryPlans.ts';

let test: TestDatabase;
beforeAll(() => {
  test = createTestDatabase();
});
afterAll(() => test.close());

/** The plan of the one statement that makes a page. */
const pageOf = (plans: readonly string[]) => plans.find((plan) => plan.startsWith('CO-ROUTINE page'));

describe('a page of users', () => {
  const query = {
    search: '',
    status: 'all',
    roleId: null,
    permission: null,
    locationId: null,
    userIds: null,
    isDescending: false,
    offset: 9_000,
    limit: 50,
    superUsersOnly: false,
    nowMs: 0,
    timeLocks: new Map<string, number>(),
  } as const;

  it.each([
    ['name', 'user_by_name'],
    ['loginId', 'sqlite_autoindex_user_3'],
  ] as const)('is sorted by %s along an index, and only its own rows are fetched', (sort, index) => {
    const plan = pageOf(queryPlans(test.db, (tx) => findUsers(tx, { ...query, sort })));
    expect(plan).toMatch(new RegExp(`^CO-ROUTINE page \\| SCAN user USING (COVERING )?INDEX ${index} \\| SCAN page`));
    expect(plan).toContain('SEARCH user USING INTEGER PRIMARY KEY (rowid=?)');
  });
});

describe('what runs on every call', () => {
  it('reads the rights of the person by keys alone', () => {
    for (const plan of queryPlans(test.db, (tx) => readSubjectRights(tx, 'user-1', 0)))
      expect(plan).not.toMatch(/SCAN (?!json_each)/);
  });
});
