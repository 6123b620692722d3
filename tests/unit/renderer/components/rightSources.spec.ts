// Where a right comes from, in words.
import { describe, expect, it } from 'vitest';
import { comesFrom, comesFromOne, exceptionMark } from '../../../../renderer/components/rightSources.ts';
import { effectivePermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';

const nothing: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
function rightOf(rights: RightsOfUser, id: PermissionId) {
  const right = effectivePermissions(rights).find(({ permission }) => permission === id);
  if (right === undefined) throw new Error(`no right \`${id}\``);
  return right;
}

describe('S3.03 where a right comes from', () => {
  it('names the right that brings another one', () => {
    const rights: RightsOfUser = { ...nothing, exceptions: [{ permission: 'claim:update', effect: 'grant' }] };
    const [view, edit] = [rightOf(rights, 'claim:read'), rightOf(rights, 'claim:update')];
    expect(comesFromOne(view)).toBe('implied by Claims: Edit Data');
    const row = [{ verb: 'read', right: view } as const, { verb: 'update', right: edit } as const];
    expect(comesFrom(row)).toEqual(['implied by Claims: Edit Data (View)', 'this user (Edit Data)']);
  });

  it('marks what falls with a taken View as taken from this user', () => {
    const desk = { roleId: 'desk', roleName: 'Desk', permissions: ['claim:read', 'claim:update'] as PermissionId[] };
    const rights: RightsOfUser = {
      ...nothing,
      roles: [desk],
      exceptions: [{ permission: 'claim:read', effect: 'revoke' }],
    };
    expect(exceptionMark(rightOf(rights, 'claim:update'))).toBe('−');
    expect(exceptionMark(rightOf(rights, 'claim:delete'))).toBeNull();
  });
});
