// What was given to a person, as stored: roles and single ticks with their terms, and limits of provider and location.
import type { RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import type { GrantTerms } from '../../shared/authorization/grantTerms.ts';
import type { Limits } from '../../shared/authorization/reachedScope.ts';
import { isPermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx } from '../transaction.ts';
import { readRoleGrants } from './roleDefinition.ts';

/** The provider limit as it was ticked; a Super User reaches all whatever stands here. */
export type AssignedScope = Limits['assignedScope'];

/** The locations as they were ticked; each brings those below it. */
export type AssignedLocations = Limits['assignedLocations'];

/** The roles of a person with the terms under which each was given. */
export function readGivenRoles(tx: ReadTx, userId: string): RightsOfUser['roles'] {
  const rows = tx.prepare<RoleRow>(ROLES_SQL).all(userId);
  const terms = new Map(rows.map((row) => [row.roleId, termsOf(row)]));
  return readRoleGrants(
    tx,
    rows.map(({ roleId }) => roleId),
  ).map((grant) => withTerms(grant, terms.get(grant.roleId) ?? null));
}

/** The single ticks and unticks of a person; a right that this version does not know is left out. */
export function readExceptions(tx: ReadTx, userId: string): RightsOfUser['exceptions'] {
  return tx
    .prepare<ExceptionRow>(EXCEPTIONS_SQL)
    .all(userId)
    .flatMap(({ permission, effect, validFrom, validUntil }) =>
      isPermissionId(permission)
        ? [withTerms({ permission, effect }, termsOf({ validFrom, validUntil, isBound: null, locations: '[]' }))]
        : [],
    );
}

export function readAssignedScope(tx: ReadTx, userId: string, kind: 'all' | 'selected'): AssignedScope {
  if (kind === 'all') return { kind };
  const rows = tx.prepare<{ id: string }>('SELECT provider_id AS id FROM user_provider WHERE user_id = ?').all(userId);
  return { kind, providerIds: rows.map(({ id }) => id) };
}

export function readAssignedLocations(tx: ReadTx, userId: string, kind: 'all' | 'selected'): AssignedLocations {
  if (kind === 'all') return { kind };
  const rows = tx.prepare<{ id: string }>('SELECT location_id AS id FROM user_location WHERE user_id = ?').all(userId);
  return { kind, locationIds: rows.map(({ id }) => id) };
}

/** The same grant under `terms`; null: without any. */
export function withTerms<Given extends object>(
  given: Given,
  terms: GrantTerms | null,
): Given & { terms?: GrantTerms } {
  return terms === null ? given : { ...given, terms };
}

interface TermsRow {
  validFrom: string | null;
  validUntil: string | null;
  isBound: number | null;
  locations: string;
}
interface RoleRow extends TermsRow {
  roleId: string;
}
interface ExceptionRow extends Pick<TermsRow, 'validFrom' | 'validUntil'> {
  permission: string;
  effect: 'grant' | 'revoke';
}

const ROLES_SQL = `SELECT role_id AS roleId, valid_from AS validFrom, valid_until AS validUntil, is_bound AS isBound,
  CASE WHEN is_bound = 1 THEN (SELECT json_group_array(location_id) FROM user_role_location AS place
    WHERE place.user_id = user_role.user_id AND place.role_id = user_role.role_id) ELSE '[]' END AS locations
  FROM user_role WHERE user_id = ?`;
const EXCEPTIONS_SQL = `SELECT permission, effect, valid_from AS validFrom, valid_until AS validUntil
  FROM user_permission WHERE user_id = ?`;

function termsOf({ validFrom, validUntil, isBound, locations }: TermsRow): GrantTerms | null {
  if (validFrom === null && validUntil === null && isBound !== 1) return null;
  // Bound without a location left counts nowhere: what is missing is forbidden.
  return { validFrom, validUntil, locationIds: isBound === 1 ? (JSON.parse(locations) as string[]) : null };
}
