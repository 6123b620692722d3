import { describe, expect, it } from 'vitest';
import type { RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { type Moment, UNLIMITED } from '../../../../shared/authorization/grantTerms.ts';
import { rightsAt } from '../../../../shared/authorization/rightsAt.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';

const now: Moment = { day: '2026-11-22', weekday: 7, minuteOfDay: 480, locationIds: ['office'] };
const rights = (more: Partial<RightsOfUser>): RightsOfUser => ({
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
  ...more,
});
const role = (roleId: string, permissions: readonly PermissionId[], more: object = {}) => ({
  roleId,
  roleName: roleId,
  permissions,
  ...more,
});
const ended = { ...UNLIMITED, validUntil: '2026-11-21' };
const coming = { ...UNLIMITED, validFrom: '2026-11-23' };
const elsewhere = { ...UNLIMITED, locationIds: ['south'] };
const monday = [[{ weekday: 1, fromMinute: 0, untilMinute: 0 }]];

describe('rightsAt', () => {
  it('asks for no clock where nothing has terms', () => {
    const given = rights({ roles: [role('a', ['claim:read'], { hours: [] })] });
    const result = rightsAt(given, () => {
      throw new Error('asked');
    });
    expect(result.rights).toBe(given);
    expect([...result.held]).toEqual(['claim:read']);
    expect([result.withheld.size, result.withheldRoles.size]).toEqual([0, 0]);
  });

  it('S2.62 S2.79 leaves out roles and ticks that do not count, and says why', () => {
    const given = rights({
      roles: [
        role('ended', ['claim:read'], { terms: ended }),
        role('coming', ['list:read'], { terms: coming }),
        role('monday', ['call:read'], { hours: monday }),
        role('south', ['note:read'], { terms: elsewhere }),
        role('now', ['patient:read'], { terms: { ...UNLIMITED, locationIds: ['office'] } }),
      ],
      exceptions: [{ permission: 'schedule:update', effect: 'grant', terms: ended }],
    });
    const { held, withheld, withheldRoles, rights: counting } = rightsAt(given, () => now);
    expect([...held]).toEqual(['patient:read']);
    expect(Object.fromEntries(withheldRoles)).toEqual({
      ended: 'rightEnded',
      coming: 'rightNotYet',
      monday: 'outsideHours',
      south: 'otherLocation',
    });
    expect(Object.fromEntries(withheld)).toMatchObject({
      'claim:read': 'rightEnded',
      'list:read': 'rightNotYet',
      'call:read': 'outsideHours',
      'note:read': 'otherLocation',
      // What the tick would bring is withheld with it.
      'schedule:update': 'rightEnded',
      'schedule:read': 'rightEnded',
    });
    expect(counting.roles.map(({ roleId }) => roleId)).toEqual(['now']);
    expect(counting.exceptions).toEqual([]);
  });

  it('names what is nearest where several things withhold one right: the place, then the hours', () => {
    const given = (...more: object[]) => rights({ roles: more.map((one, at) => role(`r${at}`, ['claim:read'], one)) });
    const why = (...more: object[]) => rightsAt(given(...more), () => now).withheld.get('claim:read');
    expect(why({ terms: ended }, { terms: elsewhere })).toBe('otherLocation');
    expect(why({ hours: monday }, { terms: ended })).toBe('outsideHours');
    expect(why({ terms: coming }, { terms: ended })).toBe('rightEnded');
  });

  it('a right held from elsewhere is not withheld, and one that is taken away neither', () => {
    const given = rights({
      roles: [role('ended', ['claim:read', 'list:read'], { terms: ended }), role('now', ['claim:read'])],
      exceptions: [{ permission: 'list:read', effect: 'revoke' }],
    });
    const { held, withheld } = rightsAt(given, () => now);
    expect([held.has('claim:read'), withheld.has('claim:read'), withheld.has('list:read')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('C5 an untick has no end, whatever days are stored with it', () => {
    for (const terms of [ended, coming]) {
      const given = rights({
        roles: [role('now', ['claim:read'])],
        exceptions: [{ permission: 'claim:read', effect: 'revoke', terms }],
      });
      expect(rightsAt(given, () => now).held.has('claim:read')).toBe(false);
    }
  });
});
