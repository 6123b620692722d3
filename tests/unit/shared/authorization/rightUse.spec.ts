// Which held rights count as used, judged from permitted acts (P2).
import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { tick } from '../../../../renderer/screens/users/rightsEditing.ts';
import { heldPermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { actsOf, type NewlyGiven, rightsInUse } from '../../../../shared/authorization/rightUse.ts';
import { permissionsNeeding } from '../../../../shared/catalogue/impliedPermissions.ts';
import { PERMISSIONS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../../../shared/catalogue/procedures.ts';
import { permission, rightsOfUser } from '../../../specs/access/arbitraryRights.ts';

const NOTHING_NEW: NewlyGiven = {
  isEverything: false,
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiOpened: false,
  roleIds: new Set(),
  ofRoles: new Map(),
  ticked: new Set(),
  returned: new Set(),
};
const DESK = { roleId: 'desk', roleName: 'Desk' };
const PLAIN: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
const holding = (...permissions: PermissionId[]): RightsOfUser => ({ ...PLAIN, roles: [{ ...DESK, permissions }] });
const ticked = (id: PermissionId): RightsOfUser => ({ ...PLAIN, exceptions: [{ permission: id, effect: 'grant' }] });

function uses(rights: RightsOfUser, permitted: readonly ProcedureName[] = [], newly: Partial<NewlyGiven> = {}) {
  const found = rightsInUse({
    rights,
    permitted: new Set(permitted),
    newlyGiven: { ...NOTHING_NEW, ...newly },
    reachesPhi: (id) => PERMISSIONS[id].reachesPhi,
  });
  return new Map(found.map(({ permission: id, use }) => [id, use]));
}
const someActs = fc.uniqueArray(fc.constantFrom(...PROCEDURE_NAMES), { maxLength: 12 });

describe('the use of rights (P2)', () => {
  it('P2 a permitted act is a use of the right it needs, and of no other', () => {
    const found = uses(holding('patient:read', 'claim:read'), ['patient.read']);
    expect([found.get('patient:read'), found.get('claim:read')]).toEqual(['used', 'unused']);
  });

  it('P2 a right that a used right cannot do without is in use', () => {
    expect(uses(holding('claim:update'), ['claim.update']).get('claim:read')).toBe('used');
  });

  it('P2 an act over one’s own rows is a use of the right over own rows', () => {
    expect(uses(holding('note:readOwn'), ['note.read']).get('note:readOwn')).toBe('used');
    expect(uses(holding('note:readOwn')).get('note:readOwn')).toBe('unused');
  });

  it('P2 no act stands for a right that only shows more of a record', () => {
    expect(uses(holding('patient:readSsn')).get('patient:readSsn')).toBe('cannotTell');
    expect(actsOf('patient:readSsn')).toEqual([]);
  });

  it('P2 what was given lately is too young to tell, whatever gave it', () => {
    const all = new Set<PermissionId>(['claim:read']);
    expect(uses(ticked('claim:read'), [], { ticked: all }).get('claim:read')).toBe('tooYoung');
    expect(uses(ticked('claim:read'), [], { returned: all }).get('claim:read')).toBe('tooYoung');
    expect(uses(holding('claim:read'), [], { roleIds: new Set(['desk']) }).get('claim:read')).toBe('tooYoung');
    expect(uses(holding('claim:read'), [], { ofRoles: new Map([['desk', all]]) }).get('claim:read')).toBe('tooYoung');
    expect(uses(holding('claim:read'), [], { isPhiOpened: true }).get('claim:read')).toBe('tooYoung');
    expect(uses({ ...PLAIN, isSuperUser: true }, [], { isSuperUser: true }).get('claim:read')).toBe('tooYoung');
    expect(uses({ ...PLAIN, hasAccessSecurity: true }, [], { hasAccessSecurity: true }).get('user:read')).toBe(
      'tooYoung',
    );
  });

  it.each<[string, RightsOfUser, PermissionId]>([
    ['a role', holding('claim:read'), 'claim:read'],
    ['a right that brings it', holding('claim:update'), 'claim:read'],
    ['a tick', ticked('claim:read'), 'claim:read'],
    ['the Super User tick', { ...PLAIN, isSuperUser: true }, 'claim:read'],
    ['Access Security', { ...PLAIN, hasAccessSecurity: true }, 'user:export'],
  ])('P2 a right that %s has given for long and no act used is unused', (_what, rights, id) => {
    expect(uses(rights).get(id)).toBe('unused');
  });

  it('P2 a right that is unticked gives nothing any more, however old it is', () => {
    const exceptions = [
      { permission: 'claim:update' as const, effect: 'revoke' as const },
      ...ticked('claim:read').exceptions,
    ];
    const rights = { ...holding('claim:update'), exceptions };
    expect(uses(rights, [], { ticked: new Set(['claim:read']) }).get('claim:read')).toBe('tooYoung');
  });

  it('P2 what something older gives as well is not too young', () => {
    const both = { ...holding('claim:read'), exceptions: ticked('claim:read').exceptions };
    expect(uses(both, [], { ticked: new Set(['claim:read']) }).get('claim:read')).toBe('unused');
  });

  it('P2 a right is not called unused while one that cannot do without it is too young to tell', () => {
    const rights = { ...holding('claim:read'), exceptions: ticked('claim:update').exceptions };
    expect(uses(rights, [], { ticked: new Set(['claim:update']) }).get('claim:read')).toBe('tooYoung');
  });

  property.prop([rightsOfUser, someActs])('P2 says something of exactly the rights that are held', (rights, acts) => {
    expect(new Set(uses(rights, acts).keys())).toEqual(heldPermissions(rights));
  });

  property.prop([rightsOfUser, someActs])(
    'P2 unticking all unused rights in the form leaves every right that was used or cannot be told',
    (rights, acts) => {
      const found = uses(rights, acts);
      const unused = [...found].flatMap(([id, use]) => (use === 'unused' ? [id] : []));
      const trimmed = { ...rights, exceptions: tick(rights, unused, false).exceptions };
      const left = heldPermissions(trimmed);
      for (const [id, use] of found) if (use !== 'unused') expect(left.has(id), id).toBe(true);
    },
  );

  property.prop([permission])('P2 an act counts for the right that opens it', (id) => {
    for (const name of actsOf(id)) {
      const { access } = PROCEDURES[name];
      expect(access.kind).toBe('permission');
      if (access.kind === 'permission')
        expect([id, ...permissionsNeeding(id)].includes(access.permission) || id.endsWith('Own')).toBe(true);
    }
  });
});
