// Rights that should not meet in one hand, and why (S1.18, S2.36).
import { withImplied } from '../authorization/flattenRole.ts';
import { PERMISSIONS, type PermissionId } from './permissions.ts';

export interface ToxicPair {
  readonly first: PermissionId;
  readonly second: PermissionId;
  /** Completes "Whoever holds both could …". */
  readonly could: string;
}

/** Source: features.md S2.36; separation of duty, NIST SP 800-53 AC-5. */
export const TOXIC_PAIRS: readonly ToxicPair[] = [
  { first: 'financial:update', second: 'financial:approve', could: 'enter a refund and approve it themselves' },
  { first: 'claim:update', second: 'claim:approve', could: 'write a claim and approve it themselves' },
  { first: 'timeClock:update', second: 'timeClock:approve', could: 'change working time and approve it themselves' },
  { first: 'user:update', second: 'audit:export', could: 'change rights and choose which log leaves the house' },
  { first: 'role:update', second: 'user:update', could: 'widen a role and give it out themselves' },
];

/** The pairs that meet among the permissions and what they bring. */
export function toxicPairsIn(permissions: Iterable<PermissionId>): readonly ToxicPair[] {
  const held = withImplied(permissions);
  return TOXIC_PAIRS.filter(({ first, second }) => held.has(first) && held.has(second));
}

/** The pairs that meet in `after` and did not in `before`. */
export function newToxicPairs(before: Iterable<PermissionId>, after: Iterable<PermissionId>): readonly ToxicPair[] {
  const known = toxicPairsIn(before);
  return toxicPairsIn(after).filter((pair) => !known.includes(pair));
}

/** `Financial: Edit Data with Financial: Approve: whoever holds both could enter a refund and approve it themselves`. */
export function toxicPairWords({ first, second, could }: ToxicPair): string {
  return `${PERMISSIONS[first].label} with ${PERMISSIONS[second].label}: whoever holds both could ${could}`;
}
