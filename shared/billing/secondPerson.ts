// The named rules that one person never does both halves of an act (S2.36).
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';

export interface SecondPersonRule {
  readonly name: string;
  /** What the first person did, after "you". */
  readonly first: string;
  /** What another person must do, after "somebody else must". */
  readonly second: string;
  /** The right the second person needs. */
  readonly permission: PermissionId;
}

export const SECOND_PERSON_RULES = {
  refund: {
    name: 'Refunds need two people',
    first: 'asked for this refund',
    second: 'approve it',
    permission: 'financial:approve',
  },
  reconciliation: {
    name: 'The day is reviewed by a second person',
    first: 'counted this day',
    second: 'review it',
    permission: 'financial:approve',
  },
} as const satisfies Record<string, SecondPersonRule>;

const NAMED_AT_MOST = 3;

/** The sentence that refuses the second half to whoever did the first, naming who can do it; null for another person.
 *  `others`: names of those who hold the right besides. */
export function secondPersonTrouble(
  rule: SecondPersonRule,
  firstUserId: string | null,
  actingUserId: string,
  others: readonly string[],
): string | null {
  if (firstUserId !== actingUserId) return null;
  const said = `Rule “${rule.name}”: you ${rule.first}, so somebody else must ${rule.second}.`;
  if (others.length === 0)
    return `${said} Nobody else holds the right “${PERMISSIONS[rule.permission].label}” now. Ask a Super User to give it to a second person.`;
  const named = others.slice(0, NAMED_AT_MOST);
  const more = others.length - named.length;
  const list = more > 0 ? [...named, more === 1 ? 'one more' : `${more} more`] : named;
  return `${said} ${list.map(firstNameFirst).join(' or ')} can do it.`;
}

// Names come as "Last, First", which a list would tear apart.
function firstNameFirst(name: string): string {
  return name.replace(/^([^,]+), (.+)$/, '$2 $1');
}
