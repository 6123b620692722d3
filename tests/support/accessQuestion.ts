// A question about one person's access, as explanations and single changes are tested with it (N1).
import type { GuardedAccess } from '../../shared/authorization/decide.ts';
import {
  heldPermissions,
  type PermissionException,
  type RightsOfUser,
} from '../../shared/authorization/effectivePermissions.ts';
import type { Question } from '../../shared/authorization/explain.ts';
import type { Facts } from '../../shared/authorization/facts.ts';
import type { RowScope } from '../../shared/authorization/scope.ts';
import { ALL_ROWS } from '../../shared/authorization/scope.ts';
import { wholeReach } from '../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';

export const nothing: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
export const grant = (permission: PermissionId): PermissionException => ({ permission, effect: 'grant' });
export const revoke = (permission: PermissionId): PermissionException => ({ permission, effect: 'revoke' });
export const billing = { roleId: 'billing', roleName: 'Billing', permissions: ['claim:update'] as PermissionId[] };
export const office = { roleId: 'office', roleName: 'Office', permissions: ['list:read'] as PermissionId[] };
export const may = (permission: PermissionId): GuardedAccess => ({ kind: 'permission', permission });

export interface Given extends Partial<Pick<Question, 'roles' | 'lockOutCount'>> {
  readonly access?: GuardedAccess;
  readonly rights?: RightsOfUser;
  readonly limit?: RowScope;
  readonly facts?: Partial<Facts>;
  readonly subject?: Partial<Facts['subject']>;
}

/** Of a person limited to provider p1 who asks to look at claims, unless said otherwise. */
export function ask({
  access = may('claim:read'),
  rights = nothing,
  limit = { ...ALL_ROWS, providers: ['p1'] },
  ...more
}: Given): Question {
  const held = heldPermissions(rights);
  const subject: Facts['subject'] = {
    userId: 'me',
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: rights.isSuperUser,
    isPhiRestricted: rights.isPhiRestricted,
    held,
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(held, limit),
    ...more.subject,
  };
  const environment = { isSetupFinished: true, isReviewMode: false };
  const given = { isReasonMissing: false, isSteppedUp: true, environment };
  const facts = { target: null, tiesAfter: null, proposal: null, ...given, ...more.facts };
  return {
    access,
    rights,
    limit,
    roles: more.roles ?? [],
    lockOutCount: more.lockOutCount ?? 0,
    patientsReached: ({ scope: { providers } }) => (providers === 'all' ? 10 : providers.length),
    facts: { ...facts, subject },
  };
}
