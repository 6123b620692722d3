// The rights as the matrix shows them: ticked where they stand, with every source, also one that has ended; pure.
import { type EffectiveRight, effectivePermissions } from '../../../shared/authorization/effectivePermissions.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { DraftRights } from './draftRights.ts';

/** Held by what has not ended; the sources are those of everything given, so that nothing given goes unseen. */
export function shownRights({ given, standing }: DraftRights): ReadonlyMap<PermissionId, EffectiveRight> {
  const sources = new Map(effectivePermissions(given).map((right) => [right.permission, right.sources]));
  return new Map(
    effectivePermissions(standing).map((right) => [
      right.permission,
      { ...right, sources: sources.get(right.permission) ?? right.sources },
    ]),
  );
}
