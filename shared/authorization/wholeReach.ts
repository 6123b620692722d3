// What somebody reaches by their rights and limits before one call narrows it: worked out once, when the subject is read.
import type { PermissionId } from '../catalogue/permissions.ts';
import { LABEL_PERMISSIONS, MASK_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import { MASK_GROUPS } from './mask.ts';
import type { Conjunction } from './rowCondition.ts';
import { EVERY_WAY, type RecordReach, type RowScope, SENSITIVITY_LABELS } from './scope.ts';

/** The limits, without the sensitive labels and with the fields masked whose right is missing (S2.60, S3.11).
 *  @param conditions of rights held over some rows alone: a label or mask knows no rows, so such a right opens none */
export function wholeReach(
  held: ReadonlySet<PermissionId>,
  scope: RowScope,
  conditions: ReadonlyMap<PermissionId, readonly Conjunction[]> = new Map(),
): RecordReach {
  const isHeldWhole = (permission: PermissionId) => held.has(permission) && !conditions.has(permission);
  return {
    ...scope,
    ways: EVERY_WAY,
    hiddenLabels: SENSITIVITY_LABELS.filter((label) => !isHeldWhole(LABEL_PERMISSIONS[label])),
    hiddenMasks: MASK_GROUPS.filter((group) => !isHeldWhole(MASK_PERMISSIONS[group])),
  };
}
