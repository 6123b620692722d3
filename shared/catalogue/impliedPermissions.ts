// What one permission brings with it, and what cannot be held without it (S5.07): the verbs' rule, cell by cell.
import { DATA_AREAS, type DataArea, IMPLIED_VERBS } from './dataAreas.ts';
import { areaPermission, PERMISSION_IDS, type PermissionId } from './permissions.ts';

/** The permissions that holding `permission` brings: Edit brings View, Delete brings Edit and View; Export is never
 *  brought. Whole: what is brought by something brought stands in the list too.
 *  Source: S5.07. */
export function impliedPermissions(permission: PermissionId): readonly PermissionId[] {
  return IMPLIED.get(permission) ?? [];
}

/** The permissions that bring `permission`, and so fall when it is taken away. */
export function permissionsNeeding(permission: PermissionId): readonly PermissionId[] {
  return NEEDING.get(permission) ?? [];
}

const IMPLIED: ReadonlyMap<PermissionId, readonly PermissionId[]> = new Map(
  (Object.keys(DATA_AREAS) as DataArea[]).flatMap((area) =>
    DATA_AREAS[area].verbs.flatMap((verb): [PermissionId, PermissionId[]][] => {
      const id = areaPermission(area, verb);
      return id === null ? [] : [[id, IMPLIED_VERBS[verb].flatMap((brought) => areaPermission(area, brought) ?? [])]];
    }),
  ),
);

const NEEDING: ReadonlyMap<PermissionId, readonly PermissionId[]> = new Map(
  PERMISSION_IDS.map((id) => [id, PERMISSION_IDS.filter((other) => IMPLIED.get(other)?.includes(id))]),
);
