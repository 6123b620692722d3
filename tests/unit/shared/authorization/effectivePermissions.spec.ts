import { describe, expect, it } from 'vitest';
import {
  effectivePermissions,
  heldPermissions,
  type RightsOfUser,
} from '../../../../shared/authorization/effectivePermissions.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';

const nothing: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
const billing = {
  roleId: 'billing',
  roleName: 'Billing',
  permissions: ['claim:read', 'claim:update'] as PermissionId[],
};
const desk = { roleId: 'front-desk', roleName: 'Front desk', permissions: ['claim:read'] as PermissionId[] };
const grantOf = (permission: PermissionId) => ({ permission, effect: 'grant' as const });
const rightOf = (rights: RightsOfUser, id: PermissionId) =>
  effectivePermissions(rights).find((right) => right.permission === id);

describe('effectivePermissions', () => {
  it('lists every permission once, in the order of the catalogue', () => {
    expect(effectivePermissions(nothing).map((right) => right.permission)).toEqual(PERMISSION_IDS);
  });
  it('S3.03 names every role that gives a right', () => {
    expect(rightOf({ ...nothing, roles: [billing, desk] }, 'claim:read')?.sources).toEqual([
      { kind: 'role', roleId: 'billing', roleName: 'Billing' },
      { kind: 'role', roleId: 'front-desk', roleName: 'Front desk' },
    ]);
  });
  it('S5.07 shows an untick as taken away and keeps what would give it', () => {
    const rights: RightsOfUser = {
      ...nothing,
      roles: [desk],
      exceptions: [{ permission: 'claim:read', effect: 'revoke' }],
    };
    expect(rightOf(rights, 'claim:read')).toMatchObject({
      isHeld: false,
      isTakenAway: true,
      sources: [{ kind: 'role' }],
    });
  });
  it('S5.07 gives a right ticked for one user alone', () => {
    const rights: RightsOfUser = { ...nothing, exceptions: [{ permission: 'claim:export', effect: 'grant' }] };
    expect(rightOf(rights, 'claim:export')).toMatchObject({ isHeld: true, sources: [{ kind: 'thisUser' }] });
  });
  it('S5.09 lets Access Security carry the security permissions and nothing else', () => {
    const held = heldPermissions({ ...nothing, hasAccessSecurity: true, isPhiRestricted: false });
    expect([...held]).toEqual(PERMISSION_IDS.filter((id) => PERMISSIONS[id].viaAccessSecurity === true));
    expect(held.has('accessSecurity:grant')).toBe(false);
    expect(held.has('patient:read')).toBe(false);
  });
  it('S3.11 an untick of a sensitive class binds a Super User, whose tick does not bring it', () => {
    const role = { ...desk, permissions: ['note:readMentalHealth'] as PermissionId[] };
    const rights: RightsOfUser = { ...nothing, roles: [role], isSuperUser: true };
    expect(heldPermissions(rights).has('note:readMentalHealth')).toBe(true);
    const exceptions = [{ permission: 'note:readMentalHealth' as const, effect: 'revoke' as const }];
    expect(heldPermissions({ ...rights, exceptions }).has('note:readMentalHealth')).toBe(false);
  });
  it('C4 an untick does not bind a Super User', () => {
    const rights: RightsOfUser = {
      ...nothing,
      isSuperUser: true,
      exceptions: [{ permission: 'note:read', effect: 'revoke' }],
    };
    expect(rightOf(rights, 'note:read')).toMatchObject({ isHeld: true, isTakenAway: false });
  });
  it('S5.07 brings View with Edit that was ticked alone, and says so', () => {
    const rights: RightsOfUser = { ...nothing, exceptions: [{ permission: 'claim:update', effect: 'grant' }] };
    expect(rightOf(rights, 'claim:read')).toMatchObject({
      isHeld: true,
      sources: [{ kind: 'implied', by: 'claim:update' }],
    });
    expect(rightOf(rights, 'claim:export')).toMatchObject({ isHeld: false, sources: [] });
  });
  it('S3.03 names what implies a right only where that comes from somewhere else', () => {
    expect(rightOf({ ...nothing, roles: [billing] }, 'claim:read')?.sources).toEqual([
      { kind: 'role', roleId: 'billing', roleName: 'Billing' },
    ]);
    const rights: RightsOfUser = {
      ...nothing,
      roles: [desk],
      exceptions: [{ permission: 'claim:delete', effect: 'grant' }],
    };
    expect(rightOf(rights, 'claim:read')?.sources).toEqual([
      { kind: 'role', roleId: 'front-desk', roleName: 'Front desk' },
      { kind: 'implied', by: 'claim:delete' },
    ]);
  });
  it('S3.03 names a right that comes with another one only where it comes from somewhere else', () => {
    const edits = { roleId: 'editing', roleName: 'Editing', permissions: ['claim:update'] as PermissionId[] };
    const twoRoles: RightsOfUser = { ...nothing, roles: [desk, edits] };
    expect(rightOf(twoRoles, 'claim:read')?.sources).toEqual([
      { kind: 'role', roleId: 'front-desk', roleName: 'Front desk' },
      { kind: 'implied', by: 'claim:update' },
    ]);
    expect(rightOf({ ...nothing, roles: [billing] }, 'claim:read')?.sources).toEqual([
      { kind: 'role', roleId: 'billing', roleName: 'Billing' },
    ]);
    const ticked: RightsOfUser = { ...nothing, roles: [billing], exceptions: [grantOf('claim:update')] };
    expect(rightOf(ticked, 'claim:read')?.sources).toContainEqual({ kind: 'implied', by: 'claim:update' });
    const bothTicked: RightsOfUser = { ...nothing, exceptions: [grantOf('claim:read'), grantOf('claim:update')] };
    expect(rightOf(bothTicked, 'claim:read')?.sources).toEqual([{ kind: 'thisUser' }]);
  });
  it('S5.07 takes with View what needs it, and marks only what was given', () => {
    const rights: RightsOfUser = {
      ...nothing,
      roles: [billing],
      exceptions: [{ permission: 'claim:read', effect: 'revoke' }],
    };
    expect(rightOf(rights, 'claim:update')).toMatchObject({ isHeld: false, isTakenAway: true });
    expect(rightOf(rights, 'claim:delete')).toMatchObject({ isHeld: false, isTakenAway: false, sources: [] });
  });
  it('S5.07 leaves View where only Edit is taken away', () => {
    const rights: RightsOfUser = {
      ...nothing,
      roles: [billing],
      exceptions: [{ permission: 'claim:update', effect: 'revoke' }],
    };
    const held = heldPermissions(rights);
    expect(held.has('claim:read')).toBe(true);
    expect(held.has('claim:update')).toBe(false);
  });
});
