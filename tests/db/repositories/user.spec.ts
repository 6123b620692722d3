import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { readUser } from '../../../db/repositories/storedUser.ts';
import {
  activateUser,
  countUsers,
  grantorsOf,
  isLoginIdTaken,
  listLogins,
  recordSignIn,
  stampUser,
  superUserNames,
  updateUserInfo,
  userForSession,
} from '../../../db/repositories/user.ts';
import { findUsers, type UserListQuery } from '../../../db/repositories/userList.ts';
import { deleteUser, setAccessSecurity, storeRights } from '../../../db/repositories/userRights.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addProvider, addUser, change, lockUserOut, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
  change(database, (tx) => seedDefaultRoles(tx, DEFAULT_ROLES));
});
afterEach(() => database.close());

const lena = { lastName: 'Ortiz', firstName: 'Lena', middleInitial: 'M', loginId: 'lortiz' };
const list = (query: Partial<UserListQuery> = {}) =>
  look(database, (tx) =>
    findUsers(tx, {
      search: '',
      status: 'all',
      roleId: null,
      permission: null,
      locationId: null,
      userIds: null,
      sort: 'name',
      isDescending: false,
      offset: 0,
      limit: 50,
      superUsersOnly: false,
      timeLocks: new Map(),
      nowMs: NOW_MS,
      ...query,
    }),
  );
const logins = (query: Partial<UserListQuery>) => list(query).rows.map((row) => row.loginId);
const stamp = { byUserId: testId(1), atMs: NOW_MS, reason: null };

describe('login ids', () => {
  it('S5.05 are unique without regard to case', () => {
    change(database, (tx) => addUser(tx, 1, lena));
    look(database, (tx) => {
      expect(isLoginIdTaken(tx, 'LORTIZ')).toBe(true);
      expect(isLoginIdTaken(tx, 'LORTIZ', testId(1))).toBe(false);
    });
  });

  it('S5.05 S5.16 given up are never given to somebody else, stay searchable, and may be taken back', () => {
    change(database, (tx) => {
      addUser(tx, 1, lena);
      updateUserInfo(tx, testId(1), { ...lena, loginId: 'lena.ortiz' }, NOW_MS);
    });
    look(database, (tx) => {
      expect(isLoginIdTaken(tx, 'lortiz')).toBe(true);
      expect(isLoginIdTaken(tx, 'lortiz', testId(2))).toBe(true);
      expect(isLoginIdTaken(tx, 'lortiz', testId(1))).toBe(false);
    });
    expect(logins({ search: 'lortiz' })).toEqual(['lena.ortiz']);
    change(database, (tx) => {
      updateUserInfo(tx, testId(1), lena, NOW_MS);
      updateUserInfo(tx, testId(1), { ...lena, loginId: 'lo3' }, NOW_MS);
    });
    look(database, (tx) => expect(isLoginIdTaken(tx, 'LORTIZ', testId(2))).toBe(true));
  });

  it('changed in case alone retire nothing', () => {
    change(database, (tx) => {
      addUser(tx, 1, lena);
      updateUserInfo(tx, testId(1), { ...lena, loginId: 'LOrtiz' }, NOW_MS);
    });
    look(database, (tx) => {
      expect(readUser(tx, testId(1))?.loginId).toBe('LOrtiz');
      expect(tx.prepare('SELECT * FROM retired_login_id').all()).toEqual([]);
    });
  });
});

