// What one permission brings with it, and what cannot be held without it (S5.07): the verbs' rule, cell by cell.
import { DATA_AREAS, type DataArea, IMPLIED_VERBS, VERBS, type Verb } from './dataAreas.ts';
import { areaPermission, PERMISSION_IDS, type PermissionId } from './permissions.ts';
import { OWN_PERMISSIONS } from './recordPermissions.ts';

/** The permissions that holding `permission` brings: Edit brings Add and View, Delete brings Edit; Export is never
 *  brought. The same among rights over one's own rows. Whole: what something brought brings stands in the list too.
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
    [areaPermission, ownPermission].flatMap((cell) =>
      VERBS.flatMap((verb): [PermissionId, PermissionId[]][] => {
        const id = cell(area, verb);
        return id === null ? [] : [[id, IMPLIED_VERBS[verb].flatMap((brought) => cell(area, brought) ?? [])]];
      }),
    ),
  ),
);

const NEEDING: ReadonlyMap<PermissionId, readonly PermissionId[]> = new Map(
  PERMISSION_IDS.map((id) => [id, PERMISSION_IDS.filter((other) => IMPLIED.get(other)?.includes(id))]),
);

/** The right of a verb over one's own rows alone, or null where the area knows none. */
function ownPermission(area: DataArea, verb: Verb): PermissionId | null {
  return OWN_PERMISSIONS[`${area}:${verb}`] ?? null;
}
