import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSubjectRights } from '../../../db/repositories/rights.ts';
import { readRole, seedDefaultRoles } from '../../../db/repositories/role.ts';
import { readRoleGrants } from '../../../db/repositories/roleDefinition.ts';
import { insertRole } from '../../../db/repositories/roleStore.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addUser, change, look, NOW_MS } from '../../support/people.ts';
import { queryPlans } from '../../support/queryPlans.ts';
import { desk } from '../../support/roleDesk.ts';

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
  const stamp = { byUserId: 'test', atMs: NOW_MS, reason: 'test' };
  change(database, (tx) => {
    seedDefaultRoles(tx, DEFAULT_ROLES);
    insertRole(tx, 'top', 'custom', desk({ name: 'Top', permissions: ['call:read', 'list:read'] }), stamp);
    insertRole(tx, 'low', 'custom', desk({ name: 'Low', parentId: 'top', permissions: ['call:read'] }), stamp);
  });
});
afterEach(() => database.close());

const grants = (roleId: string) => look(database, (tx) => readRoleGrants(tx, [roleId]))[0]?.permissions;

describe('roles as they are written down', () => {
  it('S2.64 give what their parents leave them', () => {
    expect(grants('low')).toEqual(['call:read']);
    expect(grants('top')?.toSorted()).toEqual(['call:read', 'list:read']);
  });

  it('S2.64 give nothing where parents go round in a circle, and say that they are broken', () => {
    change(database, (tx) => tx.prepare("UPDATE role SET parent_id = 'low' WHERE id = 'top'").run());
    expect(grants('low')).toEqual([]);
    expect(grants('top')).toEqual([]);
    expect(look(database, (tx) => readRole(tx, 'low'))).toMatchObject({ isBroken: true, permissions: [] });
    expect(look(database, (tx) => readRole(tx, 'billing'))).toMatchObject({ isBroken: false });
  });

  it('report words that name no permission of this version, which grant nothing', () => {
    change(database, (tx) => tx.prepare("INSERT INTO role_permission VALUES ('top', 'chart:burn')").run());
    const role = look(database, (tx) => readRole(tx, 'top'));
    expect(role?.unknownPermissions).toEqual(['chart:burn']);
    expect(role?.permissions.toSorted()).toEqual(['call:read', 'list:read']);
  });

  it('are read by keys alone on every call', () => {
    const userId = change(database, (tx) => addUser(tx, 1, { roleIds: ['low', 'billing'] }));
    const plans = queryPlans(database.db, (tx) => readSubjectRights(tx, userId, NOW_MS));
    for (const plan of plans) expect(plan).not.toMatch(/SCAN (?!json_each|reached)/);
  });
});
