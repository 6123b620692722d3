// What counts at some hour and place, now or on a day to come: for questions that are not about one moment (P2, P6).
import {
  heldPermissions,
  type PermissionException,
  type RightsOfUser,
  type RoleGrant,
} from './effectivePermissions.ts';
import type { RightsAt } from './rightsAt.ts';

/** The rights with everything given that has not ended on the day `today` (`YYYY-MM-DD`), as if its hours, place and first
 *  day were now. What somebody will be able to do tomorrow morning at another desk they are able to do. Pure. */
export function rightsWhenever(given: RightsOfUser, today: string): RightsAt {
  const rights = {
    ...given,
    roles: given.roles.filter((role) => !hasEnded(role, today)).map(withoutTerms),
    // What is unticked stays so until it is ticked again, whatever days are stored with it.
    exceptions: given.exceptions.filter((one) => one.effect === 'revoke' || !hasEnded(one, today)).map(withoutTerms),
  };
  return { rights, held: heldPermissions(rights), withheld: new Map(), withheldRoles: new Map() };
}

function hasEnded({ terms }: RoleGrant | PermissionException, today: string): boolean {
  const last = terms?.validUntil;
  return typeof last === 'string' && today > last;
}

function withoutTerms<Given extends RoleGrant | PermissionException>(given: Given): Given {
  const { terms: _terms, ...bare } = given;
  if ('hours' in bare) delete bare.hours;
  return bare as Given;
}
