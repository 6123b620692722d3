// What a tick in the rights matrix does to a user's roles and exceptions; pure, shared by the tabs of the editor.
import {
  type EffectiveRight,
  effectivePermissions,
  type PermissionException,
  type RightsOfUser,
} from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, IMPLIED_VERBS, VERBS, type Verb } from '../../../shared/catalogue/dataAreas.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';

export const AREAS = Object.keys(DATA_AREAS) as DataArea[];

/** Permissions outside the data areas, in catalogue order. */
export const SINGLE_PERMISSIONS = (Object.keys(PERMISSIONS) as PermissionId[]).filter((id) => areaOf(id) === null);

/** The area and verb of a matrix cell, or null for a permission outside the matrix. */
export function areaOf(permission: PermissionId): { readonly area: DataArea; readonly verb: Verb } | null {
  for (const area of Object.keys(DATA_AREAS) as DataArea[])
    for (const verb of VERBS) if (areaPermission(area, verb) === permission) return { area, verb };
  return null;
}

/** `permission` and what moves with it: ticking brings what the verb implies, unticking takes what implied it. */
export function movesTogether(permission: PermissionId, isTicked: boolean): PermissionId[] {
  const place = areaOf(permission);
  if (place === null) return [permission];
  const verbs = isTicked ? IMPLIED_VERBS[place.verb] : VERBS.filter((verb) => IMPLIED_VERBS[verb].includes(place.verb));
  const others = verbs.flatMap((verb) => areaPermission(place.area, verb) ?? []);
  return [permission, ...others];
}

/** Exceptions after ticking or unticking `permissions`, and which other rights had to change with them.
 *  An exception that would repeat what the roles already say is dropped. */
export function tick(
  rights: RightsOfUser,
  permissions: readonly PermissionId[],
  isTicked: boolean,
): { readonly exceptions: readonly PermissionException[]; readonly alsoChanged: readonly PermissionId[] } {
  const wanted = new Set(permissions.flatMap((permission) => movesTogether(permission, isTicked)));
  const before = new Map(effectivePermissions(rights).map((right) => [right.permission, right.isHeld]));
  const withoutExceptions = new Map(
    effectivePermissions({ ...rights, exceptions: [] }).map((right) => [right.permission, right.isHeld]),
  );
  const changed = [...wanted].filter((permission) => before.get(permission) !== isTicked);
  const kept = rights.exceptions.filter(({ permission }) => !changed.includes(permission));
  const added = changed
    .filter((permission) => withoutExceptions.get(permission) !== isTicked)
    .map((permission): PermissionException => ({ permission, effect: isTicked ? 'grant' : 'revoke' }));
  return {
    exceptions: [...kept, ...added],
    alsoChanged: changed.filter((permission) => !permissions.includes(permission)),
  };
}

/** One sentence on what a person can reach (S4.09). */
export function summaryOf(effective: readonly EffectiveRight[], isSuperUser: boolean): string {
  if (isSuperUser) return 'Super User: every right, all providers.';
  const areasWhere = (verb: Verb | null, onlyPhi: boolean) =>
    AREAS.filter(
      (area) =>
        (!onlyPhi || DATA_AREAS[area].reachesPhi) &&
        effective.some((right) => {
          const place = areaOf(right.permission);
          return right.isHeld && place?.area === area && (verb === null || place.verb === verb);
        }),
    ).length;
  const inAreas = (count: number) => (count === 0 ? 'none' : count === 1 ? '1 area' : `${count} areas`);
  const phi = areasWhere(null, true);
  const reach = phi === 0 ? 'Reaches no PHI' : `Can reach PHI in ${inAreas(phi)}`;
  return `${reach}; can delete in ${inAreas(areasWhere('delete', false))}.`;
}

/** Rights newly held and no longer held between two states. */
export function rightsDifference(before: RightsOfUser, after: RightsOfUser) {
  const held = new Map(effectivePermissions(before).map((right) => [right.permission, right.isHeld]));
  const changed = effectivePermissions(after).filter((right) => held.get(right.permission) !== right.isHeld);
  return {
    added: changed.filter((right) => right.isHeld).map((right) => right.permission),
    removed: changed.filter((right) => !right.isHeld).map((right) => right.permission),
  };
}