describe('a user', () => {
  it('gets the next number, which deletion does not free', () => {
    change(database, (tx) => {
      addUser(tx, 1);
      addUser(tx, 2);
      deleteUser(tx, testId(2), 'login2', stamp);
      addUser(tx, 3);
    });
    look(database, (tx) => expect(readUser(tx, testId(3))?.number).toBe(3));
  });

  it('S2.11 C3 leaves a name stub when deleted: contact data, rights and limits go, the login is retired', () => {
    change(database, (tx) => {
      const scope = { kind: 'selected', providerIds: [addProvider(tx, 1)] } as const;
      const exceptions = [{ permission: 'claim:read', effect: 'revoke' }] as const;
      addUser(tx, 1, {
        ...lena,
        email: 'l@example.org',
        phone: '1',
        note: 'n',
        roleIds: ['billing'],
        exceptions,
        scope,
      });
      deleteUser(tx, testId(1), 'lortiz', stamp);
    });
    look(database, (tx) => {
      expect(readUser(tx, testId(1))).toMatchObject({
        lastName: 'Ortiz',
        status: 'deleted',
        email: null,
        phone: null,
        note: null,
      });
      for (const table of ['user_role', 'user_permission', 'user_provider'])
        expect(tx.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).all(testId(1))).toEqual([]);
      expect(isLoginIdTaken(tx, 'lortiz', testId(2))).toBe(true);
      expect(listLogins(tx)).toEqual([]);
    });
    expect(logins({ status: 'active' })).toEqual([]);
    expect(list({ status: 'all' }).rows[0]).toMatchObject({ status: 'deleted', roleNames: [] });
  });

  it('S2.06 becomes active by setting a password, which counts no version up', () => {
    change(database, (tx) => {
      addUser(tx, 1, { status: 'invited' });
      activateUser(tx, testId(1), NOW_MS + 7);
    });
    look(database, (tx) =>
      expect(readUser(tx, testId(1))).toMatchObject({ status: 'active', passwordChangedAtMs: NOW_MS + 7, version: 1 }),
    );
  });

  it('does not become active by a code used after being disabled', () => {
    change(database, (tx) => {
      addUser(tx, 1, { status: 'disabled' });
      activateUser(tx, testId(1), NOW_MS);
    });
    look(database, (tx) => expect(readUser(tx, testId(1))?.status).toBe('disabled'));
  });

  it('is told the sign-in before this one', () => {
    change(database, (tx) => addUser(tx, 1));
    expect(change(database, (tx) => recordSignIn(tx, testId(1), NOW_MS, 'FRONT-1'))).toBeNull();
    expect(change(database, (tx) => recordSignIn(tx, testId(1), NOW_MS + 5, 'FRONT-2'))).toEqual({
      atMs: NOW_MS,
      workstation: 'FRONT-1',
    });
  });

  it('counts the version up once per stamp and names who did it', () => {
    change(database, (tx) => addUser(tx, 1));
    expect(change(database, (tx) => stampUser(tx, testId(1), testId(1), NOW_MS + 1))).toBe(2);
    look(database, (tx) => expect(readUser(tx, testId(1))?.changedAtMs).toBe(NOW_MS + 1));
  });

  it('shows a session whether they are locked out at that moment', () => {
    change(database, (tx) => lockUserOut(tx, addUser(tx, 1), NOW_MS + 10));
    look(database, (tx) => {
      expect(userForSession(tx, testId(1), 'FRONT-1', NOW_MS)?.isLockedOut).toBe(true);
      expect(userForSession(tx, testId(1), 'FRONT-1', NOW_MS + 10)?.isLockedOut).toBe(false);
      expect(userForSession(tx, testId(9), 'FRONT-1', NOW_MS)).toBeNull();
    });
  });

  it('S5.07 keeps who ticked a right and when while the tick stays', () => {
    const exceptions = [{ permission: 'claim:read', effect: 'grant' }] as const;
    change(database, (tx) => {
      addUser(tx, 1, { exceptions });
      const rights = { roleIds: [], exceptions, scope: { kind: 'all' } } as const;
      storeRights(tx, testId(1), rights, { byUserId: 'later', atMs: NOW_MS + 9, reason: 'again' });
    });
    look(database, (tx) =>
      expect(tx.prepare('SELECT by_user_id, at_ms FROM user_permission').all()).toEqual([
        { by_user_id: testId(1), at_ms: NOW_MS },
      ]),
    );
  });
});

describe('the list of users', () => {
  beforeEach(() => {
    change(database, (tx) => {
      addUser(tx, 1, { ...lena, roleIds: ['billing'] });
      addUser(tx, 2, { lastName: 'Van Dyke', firstName: 'Ria', loginId: 'rvd', isSuperUser: true });
      addUser(tx, 3, { lastName: 'Ñandú', firstName: 'Özil', loginId: 'nandu', status: 'invited' });
      addUser(tx, 4, { lastName: 'Orr', firstName: 'Pat', loginId: 'porr', status: 'disabled', roleIds: ['billing'] });
      lockUserOut(tx, testId(1), NOW_MS + 10);
    });
  });

  it.each([
    ['ort', ['lortiz']],
    ['ORTIZ, LE', ['lortiz']],
    ['lena ort', ['lortiz']],
    ['ortiz lena', ['lortiz']],
    ['van dyke ria', ['rvd']],
    ['van d', ['rvd']],
    ['ñan', ['nandu']],
    ['öz', ['nandu']],
    ['porr', ['porr']],
    ['%', []],
    ['_', []],
    ["' OR 1=1 --", []],
  ])('S4.08 finds by `%s`', (search, expected) => {
    expect(logins({ search })).toEqual(expected);
  });

  it('S5.01 filters by status and by role, and counts what it filters', () => {
    expect(logins({ status: 'active' })).toEqual(['lortiz', 'rvd', 'nandu']);
    expect(logins({ status: 'disabled' })).toEqual(['porr']);
    expect(logins({ status: 'locked' })).toEqual(['lortiz']);
    expect(logins({ status: 'locked', nowMs: NOW_MS + 10 })).toEqual([]);
    expect(list({ roleId: 'billing' })).toMatchObject({ total: 2 });
    expect(logins({ superUsersOnly: true })).toEqual(['rvd']);
  });

  it('pages and sorts both ways without losing anybody', () => {
    expect(list({ sort: 'loginId', limit: 2 })).toMatchObject({ total: 4 });
    expect(logins({ sort: 'loginId', limit: 2 })).toEqual(['lortiz', 'nandu']);
    expect(logins({ sort: 'loginId', limit: 2, offset: 2 })).toEqual(['porr', 'rvd']);
    expect(logins({ sort: 'loginId', isDescending: true })).toEqual(['rvd', 'porr', 'nandu', 'lortiz']);
    for (const sort of ['name', 'lastSignIn', 'status'] as const)
      expect(logins({ sort, isDescending: true }).toSorted()).toEqual(['lortiz', 'nandu', 'porr', 'rvd']);
  });

  it('S2.14 names the people who can give a right, Access Security holders only where they may', () => {
    change(database, (tx) => setAccessSecurity(tx, testId(1), true));
    look(database, (tx) => {
      expect(superUserNames(tx)).toEqual(['Van Dyke, Ria']);
      expect(grantorsOf(tx, 'user:read', NOW_MS)).toEqual(['Van Dyke, Ria']);
      expect(grantorsOf(tx, 'claim:read', NOW_MS)).toEqual(['Ortiz, Lena M.', 'Van Dyke, Ria']);
      expect(countUsers(tx)).toEqual({ userCount: 4, superUserCount: 1 });
    });
  });
});
