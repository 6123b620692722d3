import { describe, expect, it } from 'vitest';
import { heldPermissions } from '../../../../shared/authorization/effectivePermissions.ts';
import { DEFAULT_ROLES } from '../../../../shared/catalogue/defaultRoles.ts';
import { impliedPermissions, permissionsNeeding } from '../../../../shared/catalogue/impliedPermissions.ts';
import { PERMISSION_IDS } from '../../../../shared/catalogue/permissions.ts';

describe('S5.07 what a permission brings with it', () => {
  it('is View for Edit, and Edit and View for Delete', () => {
    expect(impliedPermissions('claim:update')).toContain('claim:read');
    expect(impliedPermissions('claim:delete')).toEqual(expect.arrayContaining(['claim:read', 'claim:update']));
    expect(impliedPermissions('report:export')).toEqual(['report:read']);
  });

  it('is nothing for the permissions of security', () => {
    expect(impliedPermissions('user:update')).toEqual([]);
    expect(permissionsNeeding('user:read')).toEqual([]);
  });

  it('is never Export and never Approve', () => {
    for (const id of PERMISSION_IDS) {
      const brought = impliedPermissions(id).filter((other) => other.endsWith(':export') || other.endsWith(':approve'));
      expect(brought).toEqual([]);
    }
  });

  it('is whole: what is brought brings nothing that is not in the list', () => {
    for (const id of PERMISSION_IDS) {
      const brought = impliedPermissions(id);
      for (const other of brought) expect(brought).toEqual(expect.arrayContaining([...impliedPermissions(other)]));
    }
  });

  it('read backwards is what falls with it', () => {
    for (const id of PERMISSION_IDS)
      for (const other of PERMISSION_IDS)
        expect(permissionsNeeding(id).includes(other)).toBe(impliedPermissions(other).includes(id));
  });

  it('holds for one’s own rows as for all rows (S2.27)', () => {
    expect(impliedPermissions('note:updateOwn')).toEqual(['note:readOwn', 'note:createOwn']);
    expect(permissionsNeeding('timeClock:readOwn')).toEqual(['timeClock:createOwn']);
  });

  it('gives a shipped role nothing new but Add Data, which Edit Data brings', () => {
    for (const { id, name, permissions } of DEFAULT_ROLES) {
      const role = { roleId: id, roleName: name, permissions };
      const held = heldPermissions({
        roles: [role],
        exceptions: [],
        isSuperUser: false,
        hasAccessSecurity: false,
        isPhiRestricted: false,
      });
      const named: readonly string[] = permissions;
      const unnamed = [...held].filter((right) => !named.includes(right) && !named.includes(right.replace('Own', '')));
      expect(
        unnamed.filter((right) => !right.endsWith(':create')),
        name,
      ).toEqual([]);
    }
  });
});
