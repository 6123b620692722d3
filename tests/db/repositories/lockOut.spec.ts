// Lock-outs of people, roles and workstations as stored, and whom each keeps out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  endLockOut,
  isAnyRoleLockedOut,
  isPersonLockedOut,
  isWorkstationLockedOut,
  type LockOutTarget,
  latestEnd,
  lockOut,
  lockOutsOfPeople,
  readLockOut,
} from '../../../db/repositories/lockOut.ts';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { userForSession } from '../../../db/repositories/user.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addUser, change, look, NOW_MS, testId } from '../../support/people.ts';

const FRONT_DESK: LockOutTarget = { kind: 'role', id: 'front-desk' };
const FRONT_1: LockOutTarget = { kind: 'workstation', id: 'FRONT-1' };
const [clerk, owner, biller] = [testId(1), testId(2), testId(3)];

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    seedDefaultRoles(tx, DEFAULT_ROLES);
    addUser(tx, 1, { roleIds: ['front-desk', 'billing'] });
    addUser(tx, 2, { roleIds: ['front-desk'], isSuperUser: true });
    addUser(tx, 3, { roleIds: ['billing'] });
  });
});
afterEach(() => database.close());

const put = (target: LockOutTarget, untilMs: number | null, reason = 'looked into') =>
  change(database, (tx) => lockOut(tx, target, { untilMs, reason, byUserId: owner, atMs: NOW_MS }));

describe('a lock-out', () => {
  it('S5.10 of a role keeps out whoever holds it, Super Users excepted, until its end', () => {
    put(FRONT_DESK, NOW_MS + 10);
    look(database, (tx) => {
      expect(isPersonLockedOut(tx, clerk, false, NOW_MS + 9)).toBe(true);
      expect(isPersonLockedOut(tx, clerk, false, NOW_MS + 10)).toBe(false);
      expect(isPersonLockedOut(tx, owner, true, NOW_MS)).toBe(false);
      expect(isPersonLockedOut(tx, biller, false, NOW_MS)).toBe(false);
      expect(isAnyRoleLockedOut(tx, ['billing', 'front-desk'], NOW_MS)).toBe(true);
      expect(isAnyRoleLockedOut(tx, ['billing'], NOW_MS)).toBe(false);
    });
  });

  it('S5.10 of a workstation lets Super Users alone sign in there, and touches no other', () => {
    put(FRONT_1, null);
    look(database, (tx) => {
      expect(isWorkstationLockedOut(tx, 'FRONT-1', NOW_MS)).toBe(true);
      expect(userForSession(tx, clerk, 'FRONT-1', NOW_MS)?.isLockedOut).toBe(true);
      expect(userForSession(tx, owner, 'FRONT-1', NOW_MS)?.isLockedOut).toBe(false);
      expect(userForSession(tx, clerk, 'FRONT-2', NOW_MS)?.isLockedOut).toBe(false);
    });
  });

  it('of a person does not count for a role or workstation of the same name', () => {
    put({ kind: 'user', id: 'front-desk' }, null);
    put({ kind: 'user', id: 'FRONT-1' }, null);
    look(database, (tx) => {
      expect(isPersonLockedOut(tx, clerk, false, NOW_MS)).toBe(false);
      expect(isWorkstationLockedOut(tx, 'FRONT-1', NOW_MS)).toBe(false);
    });
  });

  it('is replaced by a newer one of the same target, and gone when ended', () => {
    put(FRONT_DESK, NOW_MS + 10);
    put(FRONT_DESK, null, 'still looked into');
    look(database, (tx) =>
      expect(readLockOut(tx, FRONT_DESK, NOW_MS + 99)).toEqual({
        untilMs: null,
        reason: 'still looked into',
        byUserId: owner,
        atMs: NOW_MS,
      }),
    );
    change(database, (tx) => endLockOut(tx, FRONT_DESK));
    look(database, (tx) => expect(readLockOut(tx, FRONT_DESK, NOW_MS)).toBeNull());
  });

  it('S1.21 cannot be put, prolonged or taken away without an entry in the log', () => {
    put(FRONT_DESK, NOW_MS + 10);
    look(database, (tx) =>
      expect(tx.prepare("SELECT row_id FROM audit_entity WHERE table_name = 'lock_out'").all()).toEqual([
        { row_id: 'role|front-desk' },
      ]),
    );
  });
});

describe('what keeps people out', () => {
  it('names their own lock-out first, then those of their roles, and leaves out what has ended', () => {
    put({ kind: 'user', id: clerk }, NOW_MS + 5);
    put(FRONT_DESK, NOW_MS + 10);
    put({ kind: 'role', id: 'billing' }, NOW_MS);
    const found = look(database, (tx) => lockOutsOfPeople(tx, [clerk, owner, biller], NOW_MS));
    expect([...found.keys()]).toEqual([clerk]);
    expect(found.get(clerk)).toMatchObject([
      { kind: 'user', roleName: null, untilMs: NOW_MS + 5 },
      { kind: 'role', roleName: 'Front desk', untilMs: NOW_MS + 10 },
    ]);
  });

  it('ends when the last of it ends, or never', () => {
    expect(latestEnd([])).toBeNull();
    expect(latestEnd([{ untilMs: 5 }, { untilMs: 9 }, { untilMs: 7 }])).toBe(9);
    expect(latestEnd([{ untilMs: 5 }, { untilMs: null }])).toBeNull();
  });
});
