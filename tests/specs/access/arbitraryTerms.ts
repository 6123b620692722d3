// Random terms, hours, conditions and moments, small enough to meet each other often.
import { fc } from '@fast-check/vitest';
import type { RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import type { GrantTerms, Moment, WeeklyWindow } from '../../../shared/authorization/grantTerms.ts';
import type { Conjunction, RowCondition } from '../../../shared/authorization/rowCondition.ts';
import type { RowTies } from '../../../shared/authorization/scope.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../support/rowTies.ts';

export const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'] as const;
export const PLACES = ['l1', 'l2', 'l3'] as const;
/** Few rights, so that several roles give the same one: a ladder, an own right, and those of labels and masks. */
export const RIGHTS: readonly PermissionId[] = [
  ...(['financial:read', 'financial:update', 'financial:approve', 'financial:export'] as const),
  ...(['note:read', 'note:readOwn', 'note:update', 'note:readMentalHealth', 'patient:readConfidential'] as const),
];

export const right = fc.constantFrom(...RIGHTS);
const day = fc.option(fc.constantFrom(...DAYS), { freq: 2 });
export const terms: fc.Arbitrary<GrantTerms> = fc.record({
  validFrom: day,
  validUntil: day,
  locationIds: fc.option(fc.subarray([...PLACES]), { freq: 2 }),
});
export const someWindow: fc.Arbitrary<WeeklyWindow> = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  fromMinute: fc.constantFrom(0, 480, 720, 1_320, 1_439),
  untilMinute: fc.constantFrom(0, 360, 480, 720, 1_020, 1_440),
});
export const hours = fc.array(fc.array(someWindow, { minLength: 1, maxLength: 3 }), { maxLength: 2 });
export const condition: fc.Arbitrary<RowCondition> = fc.oneof(
  fc.record({
    type: fc.constant('refund'),
    field: fc.constantFrom('cents', 'missing'),
    operator: fc.constantFrom('is', 'isNot', 'lessThan', 'atMost', 'moreThan', 'atLeast'),
    value: fc.constantFrom<string | number>(499, 500, 501, '500'),
  }),
  fc.record({
    type: fc.constant('refund'),
    field: fc.constantFrom('method', 'paidDate'),
    operator: fc.constantFrom('is', 'isNot', 'lessThan', 'atLeast'),
    value: fc.constantFrom('card', 'cash', '2026-11-22'),
  }),
) as fc.Arbitrary<RowCondition>;
export const alternatives: fc.Arbitrary<readonly Conjunction[]> = fc.array(
  fc.array(condition, { minLength: 1, maxLength: 2 }),
  { minLength: 1, maxLength: 2 },
);
const conditions = fc
  .array(fc.tuple(right, alternatives), { maxLength: 2 })
  .map((entries): ReadonlyMap<PermissionId, readonly Conjunction[]> => new Map(entries));

const role = fc
  .record({
    roleId: fc.constantFrom('a', 'b', 'c'),
    roleName: fc.constant('Role'),
    permissions: fc.uniqueArray(right, { minLength: 1, maxLength: 4 }),
    conditions,
    hours,
    terms: fc.option(terms),
  })
  .map(({ terms: given, ...one }) => (given === null ? one : { ...one, terms: given }));
const exception = fc
  .record({ permission: right, effect: fc.constantFrom('grant' as const, 'revoke' as const), terms: fc.option(terms) })
  .map(({ terms: given, ...one }) =>
    given === null || one.effect === 'revoke' ? one : { ...one, terms: { ...given, locationIds: null } },
  );
export const limitedRights: fc.Arbitrary<RightsOfUser> = fc.record({
  roles: fc.uniqueArray(role, { maxLength: 3, selector: ({ roleId }) => roleId }),
  exceptions: fc.uniqueArray(exception, { maxLength: 3, selector: ({ permission }) => permission }),
  isSuperUser: fc.constant(false),
  hasAccessSecurity: fc.boolean(),
  isPhiRestricted: fc.constantFrom(false, false, false, true),
  isStrict: fc.boolean(),
});

export const moment: fc.Arbitrary<Moment> = fc.record({
  day: fc.constantFrom(...DAYS),
  weekday: fc.integer({ min: 1, max: 7 }),
  minuteOfDay: fc.constantFrom(0, 1, 359, 360, 479, 480, 719, 720, 1_020, 1_319, 1_320, 1_438, 1_439),
  locationIds: fc.subarray([...PLACES]),
});
export const row: fc.Arbitrary<RowTies> = fc
  .record({
    type: fc.constantFrom('refund', 'refund', 'note'),
    cents: fc.constantFrom(499, 500, 501, null),
    method: fc.constantFrom('card', 'cash', null),
    paidDate: fc.constantFrom('2026-11-21', '2026-11-22', null),
    providerIds: fc.oneof(fc.constant('any' as const), fc.subarray(['p1', 'p2'])),
    locationIds: fc.oneof(fc.constant('any' as const), fc.subarray([...PLACES])),
    patientId: fc.constantFrom('x1', 'x2', null),
    ownerId: fc.constantFrom('me', 'you'),
    labels: fc.subarray(['mentalHealth', 'confidential']),
  })
  .map(({ cents, method, paidDate, ...ties }) => tiesWith({ ...ties, values: { cents, method, paidDate } }));
