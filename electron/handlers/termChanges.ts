// The changed terms, locations and linked record of a user in readable words, for the log.
import { locationNames } from '../../db/repositories/locationTree.ts';
import type { SubjectRights } from '../../db/repositories/rights.ts';
import { findRoles } from '../../db/repositories/role.ts';
import type { RightsToStore } from '../../db/repositories/userRights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { GrantTerms } from '../../shared/authorization/grantTerms.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { FieldChange } from './userChanges.ts';

/** `, from 2026-12-01 until 2026-12-31`; nothing without dates. */
export function dateWords(terms: GrantTerms | undefined): string {
  const from = terms?.validFrom == null ? '' : ` from ${terms.validFrom}`;
  const until = terms?.validUntil == null ? '' : ` until ${terms.validUntil}`;
  return from + until === '' ? '' : `,${from}${until}`;
}

/** What changed of dates, places of roles, location limit and linked record; a patient is named by the id alone. */
export function termChanges(tx: ReadTx, before: SubjectRights | null, after: Required<RightsToStore>): FieldChange[] {
  const locations = before?.assignedLocations ?? null;
  const hadTerms = new Map(before?.given.roles.map(({ roleId, terms }) => [roleId, terms]));
  const ids = [...hadTerms.values(), ...after.roleTerms.values()].flatMap((terms) => terms?.locationIds ?? []);
  const names = locationNames(tx, [...ids, ...idsIn(locations), ...idsIn(after.locations)]);
  const name = (id: string) => names.get(id) ?? id;
  const words = (terms: GrantTerms | undefined) => {
    const places = terms?.locationIds?.map(name).toSorted().join(', ');
    return `${dateWords(terms)}${places === undefined ? '' : `, at ${places}`}`.slice(2) || null;
  };
  const limit = (of: RightsToStore['locations'] | null) =>
    of == null
      ? null
      : of.kind === 'all'
        ? 'All Locations'
        : idsIn(of).map(name).toSorted().join(', ') || 'no location';
  const roleNames = new Map(findRoles(tx).map((role) => [role.roleId, role.name]));
  const changes: FieldChange[] = after.roleIds.map((roleId) => ({
    field: `Terms of ${roleNames.get(roleId) ?? roleId}`,
    old: words(hadTerms.get(roleId)),
    new: words(after.roleTerms.get(roleId)),
  }));
  changes.push(
    { field: 'Location limit', old: limit(locations), new: limit(after.locations) },
    { field: 'Linked patient record', old: before?.linkedPatientId ?? null, new: after.linkedPatientId },
  );
  return changes.filter(({ old, new: now }) => old !== now);
}

/** Single ticks given for other days than before; a tick that comes or goes for good is told as a right. */
export function tickDateChanges(before: Exceptions, after: Exceptions): FieldChange[] {
  const words = (list: Exceptions, permission: PermissionId) =>
    dateWords(list.find((one) => one.permission === permission && one.effect === 'grant')?.terms).slice(2) || null;
  const touched = [...new Set([...before, ...after].map(({ permission }) => permission))];
  return touched
    .map((id) => ({ field: `Dates of ${PERMISSIONS[id].label}`, old: words(before, id), new: words(after, id) }))
    .filter(({ old, new: now }) => old !== now);
}

type Exceptions = SubjectRights['given']['exceptions'];

function idsIn(locations: RightsToStore['locations'] | null): readonly string[] {
  return locations?.kind === 'selected' ? locations.locationIds : [];
}
