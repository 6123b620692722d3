// What of all that was given to a person counts at one moment, and what is withheld then (S2.29, S2.62, S2.79).
import type { PermissionId } from '../catalogue/permissions.ts';
import {
  heldPermissions,
  type PermissionException,
  type RightsOfUser,
  type RoleGrant,
} from './effectivePermissions.ts';
import { type Moment, UNLIMITED, WITHHELD_REASONS, type WithheldReason, withheldBy } from './grantTerms.ts';

export interface RightsAt {
  /** The rights with only those roles and ticks that count. */
  readonly rights: RightsOfUser;
  readonly held: ReadonlySet<PermissionId>;
  /** Rights that would be held if everything given counted, with why they are not. */
  readonly withheld: ReadonlyMap<PermissionId, WithheldReason>;
  /** Roles that do not count, with why. */
  readonly withheldRoles: ReadonlyMap<string, WithheldReason>;
}

/** The rights at a moment. `momentOf` is asked only where something has terms or hours: most people's rights have none. */
export function rightsAt(given: RightsOfUser, momentOf: () => Moment): RightsAt {
  const limited = [...given.roles, ...given.exceptions].filter(hasTerms);
  if (limited.length === 0)
    return { rights: given, held: heldPermissions(given), withheld: new Map(), withheldRoles: NONE };
  const moment = momentOf();
  const reasonOf = (one: Given) => (hasTerms(one) ? withheldBy(one.terms ?? UNLIMITED, one.hours ?? [], moment) : null);
  const rights = {
    ...given,
    roles: given.roles.filter((role) => reasonOf(role) === null),
    exceptions: given.exceptions.filter((exception) => reasonOf(exception) === null),
  };
  const held = heldPermissions(rights);
  const withheldRoles = given.roles.flatMap((role): [string, WithheldReason][] => {
    const reason = reasonOf(role);
    return reason === null ? [] : [[role.roleId, reason]];
  });
  return {
    rights,
    held,
    withheld: withheldRights(given, limited.map(reasonOf), held, reasonOf),
    withheldRoles: new Map(withheldRoles),
  };
}

const NONE: ReadonlyMap<string, WithheldReason> = new Map();

/** What a role and a tick have in common here; hours stand on roles alone. */
type Given = Pick<RoleGrant, 'hours' | 'terms'> & Partial<Pick<PermissionException, 'effect'>>;

/** What is unticked stays so until it is ticked again: days stored with an untick would give the right back by themselves. */
function hasTerms({ effect, terms, hours = [] }: Given): boolean {
  return effect !== 'revoke' && (terms !== undefined || hours.length > 0);
}

/** Each reason by itself: the rights that would be held were it not for what that reason withholds. */
function withheldRights(
  given: RightsOfUser,
  reasons: readonly (WithheldReason | null)[],
  held: ReadonlySet<PermissionId>,
  reasonOf: (one: Given) => WithheldReason | null,
): ReadonlyMap<PermissionId, WithheldReason> {
  const withheld = new Map<PermissionId, WithheldReason>();
  for (const reason of WITHHELD_REASONS) {
    if (!reasons.includes(reason)) continue;
    const counts = (one: Given) => [null, reason].includes(reasonOf(one));
    const without = { ...given, roles: given.roles.filter(counts), exceptions: given.exceptions.filter(counts) };
    for (const id of heldPermissions(without)) if (!held.has(id)) withheld.set(id, reason);
  }
  return withheld;
}
