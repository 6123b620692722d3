// People of the access cases whose rights have days, hours, places or conditions, with the locations and patients for them.

import type { RoleFields } from '../../../shared/catalogue/procedures/roleShapes.ts';
import type { AccessWorld, GivenRights } from '../../support/accessWorld.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { desk, made } from '../../support/roleDesk.ts';
import { addActiveUser, PASSWORD } from '../../support/startTestCore.ts';

/** The practice's clock stands at Sunday 22 November 2026, 08:00. */
export const TODAY = '2026-11-22';
export const YESTERDAY = '2026-11-21';
export const TOMORROW = '2026-11-23';

/** `north` is a region of two offices; `south` stands alone. */
const PLACES = ['north', 'main', 'mill', 'south'] as const;
export type Place = (typeof PLACES)[number];

export interface Limits {
  readonly placeId: Readonly<Record<Place, string>>;
  /** A patient of each place, all of the provider `own`. */
  readonly patientAt: Readonly<Record<Place, string>>;
  /** A claim of each of two patients. */
  readonly claimAt: Readonly<Record<'main' | 'south', string>>;
  /** A patient shared with `covering` today, and one shared with nobody before tomorrow. */
  readonly shared: string;
  readonly grantId: string;
  readonly userIds: ReadonlyMap<string, string>;
}

const always = { validFrom: null, validUntil: null };
const given = (roleIds: string[], more: Partial<GivenRights> = {}): GivenRights => ({
  roleIds,
  exceptions: [],
  scope: { kind: 'all' },
  ...more,
});
const dated = (roleId: string, validFrom: string | null, validUntil: string | null): GivenRights =>
  given([roleId], { roleTerms: [{ roleId, dates: { validFrom, validUntil }, locationIds: null }] });
const ticked = (validFrom: string | null, validUntil: string | null): GivenRights =>
  given(['front-desk'], {
    exceptions: [{ permission: 'claim:read', effect: 'grant', dates: { validFrom, validUntil } }],
  });
const hours = (weekday: number, from: number, until: number) => ({
  weekday,
  fromMinute: from * 60,
  untilMinute: until * 60,
});
const ofPayments = (operator: 'atMost' | 'atLeast', value: number): Partial<RoleFields> => ({
  permissions: ['financial:read'],
  conditions: [{ permission: 'financial:read', type: 'payment', field: 'cents', operator, value }],
});
const ofRefunds = (operator: 'atMost' | 'atLeast', value: number): Partial<RoleFields> => ({
  permissions: ['financial:read', 'financial:approve'],
  conditions: [{ permission: 'financial:approve', type: 'refund', field: 'cents', operator, value }],
});

/** Roles with hours or conditions; each is held by somebody of the same name. */
const ROLES: Readonly<Record<string, Partial<RoleFields>>> = {
  'weekday-desk': { hours: [1, 2, 3, 4, 5].map((weekday) => hours(weekday, 8, 17)) },
  'sunday-desk': { hours: [hours(7, 8, 12)] },
  'early-desk': { hours: [hours(7, 6, 8)] },
  'night-desk': { hours: [hours(6, 22, 9)] },
  'short-night-desk': { hours: [hours(6, 22, 6)] },
  'small-payments': ofPayments('atMost', 1),
  'all-payments': ofPayments('atLeast', 1),
  'small-refunds': ofRefunds('atMost', 1),
  'large-refunds': ofRefunds('atLeast', 1),
};

function people(placeId: Limits['placeId']): Readonly<Record<string, GivenRights>> {
  const at = (...places: Place[]) => ({
    locations: { kind: 'selected' as const, locationIds: places.map((place) => placeId[place]) },
  });
  const bound = (roleId: string, place: Place) => ({ roleId, dates: always, locationIds: [placeId[place]] });
  return {
    'desk-and-stock': given(['front-desk', 'inventory']),
    'north-desk': given(['front-desk'], at('north')),
    'main-staff': given(['office-staff'], at('main')),
    'nowhere-desk': given(['front-desk'], at()),
    'two-desks': given(['front-desk', 'billing'], {
      roleTerms: [bound('front-desk', 'main'), bound('billing', 'south')],
    }),
    'region-desk': given(['front-desk'], { roleTerms: [bound('front-desk', 'north')], ...at('north') }),
    'ended-desk': dated('front-desk', null, YESTERDAY),
    'last-day-desk': dated('front-desk', YESTERDAY, TODAY),
    'first-day-desk': dated('front-desk', TODAY, null),
    'coming-desk': dated('front-desk', TOMORROW, null),
    'ended-tick': ticked(null, YESTERDAY),
    'last-day-tick': ticked(TODAY, TODAY),
    'coming-tick': ticked(TOMORROW, null),
    covering: given(['front-desk'], { scope: { kind: 'selected', providerIds: [] } }),
    'covering-tomorrow': given(['front-desk'], { scope: { kind: 'selected', providerIds: [] } }),
    'lent-clerk': given(['billing'], {
      roleTerms: [{ roleId: 'billing', dates: { validFrom: null, validUntil: TOMORROW }, locationIds: null }],
    }),
  };
}

export async function addLimits({ test, records, providerId }: AccessWorld): Promise<Limits> {
  const placeId: Record<string, string> = {};
  for (const place of PLACES) {
    const parentId = place === 'main' || place === 'mill' ? (placeId.north ?? null) : null;
    placeId[place] = (await addExample(test, 'location', records, { name: `Office ${place}`, parentId })).id;
  }
  const patientAt: Record<string, string> = {};
  for (const place of PLACES)
    patientAt[place] = await patient({ lastName: `At-${place}`, locationId: placeId[place] ?? '' });
  const places = placeId as Limits['placeId'];
  const patients = patientAt as Limits['patientAt'];
  const claim = async (place: Place) => (await addExample(test, 'claim', records, { patientId: patients[place] })).id;
  const roleIds = new Map<string, string>();
  for (const [name, fields] of Object.entries(ROLES))
    roleIds.set(name, (await test.must('role.create', made(desk({ name, ...fields })))).roleId);
  const userIds = new Map<string, string>();
  const everybody = { ...people(places), ...Object.fromEntries([...roleIds].map(([name, id]) => [name, given([id])])) };
  for (const [name, rights] of Object.entries(everybody))
    userIds.set(name, await addActiveUser(test, name, rights, name));
  const lent = await test.must('user.read', { userId: userIds.get('lent-clerk') ?? '' });
  const tick = { hasAccessSecurity: true, reason: 'Asked by the owner.', password: PASSWORD };
  await test.must('user.setAccessSecurity', { userId: lent.userId, version: lent.version, ...tick });
  const shared = await patient({ lastName: 'Shared' });
  await share(shared, 'covering-tomorrow', TOMORROW);
  const grantId = await share(shared, 'covering', TODAY);
  return {
    placeId: places,
    patientAt: patients,
    claimAt: { main: await claim('main'), south: await claim('south') },
    shared,
    grantId,
    userIds,
  };

  async function patient(fields: Parameters<typeof addExample>[3]): Promise<string> {
    return (await addExample(test, 'patient', records, { providerIds: [providerId.own], ...fields })).id;
  }

  async function share(patientId: string, name: string, validFrom: string): Promise<string> {
    const fields = {
      patientId,
      userId: userIds.get(name) ?? '',
      validFrom,
      validUntil: '2026-11-30',
      reason: 'Covers.',
    };
    return (await test.must('patientGrant.create', { fields })).id;
  }
}
