// Which rows a person's limits let them reach (S5.13, S5.14, S2.28, S2.29, S2.75, S2.106, S1.23); pure, so that the
// program and its second judge work out the same.
import { PATIENT_ROLE_ID } from '../catalogue/patientRole.ts';
import type { RightsOfUser } from './effectivePermissions.ts';
import { ALL_ROWS, NO_ROWS, type RowScope } from './scope.ts';

/** What limits the rows a person reaches, as it is stored. */
export interface Limits {
  readonly isSuperUser: boolean;
  readonly roles: readonly { readonly roleId: string }[];
  readonly assignedScope:
    | { readonly kind: 'all' }
    | { readonly kind: 'selected'; readonly providerIds: readonly string[] };
  /** Each location brings those below it. */
  readonly assignedLocations:
    | { readonly kind: 'all' }
    | { readonly kind: 'selected'; readonly locationIds: readonly string[] };
  readonly linkedPatientId: string | null;
  readonly grantedPatientIds: readonly string[];
}

/** Locations with every one below them. */
export type LocationsBelow = (locationIds: readonly string[]) => readonly string[];

/** The rows a person with these limits reaches: a Super User all of them (C4), somebody with the Patient role or linked to
 *  a record that record alone (S1.23), everybody else their limits and the patients granted to them (S2.106). */
export function reachedScope(limits: Limits, locationsBelow: LocationsBelow): RowScope {
  const { assignedScope, assignedLocations, linkedPatientId, grantedPatientIds } = limits;
  if (limits.isSuperUser) return ALL_ROWS;
  if (linkedPatientId !== null || limits.roles.some(({ roleId }) => roleId === PATIENT_ROLE_ID))
    return { ...NO_ROWS, patientIds: linkedPatientId === null ? [] : [linkedPatientId] };
  return {
    providers: assignedScope.kind === 'all' ? 'all' : assignedScope.providerIds,
    locations: assignedLocations.kind === 'all' ? 'all' : locationsBelow(assignedLocations.locationIds),
    patientIds: grantedPatientIds,
  };
}

/** While a role counts that was given for one place, nothing of another place is reached (S2.29): the rights of the place
 *  and those held everywhere cannot be told apart in one reach, so the narrower one binds both.
 *  @param rights those that count now */
export function withinPlaceOfWork(
  scope: RowScope,
  { isSuperUser, roles }: RightsOfUser,
  workLocationId: string | null,
  locationsBelow: LocationsBelow,
): RowScope {
  const isBound = roles.some(({ terms }) => terms !== undefined && terms.locationIds !== null);
  if (isSuperUser || !isBound || workLocationId === null) return scope;
  const here = locationsBelow([workLocationId]);
  const { locations } = scope;
  return { ...scope, locations: locations === 'all' ? here : here.filter((id) => locations.includes(id)) };
}
