// What a tick in the rights matrix does to a user's roles and exceptions; pure, shared by the tabs of the editor.
import {
  type EffectiveRight,
  heldPermissions,
  type PermissionException,
  type RightsOfUser,
} from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type Verb } from '../../../shared/catalogue/dataAreas.ts';
import { impliedPermissions, permissionsNeeding } from '../../../shared/catalogue/impliedPermissions.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { AREAS, areaOf, movesTogether } from '../../components/rightsGroups.ts';

/** Exceptions after ticking or unticking `permissions`, and which other rights had to change with them.
 *  Written so that effectivePermissions() answers exactly the ticks shown: an exception in the same area that says the
 *  opposite of its tick is dropped, and one that would repeat what the roles already say is not added.
 *  @param ended ticks that `rights` no longer holds because their last day is past; they stay unless touched */
export function tick(
  rights: RightsOfUser,
  permissions: readonly PermissionId[],
  isTicked: boolean,
  ended: readonly PermissionException[] = [],
): { readonly exceptions: readonly PermissionException[]; readonly alsoChanged: readonly PermissionId[] } {
  const wanted = new Set(permissions.flatMap((permission) => movesTogether(permission, isTicked)));
  const before = heldPermissions(rights);
  const changed = [...wanted].filter((permission) => before.has(permission) !== isTicked);
  const isHeldAfter = (id: PermissionId) => (wanted.has(id) ? isTicked : before.has(id));
  const given = heldPermissions({ ...rights, exceptions: [] });
  const touched = new Set([...wanted].flatMap((id) => [id, ...impliedPermissions(id), ...permissionsNeeding(id)]));
  const kept = rights.exceptions.filter(
    ({ permission, effect }) => !touched.has(permission) || isHeldAfter(permission) === (effect === 'grant'),
  );
  const said = new Set(kept.map(({ permission }) => permission));
  const added = [...touched]
    .filter((id) => !said.has(id) && isHeldAfter(id) !== given.has(id))
    .map((permission): PermissionException => ({ permission, effect: isHeldAfter(permission) ? 'grant' : 'revoke' }));
  return {
    exceptions: [...ended.filter(({ permission }) => !touched.has(permission)), ...kept, ...added],
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
