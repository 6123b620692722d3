// The rights as the tables of rights group them: the matrix of areas, single permissions, and what moves with a tick.
import { DATA_AREAS, type DataArea, VERBS, type Verb } from '../../shared/catalogue/dataAreas.ts';
import { impliedPermissions, permissionsNeeding } from '../../shared/catalogue/impliedPermissions.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';

export const AREAS = Object.keys(DATA_AREAS) as DataArea[];

/** Permissions outside the data areas, in catalogue order. */
export const SINGLE_PERMISSIONS = (Object.keys(PERMISSIONS) as PermissionId[]).filter((id) => areaOf(id) === null);

/** The area and verb of a matrix cell, or null for a permission outside the matrix. */
export function areaOf(permission: PermissionId): { readonly area: DataArea; readonly verb: Verb } | null {
  for (const area of Object.keys(DATA_AREAS) as DataArea[])
    for (const verb of VERBS) if (areaPermission(area, verb) === permission) return { area, verb };
  return null;
}

/** `permission` and what moves with it: ticking brings what it implies, unticking takes what cannot do without it. */
export function movesTogether(permission: PermissionId, isTicked: boolean): PermissionId[] {
  return [permission, ...(isTicked ? impliedPermissions(permission) : permissionsNeeding(permission))];
}
