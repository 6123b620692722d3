import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledge, addNotice, openNotices } from '../../../db/repositories/notice.ts';
import {
  createPractice,
  readPractice,
  setGateSequence,
  setRotationDue,
  setSecondSuperUserReason,
  setSetupStep,
} from '../../../db/repositories/practice.ts';
import { providerChoices } from '../../../db/repositories/provider.ts';
import { assignedUsers, findRoles, readRole, seedDefaultRoles, setActiveRoles } from '../../../db/repositories/role.ts';
import { readSettings, writeSetting } from '../../../db/repositories/setting.ts';
import { EVERY_ROW } from '../../../shared/authorization/scope.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { DEFAULT_SETTINGS } from '../../../shared/catalogue/procedures/practice.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addPatient, addProvider, addUser, change, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
beforeAll(() => {
  database = createTestDatabase();
});
afterAll(() => database.close());

describe('the practice', () => {
  it('is there once it was created, and keeps how far the set-up came', () => {
    look(database, (tx) => expect(() => readPractice(tx)).toThrow('there is no practice yet'));
    change(database, (tx) => {
      const first = {
        name: 'Maple Street',
        timeZone: 'America/New_York',
        address: '',
        installId: 'x',
        createdAtMs: NOW_MS,
      };
      createPractice(tx, { ...first, setupStep: 'recovery' });
      setSetupStep(tx, 'safety');
      setSecondSuperUserReason(tx, 'alone');
      setRotationDue(tx, true);
      setGateSequence(tx, 9);
    });
    look(database, (tx) =>
      expect(readPractice(tx)).toMatchObject({
        setupStep: 'safety',
        secondSuperUserReason: 'alone',
        isRotationDue: true,
        gateSequence: 9,
      }),
    );
  });
});

describe('settings', () => {
  it('S5.12 are the safe defaults until somebody changes them', () => {
    look(database, (tx) => expect(readSettings(tx)).toEqual({ version: 1, values: DEFAULT_SETTINGS, changes: [] }));
    change(database, (tx) => {
      addUser(tx, 1);
      writeSetting(tx, 'idleMinutes', 5, testId(1), NOW_MS);
      writeSetting(tx, 'idleMinutes', 6, testId(1), NOW_MS + 1);
    });
    look(database, (tx) =>
      expect(readSettings(tx)).toEqual({
        version: 3,
        values: { ...DEFAULT_SETTINGS, idleMinutes: 6 },
        changes: [{ key: 'idleMinutes', changedBy: 'Last1, First1', changedAtMs: NOW_MS + 1 }],
      }),
    );
  });
  it('S5.12 below the floor do not count, whoever wrote them into the file', () => {
    change(database, (tx) => writeSetting(tx, 'lockoutAttempts', 1_000_000, 'nobody', NOW_MS));
    look(database, (tx) => expect(readSettings(tx).values.lockoutAttempts).toBe(DEFAULT_SETTINGS.lockoutAttempts));
  });
});

describe('roles', () => {
  it('S1.01 are seeded once, in the order of their codes', () => {
    change(database, (tx) => {
      seedDefaultRoles(tx, DEFAULT_ROLES);
      seedDefaultRoles(tx, DEFAULT_ROLES);
    });
    const roles = look(database, findRoles);
    expect(roles.map((role) => role.code)).toEqual(DEFAULT_ROLES.map((role) => role.code));
    for (const { id, permissions } of DEFAULT_ROLES)
      expect(new Set(roles.find((role) => role.roleId === id)?.permissions)).toEqual(new Set(permissions));
  });
  it('S2.24 show who holds them, without deleted users', () => {
    change(database, (tx) => addUser(tx, 2, { roleIds: ['billing'] }));
    look(database, (tx) => {
      expect(readRole(tx, 'billing')?.holderCount).toBe(1);
      expect(assignedUsers(tx, 'billing')).toEqual([
        { userId: testId(2), name: 'Last2, First2', loginId: 'login2', status: 'active' },
      ]);
    });
  });
  it('are in use when chosen, and unknown ones are told', () => {
    expect(change(database, (tx) => setActiveRoles(tx, ['billing', 'no-such-role']))).toEqual(['no-such-role']);
    const active = look(database, findRoles).filter((role) => role.isActive);
    expect(active.map((role) => role.roleId)).toEqual(['billing']);
  });
});

describe('notices', () => {
  it('stay open until somebody confirms them, once', () => {
    const id = testId(7);
    change(database, (tx) =>
      addNotice(tx, { id, kind: 'recovery', text: 'The recovery code was used.', atMs: NOW_MS }),
    );
    expect(look(database, openNotices)).toEqual([{ id, text: 'The recovery code was used.', atMs: NOW_MS }]);
    expect(change(database, (tx) => acknowledge(tx, id, testId(1), NOW_MS))).toBe(true);
    expect(change(database, (tx) => acknowledge(tx, id, testId(2), NOW_MS))).toBe(false);
    expect(look(database, openNotices)).toEqual([]);
  });
});

describe('providers', () => {
  it('are offered with their patients counted, and only while active', () => {
    change(database, (tx) => {
      addPatient(tx, 1, { providerIds: [addProvider(tx, 1), addProvider(tx, 2, { isActive: false })] });
    });
    look(database, (tx) =>
      expect(providerChoices(tx, EVERY_ROW)).toMatchObject([{ name: 'Doctor1, Ria', patientCount: 1 }]),
    );
  });
});
