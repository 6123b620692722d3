// Random rows a call may aim at, what ties them to people, and changes of rights it may propose.
import { fc } from '@fast-check/vitest';
import type { Facts } from '../../../shared/authorization/facts.ts';
import { type RowTies, SENSITIVITY_LABELS } from '../../../shared/authorization/scope.ts';
import { locationId, patientId, providerId, scope, somePermissions } from './arbitraryRights.ts';

export const ties: fc.Arbitrary<RowTies> = fc.record({
  type: fc.constantFrom('charge', 'patient'),
  values: fc.record({ amountCents: fc.option(fc.integer({ min: 0, max: 5 })) }),
  providerIds: fc.oneof(fc.constant('any' as const), fc.uniqueArray(providerId, { maxLength: 3 })),
  locationIds: fc.oneof(fc.constant('any' as const), fc.uniqueArray(locationId, { maxLength: 2 })),
  patientId: fc.option(patientId),
  ownerId: fc.constantFrom('me', 'you', null),
  grantedTo: fc.constantFrom(null, null, 'me', 'you'),
  labels: fc.subarray(['normal', ...SENSITIVITY_LABELS]),
});
export const target: fc.Arbitrary<Facts['target']> = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: 'missing' as const }),
  fc.record({ kind: fc.constant('record' as const), ties }),
  fc.record({
    kind: fc.constant('user' as const),
    userId: fc.constantFrom('me', 'you'),
    isSuperUser: fc.boolean(),
    isOnlyViewed: fc.boolean(),
  }),
);
export const proposal: fc.Arbitrary<Facts['proposal']> = fc.option(
  fc.record({
    gains: somePermissions,
    scopeBefore: scope,
    scopeAfter: scope,
    liftsPhiRestriction: fc.boolean(),
    leavesNoSuperUser: fc.boolean(),
  }),
);
