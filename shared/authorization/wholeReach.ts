// What somebody reaches by their rights and limits before one call narrows it: worked out once, when the subject is read.
import type { PermissionId } from '../catalogue/permissions.ts';
import { LABEL_PERMISSIONS, MASK_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import { MASK_GROUPS } from './mask.ts';
import { EVERY_WAY, type RecordReach, type RowScope, SENSITIVITY_LABELS } from './scope.ts';

/** The limits, without the sensitive labels and with the fields masked whose right is missing (S2.60, S3.11). */
export function wholeReach(held: ReadonlySet<PermissionId>, scope: RowScope): RecordReach {
  return {
    ...scope,
    ways: EVERY_WAY,
    hiddenLabels: SENSITIVITY_LABELS.filter((label) => !held.has(LABEL_PERMISSIONS[label])),
    hiddenMasks: MASK_GROUPS.filter((group) => !held.has(MASK_PERMISSIONS[group])),
  };
}
