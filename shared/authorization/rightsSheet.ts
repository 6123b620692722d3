// Everything one person is allowed and denied, in two steps: the union of what gives, then what is taken away (S4.09, C5).
import { impliedPermissions } from '../catalogue/impliedPermissions.ts';
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import {
  type EffectiveRight,
  effectivePermissions,
  type RightSource,
  type RightsOfUser,
} from './effectivePermissions.ts';

/** What takes a given right away again. */
export type Taker =
  | { readonly kind: 'phiRestricted' }
  | { readonly kind: 'untick' }
  /** A right it cannot do without was taken away. */
  | { readonly kind: 'missing'; readonly permission: PermissionId };

export interface SheetLine {
  readonly permission: PermissionId;
  readonly reachesPhi: boolean;
  /** First step: everything that gives the right. */
  readonly givenBy: readonly RightSource[];
  /** Second step: what takes it away, although something gives it; null where nothing does. */
  readonly takenBy: Taker | null;
  readonly isHeld: boolean;
}

/** A line for every permission there is, in the order of the catalogue. The result is that of effectivePermissions(). */
export function rightsSheet(rights: RightsOfUser): readonly SheetLine[] {
  const effective = effectivePermissions(rights);
  const heldNow = new Map(effective.map((right) => [right.permission, right]));
  return effective.map((right) => ({
    permission: right.permission,
    reachesPhi: PERMISSIONS[right.permission].reachesPhi,
    givenBy: right.sources,
    takenBy: right.sources.length === 0 || right.isHeld ? null : takerOf(right, rights, heldNow),
    isHeld: right.isHeld,
  }));
}

function takerOf(
  { permission }: EffectiveRight,
  { isPhiRestricted, exceptions }: RightsOfUser,
  all: ReadonlyMap<PermissionId, EffectiveRight>,
): Taker {
  if (isPhiRestricted && PERMISSIONS[permission].reachesPhi) return { kind: 'phiRestricted' };
  if (exceptions.some((one) => one.permission === permission && one.effect === 'revoke')) return { kind: 'untick' };
  const missing = impliedPermissions(permission).find((needed) => all.get(needed)?.isHeld !== true);
  return missing === undefined ? { kind: 'untick' } : { kind: 'missing', permission: missing };
}
