// What counts at some hour and place, now or later (P2, P6).
import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { heldPermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { momentAt } from '../../../../shared/authorization/momentAt.ts';
import { rightsAt } from '../../../../shared/authorization/rightsAt.ts';
import { rightsWhenever } from '../../../../shared/authorization/rightsWhenever.ts';
import { rightsOfUser } from '../../../specs/access/arbitraryRights.ts';

const TODAY = '2026-11-22';
const NIGHTS = [[{ weekday: 1, fromMinute: 0, untilMinute: 60 }]];
const terms = (validFrom: string | null, validUntil: string | null, locationIds: readonly string[] | null = null) => ({
  validFrom,
  validUntil,
  locationIds,
});
const role = (more: object): RightsOfUser => ({
  roles: [{ roleId: 'a', roleName: 'A', permissions: ['claim:read'], ...more }],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
});
const holds = (given: RightsOfUser) => rightsWhenever(given, TODAY).held.has('claim:read');

describe('rights whenever (P2, P6)', () => {
  it('P6 hours, places and days to come count, what has ended does not', () => {
    expect(holds(role({ hours: NIGHTS }))).toBe(true);
    expect(holds(role({ terms: terms(null, null, ['elsewhere']) }))).toBe(true);
    expect(holds(role({ terms: terms('2027-01-01', null) }))).toBe(true);
    expect(holds(role({ terms: terms(null, TODAY) }))).toBe(true);
    expect(holds(role({ terms: terms(null, '2026-11-21') }))).toBe(false);
  });

  it('P2 leaves no hours, days or places on what it answers with: it holds at any of them', () => {
    const given = role({ hours: NIGHTS, terms: terms('2027-01-01', null, ['elsewhere']) });
    expect(rightsWhenever(given, TODAY).rights).toEqual(role({}));
  });

  it('S4.07 C5 a tick that has ended gives nothing, and an untick has no end', () => {
    const ended = terms(null, '2026-11-21');
    const exception = (effect: 'grant' | 'revoke', more: object) => [
      { permission: 'claim:read' as const, effect, terms: ended, ...more },
    ];
    const none = { ...role({}), roles: [] };
    expect(holds({ ...none, exceptions: exception('grant', {}) })).toBe(false);
    expect(holds({ ...none, exceptions: exception('grant', { terms: terms(null, TODAY) }) })).toBe(true);
    expect(holds({ ...role({}), exceptions: exception('revoke', {}) })).toBe(false);
  });

  property.prop([rightsOfUser])('P6 where nothing has terms it is what counts at any moment', (given) => {
    expect(rightsWhenever(given, TODAY).held).toEqual(heldPermissions(given));
  });

  property.prop([fc.constantFrom(...[0, 6, 12, 18, 24, 100].map((hours) => hours * 3_600_000))])(
    'P6 holds whatever counts at one moment',
    (later) => {
      const given = role({ hours: NIGHTS, terms: terms('2026-11-23', '2026-11-24') });
      const now = rightsAt(given, () => momentAt(Date.parse(`${TODAY}T12:00:00Z`) + later, 'UTC', []));
      for (const id of now.held) expect(rightsWhenever(given, TODAY).held.has(id)).toBe(true);
    },
  );
});
