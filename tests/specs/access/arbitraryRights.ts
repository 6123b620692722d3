// Random rights and scopes, and the facts on which everything is permitted.
import { fc } from '@fast-check/vitest';
import { decide, type GuardedAccess } from '../../../shared/authorization/decide.ts';
import type { RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import type { Facts, Subject } from '../../../shared/authorization/facts.ts';
import { ALL_ROWS, type RowScope } from '../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../shared/authorization/wholeReach.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { OWN_PERMISSIONS } from '../../../shared/catalogue/recordPermissions.ts';

export const permission = fc.constantFrom(...PERMISSION_IDS);
export const somePermissions = fc.uniqueArray(permission, { maxLength: 20 });
export const providerId = fc.constantFrom('p1', 'p2', 'p3', 'p4');
export const locationId = fc.constantFrom('l1', 'l2', 'l3');
export const patientId = fc.constantFrom('x1', 'x2', 'x3');
const allOr = (one: fc.Arbitrary<string>) =>
  fc.oneof(fc.constant('all' as const), fc.uniqueArray(one, { maxLength: 4 }));
export const scope: fc.Arbitrary<RowScope> = fc.record({
  providers: allOr(providerId),
  locations: allOr(locationId),
  patientIds: fc.uniqueArray(patientId, { maxLength: 2 }),
});
const exception = fc.record({ permission, effect: fc.constantFrom('grant' as const, 'revoke' as const) });
export const rightsOfUser: fc.Arbitrary<RightsOfUser> = fc.record({
  roles: fc.uniqueArray(
    fc.record({ roleId: fc.constantFrom('a', 'b', 'c'), roleName: fc.constant('Role'), permissions: somePermissions }),
    { maxLength: 3, selector: (role) => role.roleId },
  ),
  exceptions: fc.uniqueArray(exception, { maxLength: 12, selector: (one) => one.permission }),
  isSuperUser: fc.boolean(),
  hasAccessSecurity: fc.boolean(),
  isPhiRestricted: fc.boolean(),
});

/** The most favourable facts there are: whatever is still denied is denied by the one thing a test changes. */
export const everythingRight: Facts = {
  subject: {
    userId: 'me',
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: false,
    isPhiRestricted: false,
    held: new Set(PERMISSION_IDS),
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(new Set(PERMISSION_IDS), ALL_ROWS),
  },
  target: null,
  tiesAfter: null,
  proposal: null,
  isReasonMissing: false,
  isSteppedUp: true,
  environment: { isSetupFinished: true, isReviewMode: false },
};
export const isPermitted = (wanted: GuardedAccess, given: Facts) => decide(wanted, given).decision === 'permit';
export const holdsSome = (id: PermissionId, { held }: Subject) => held.has(id) || held.has(OWN_PERMISSIONS[id] ?? id);
export const needs = (id: PermissionId): GuardedAccess => ({ kind: 'permission', permission: id });
