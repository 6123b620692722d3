// What a draft gives at a moment, the ticks over it, prepared changes and their words.
import { describe, expect, it } from 'vitest';
import { rightsDifference, rightsOfDraft } from '../../../../../renderer/screens/users/draftRights.ts';
import { roleUntil, tickUntil } from '../../../../../renderer/screens/users/preparedChange.ts';
import { tick } from '../../../../../renderer/screens/users/rightsEditing.ts';
import type { ListedRole } from '../../../../../renderer/screens/users/roleChoices.ts';
import { shownRights } from '../../../../../renderer/screens/users/shownRights.ts';
import { sourceInTime, termWords, withShownDates } from '../../../../../renderer/screens/users/termWords.ts';
import type { UserDraft } from '../../../../../renderer/screens/users/userDraft.ts';
import type { PermissionId } from '../../../../../shared/catalogue/permissions.ts';

const MOMENT = { day: '2026-11-22', weekday: 7, minuteOfDay: 600, locationIds: [] };
const FLAGS = { isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false, isStrict: false };
const role = (roleId: string, permissions: PermissionId[], more: Partial<ListedRole> = {}): ListedRole => ({
  roleId,
  code: 1000,
  name: roleId,
  kind: 'clinic',
  version: 1,
  purpose: 'A purpose.',
  parentId: null,
  policyIds: [],
  taskIds: [],
  granted: [],
  narrowed: [],
  conditions: [],
  hours: [],
  inherited: [],
  ownPermissions: [],
  unknownPermissions: [],
  isBroken: false,
  isActive: true,
  isSuperUserGiven: false,
  lockOut: null,
  isOfferedFirst: false,
  holderCount: 0,
  permissionCount: 0,
  allHours: [],
  conditionedPermissions: [],
  permissions,
  ...more,
});
const ROLES = [role('desk', ['claim:read', 'claim:export']), role('night', ['list:read'])];
const given = (draft: Partial<UserDraft>, roles = ROLES) =>
  rightsOfDraft({ roleIds: [], roleTerms: [], exceptions: [], ...draft }, FLAGS, roles, MOMENT);
const until = (roleId: string, validUntil: string, validFrom: string | null = null) => ({
  roleId,
  dates: { validFrom, validUntil },
  locationIds: null,
});
const name = (id: string) => id;

describe('S2.29 S2.62 S4.07 the rights of a draft at a moment', () => {
  it('tells what stands, what counts now and what has ended apart', () => {
    const ended = given({ roleIds: ['desk'], roleTerms: [until('desk', '2026-11-21')] });
    expect(shownRights(ended).get('claim:read')).toMatchObject({ isHeld: false, sources: [{ kind: 'role' }] });
    const later = given({ roleIds: ['desk'], roleTerms: [until('desk', '2026-12-31', '2026-12-01')] });
    expect(shownRights(later).get('claim:read')?.isHeld).toBe(true);
    expect(later.now.held.has('claim:read')).toBe(false);
    expect(later.now.withheld.get('claim:read')).toBe('rightNotYet');
    const today = given({ roleIds: ['desk'], roleTerms: [until('desk', '2026-11-22')] });
    expect(today.now.held.has('claim:read')).toBe(true);
  });

  it('knows the hours of roles and what they give over some records only', () => {
    const monday = [{ weekday: 1, fromMinute: 480, untilMinute: 1020 }];
    const roles = [role('desk', ['claim:read'], { allHours: [monday], conditionedPermissions: ['claim:read'] })];
    const rights = given({ roleIds: ['desk'] }, roles);
    expect(rights.now.withheldRoles.get('desk')).toBe('outsideHours');
    expect(sourceInTime({ kind: 'role', roleId: 'desk', roleName: 'Desk' }, 'claim:read', rights, name)).toBe(
      'Desk role, some records, outside its hours',
    );
  });

  it('unticks what stands without counting, and never widens by it', () => {
    const later = given({ roleIds: ['desk'], roleTerms: [until('desk', '2026-12-31', '2026-12-01')] });
    const { exceptions } = tick(later.standing, ['claim:export'], false, later.ended);
    expect(exceptions).toEqual([{ permission: 'claim:export', effect: 'revoke' }]);
  });

  it('keeps ticks that have ended unless they are ticked anew', () => {
    const dates = { validFrom: null, validUntil: '2026-11-01' };
    const rights = given({ exceptions: [{ permission: 'claim:read', effect: 'grant', dates }] });
    expect(tick(rights.standing, ['list:read'], true, rights.ended).exceptions).toContainEqual(rights.ended[0]);
    expect(tick(rights.standing, ['claim:read'], true, rights.ended).exceptions).toEqual([
      { permission: 'claim:read', effect: 'grant' },
    ]);
  });

  it('counts an end taken away as given more, and an end set as given less', () => {
    const free = given({ roleIds: ['night'] });
    const limited = given({ roleIds: ['night'], roleTerms: [until('night', '2026-12-31')] });
    expect(rightsDifference(limited.given, free.given).added).toEqual(['list:read']);
    expect(rightsDifference(free.given, limited.given)).toEqual({ added: [], removed: ['list:read'] });
  });
});

describe('N1 a change prepared from an explanation', () => {
  it('gives a right until the last day, with what comes with it, and leaves older ticks alone', () => {
    const rights = given({ exceptions: [{ permission: 'list:read', effect: 'grant' }] });
    expect(tickUntil(rights, 'claim:export', '2026-12-22')).toEqual([
      { permission: 'list:read', effect: 'grant' },
      ...(['claim:export', 'claim:read'] as const).map((permission) => ({
        permission,
        effect: 'grant',
        dates: { validFrom: null, validUntil: '2026-12-22' },
      })),
    ]);
  });

  it('takes an untick back without an end', () => {
    const rights = given({ roleIds: ['desk'], exceptions: [{ permission: 'claim:export', effect: 'revoke' }] });
    expect(tickUntil(rights, 'claim:export', '2026-12-22')).toEqual([]);
  });

  it('gives a role until the last day, also one that has ended', () => {
    const draft = { roleIds: ['desk'], roleTerms: [until('desk', '2026-11-01')] };
    expect(roleUntil(draft, 'desk', '2026-12-22')).toEqual({
      roleIds: ['desk'],
      roleTerms: [until('desk', '2026-12-22')],
    });
  });
});

describe('terms in words', () => {
  it('names days and places, and what has ended', () => {
    expect(termWords({ validFrom: '2026-12-01', validUntil: null, locationIds: ['North'] }, name)).toMatch(
      /^from .*2026, at North$/,
    );
    const rights = given({ roleIds: ['desk'], roleTerms: [until('desk', '2026-11-01')] });
    expect(sourceInTime({ kind: 'role', roleId: 'desk', roleName: 'Desk' }, 'claim:read', rights, name)).toMatch(
      /^Desk role, ended .*2026$/,
    );
    expect(withShownDates('until 2026-12-31')).not.toContain('2026-12-31');
  });
});
