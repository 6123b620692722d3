// The facts decide() is asked on for rights with terms, hours and conditions at one moment, and what they open.
import { decide } from '../../../shared/authorization/decide.ts';
import type { RightsOfUser, RoleGrant } from '../../../shared/authorization/effectivePermissions.ts';
import type { Facts } from '../../../shared/authorization/facts.ts';
import type { Moment } from '../../../shared/authorization/grantTerms.ts';
import { rightsAt } from '../../../shared/authorization/rightsAt.ts';
import { borrowedRights, conditionsOfRights } from '../../../shared/authorization/rightWays.ts';
import { isReached, type RowScope, type RowTies } from '../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { everythingRight, needs } from './arbitraryRights.ts';

/** From what was given, by the functions the program uses. */
export function factsAt(given: RightsOfUser, limit: RowScope, now: Moment): Facts {
  const { rights, held, withheld } = rightsAt(given, () => now);
  const conditions = conditionsOfRights(rights);
  const { isSuperUser, isPhiRestricted } = rights;
  return {
    ...everythingRight,
    subject: {
      ...everythingRight.subject,
      isSuperUser,
      isPhiRestricted,
      held,
      borrowed: borrowedRights(rights),
      withheld,
      conditions,
      scope: wholeReach(held, limit, conditions),
    },
  };
}

/** Whether this person opens this row by this right at this moment. */
export function isOpen(id: PermissionId, given: RightsOfUser, limit: RowScope, now: Moment, aim: RowTies): boolean {
  const decision = decide(needs(id), factsAt(given, limit, now));
  return decision.decision === 'permit' && isReached(aim, decision.scope);
}

/** The rights with one role changed. */
export function withRole(rights: RightsOfUser, pick: number, change: (role: RoleGrant) => RoleGrant): RightsOfUser {
  const at = pick % Math.max(1, rights.roles.length);
  return { ...rights, roles: rights.roles.map((role, place) => (place === at ? change(role) : role)) };
}
