import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOtherSuperUser, readSubjectRights } from '../../../db/repositories/rights.ts';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { readRoleGrants } from '../../../db/repositories/roleDefinition.ts';
import { heldPermissions } from '../../../shared/authorization/effectivePermissions.ts';
import { ALL_ROWS } from '../../../shared/authorization/scope.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addProvider, addUser, change, lockUserOut, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => seedDefaultRoles(tx, DEFAULT_ROLES));
});
afterAll(() => database.close());

describe('the rights of a user', () => {
  it('S3.03 joins roles, ticks and provider limit into one value', () => {
    const userId = change(database, (tx) => {
      const provider = addProvider(tx, 1);
      return addUser(tx, 1, {
        roleIds: ['billing', 'front-desk'],
        exceptions: [{ permission: 'claim:read', effect: 'revoke' }],
        scope: { kind: 'selected', providerIds: [provider] },
      });
    });
    const stored = look(database, (tx) => readSubjectRights(tx, userId, NOW_MS));
    expect(stored).toMatchObject({
      status: 'active',
      isLockedOut: false,
      name: 'Last1, First1',
      loginId: 'login1',
      roleNames: ['Front desk', 'Billing'],
      scope: { ...ALL_ROWS, providers: [testId(100_001)] },
    });
    const held = heldPermissions(
      stored?.rights ?? {
        roles: [],
        exceptions: [],
        isSuperUser: false,
        hasAccessSecurity: false,
        isPhiRestricted: false,
      },
    );
    expect(held.has('financial:update')).toBe(true);
    expect(held.has('claim:read')).toBe(false);
    expect(held.has('claim:update')).toBe(false);
  });

  it('C4 a Super User reaches all providers whatever limit is stored', () => {
    const userId = change(database, (tx) =>
      addUser(tx, 2, { isSuperUser: true, scope: { kind: 'selected', providerIds: [] } }),
    );
    const stored = look(database, (tx) => readSubjectRights(tx, userId, NOW_MS));
    expect(stored?.scope).toEqual(ALL_ROWS);
    expect(stored?.assignedScope).toEqual({ kind: 'selected', providerIds: [] });
  });

  it('grants nothing for a permission id this version does not know', () => {
    const userId = change(database, (tx) => {
      const id = addUser(tx, 3, { roleIds: ['inventory'] });
      tx.prepare("INSERT INTO role_permission VALUES ('inventory', 'chart:burn')").run();
      tx.prepare(
        "INSERT INTO user_permission (user_id, permission, effect, by_user_id, at_ms) VALUES (?, 'constructor', 'grant', 'test', 1)",
      ).run(id);
      return id;
    });
    const stored = look(database, (tx) => readSubjectRights(tx, userId, NOW_MS));
    expect(stored?.rights.exceptions).toEqual([]);
    expect(JSON.stringify(stored?.rights)).not.toContain('chart:burn');
  });

  it('S5.10 a lock-out ends by itself when its time has come', () => {
    const userId = change(database, (tx) => {
      const id = addUser(tx, 4);
      lockUserOut(tx, id, NOW_MS + 1_000);
      return id;
    });
    look(database, (tx) => {
      expect(readSubjectRights(tx, userId, NOW_MS + 999)?.isLockedOut).toBe(true);
      expect(readSubjectRights(tx, userId, NOW_MS + 1_000)?.isLockedOut).toBe(false);
    });
  });

  it('knows nobody under an unknown id, and no role under an unknown name', () => {
    look(database, (tx) => {
      expect(readSubjectRights(tx, testId(999), NOW_MS)).toBeNull();
      expect(readRoleGrants(tx, ['no-such-role'])).toEqual([]);
      expect(readRoleGrants(tx, ['security-officer'])).toEqual([
        {
          roleId: 'security-officer',
          roleName: 'Security Officer',
          permissions: expect.arrayContaining(['setting:read']),
        },
      ]);
    });
  });

  it('P5 counts as another Super User only one who could sign in now', () => {
    change(database, (tx) => {
      addUser(tx, 20, { isSuperUser: true, status: 'invited' });
      lockUserOut(tx, addUser(tx, 21, { isSuperUser: true }), null);
      lockUserOut(tx, addUser(tx, 22, { isSuperUser: true }), NOW_MS + 5);
    });
    look(database, (tx) => {
      expect(hasOtherSuperUser(tx, testId(2), NOW_MS)).toBe(false);
      expect(hasOtherSuperUser(tx, testId(2), NOW_MS + 5)).toBe(true);
      expect(hasOtherSuperUser(tx, testId(20), NOW_MS)).toBe(true);
    });
  });
});
