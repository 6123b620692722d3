// The sheet of one person says in two steps what effectivePermissions() says in one (S4.09, C5).
import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { heldPermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { rightsSheet } from '../../../../shared/authorization/rightsSheet.ts';
import { PERMISSION_IDS } from '../../../../shared/catalogue/permissions.ts';
import { rightsOfUser } from '../../../specs/access/arbitraryRights.ts';

const NOTHING: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
const lineOf = (rights: RightsOfUser, id: string) => rightsSheet(rights).find(({ permission }) => permission === id);

describe('the sheet of rights', () => {
  test.prop([rightsOfUser])(
    'has every right once, and a right is held where something gives and nothing takes',
    (rights) => {
      const lines = rightsSheet(rights);
      expect(lines.map(({ permission }) => permission)).toEqual(PERMISSION_IDS);
      const held = heldPermissions(rights);
      for (const { permission, givenBy, takenBy, isHeld } of lines) {
        expect(isHeld).toBe(held.has(permission));
        expect(isHeld).toBe(givenBy.length > 0 && takenBy === null);
      }
    },
  );

  it('S1.09 names the flag where it takes a right that a role gives', () => {
    const roles = [{ roleId: 'desk', roleName: 'Front desk', permissions: ['patient:read' as const] }];
    const line = lineOf({ ...NOTHING, roles, isPhiRestricted: true }, 'patient:read');
    expect(line).toMatchObject({ isHeld: false, takenBy: { kind: 'phiRestricted' } });
    expect(line?.givenBy).toEqual([{ kind: 'role', roleId: 'desk', roleName: 'Front desk' }]);
  });

  it('C5 names the untick, and what falls with it', () => {
    const roles = [{ roleId: 'desk', roleName: 'Front desk', permissions: ['patient:update' as const] }];
    const rights: RightsOfUser = { ...NOTHING, roles, exceptions: [{ permission: 'patient:read', effect: 'revoke' }] };
    expect(lineOf(rights, 'patient:read')?.takenBy).toEqual({ kind: 'untick' });
    expect(lineOf(rights, 'patient:update')?.takenBy).toEqual({ kind: 'missing', permission: 'patient:read' });
  });

  it('C5 names the first right that is missing, and the untick of the right itself before that', () => {
    const roles = [{ roleId: 'desk', roleName: 'Front desk', permissions: ['patient:delete' as const] }];
    const unticked = (...ids: ('patient:create' | 'patient:update' | 'list:read')[]): RightsOfUser => ({
      ...NOTHING,
      roles,
      exceptions: ids.map((permission) => ({ permission, effect: 'revoke' })),
    });
    const missing = { kind: 'missing', permission: 'patient:create' };
    expect(lineOf(unticked('patient:create'), 'patient:delete')?.takenBy).toEqual(missing);
    const three = unticked('list:read', 'patient:create', 'patient:update');
    expect(lineOf(three, 'patient:update')?.takenBy).toEqual({ kind: 'untick' });
  });
});
