// What a user is allowed at one moment, from what was given to them. Runs on every call.
import type { RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import { momentAt } from '../../shared/authorization/momentAt.ts';
import { type Limits, reachedScope, withinPlaceOfWork } from '../../shared/authorization/reachedScope.ts';
import { type RightsAt, rightsAt } from '../../shared/authorization/rightsAt.ts';
import type { RowScope } from '../../shared/authorization/scope.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';
import {
  type AssignedLocations,
  type AssignedScope,
  readAssignedLocations,
  readAssignedScope,
  readExceptions,
  readGivenRoles,
} from './givenRights.ts';
import { isPlaceOfWork, locationsAbove, locationsBelow } from './locationTree.ts';
import { IN_FORCE_SQL, isPersonLockedOut } from './lockOut.ts';
import { patientsGrantedTo } from './patientGrant.ts';
import { RIGHTS_MODEL_KEY } from './rightsRules.ts';

export type UserStatus = 'invited' | 'active' | 'disabled' | 'deleted';

export interface SubjectRights extends RightsAt {
  readonly status: UserStatus;
  /** Locked out at the moment asked about, in person or with a role; what has ended no longer counts. */
  readonly isLockedOut: boolean;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  /** Everything given, also what does not count at the moment. */
  readonly given: RightsOfUser;
  /** The rows the user reaches. */
  readonly scope: RowScope;
  readonly assignedScope: AssignedScope;
  readonly assignedLocations: AssignedLocations;
  /** The patient record a holder of the Patient role is linked to. */
  readonly linkedPatientId: string | null;
  /** `Last, First M.` */
  readonly name: string;
  readonly loginId: string;
  readonly roleNames: readonly string[];
}

/** The rights of one user at `nowMs` while working at a location, or null when there is no such user.
 *  INVARIANT: a permission id that this version does not know grants nothing. */
export function readSubjectRights(
  tx: ReadTx,
  userId: string,
  nowMs: number,
  workLocationId: string | null = null,
): SubjectRights | null {
  const row = tx.prepare<UserRightsRow>(USER_SQL).get(userId);
  if (row === undefined) return null;
  const isSuperUser = row.is_super_user === 1;
  const hasAccessSecurity = row.has_access_security === 1;
  const given: RightsOfUser = {
    roles: readGivenRoles(tx, userId),
    exceptions: readExceptions(tx, userId),
    isSuperUser,
    hasAccessSecurity,
    isPhiRestricted: row.is_phi_restricted === 1,
    isStrict: row.is_strict === 1,
  };
  const assignedScope = readAssignedScope(tx, userId, row.provider_scope);
  const assignedLocations = readAssignedLocations(tx, userId, row.location_scope ?? 'all');
  const limits: Limits = {
    isSuperUser,
    roles: given.roles,
    assignedScope,
    assignedLocations,
    linkedPatientId: row.patient_id,
    grantedPatientIds: patientsGrantedTo(tx, userId, () => momentAt(nowMs, timeZoneOf(tx), []).day),
  };
  const below = (ids: readonly string[]) => locationsBelow(tx, ids);
  const limited = reachedScope(limits, below);
  // A place that went out of use or out of the person's limit since they chose it is no place of work any more.
  const placeId = workLocationId !== null && isPlaceOfWork(tx, workLocationId, limited) ? workLocationId : null;
  const now = rightsAt(given, () =>
    momentAt(nowMs, timeZoneOf(tx), placeId === null ? [] : locationsAbove(tx, placeId)),
  );
  return {
    ...now,
    given,
    status: row.status,
    isLockedOut: isPersonLockedOut(tx, userId, isSuperUser, nowMs),
    isSuperUser,
    hasAccessSecurity,
    scope: withinPlaceOfWork(limited, now.rights, placeId, below),
    assignedScope,
    assignedLocations,
    linkedPatientId: row.patient_id,
    name: displayName({ lastName: row.last_name, firstName: row.first_name, middleInitial: row.middle_initial }),
    loginId: row.login_id,
    roleNames: now.rights.roles.map((role) => role.roleName),
  };
}

/** Whether a Super User other than `userId` could sign in at `nowMs`: active and not locked out. */
export function hasOtherSuperUser(tx: ReadTx, userId: string, nowMs: number): boolean {
  return tx.prepare(OTHER_SUPER_USER_SQL).get({ userId, nowMs }) !== undefined;
}

interface UserRightsRow {
  status: UserStatus;
  is_super_user: number;
  has_access_security: number;
  is_phi_restricted: number | null;
  is_strict: number;
  provider_scope: 'all' | 'selected';
  location_scope: 'all' | 'selected' | null;
  patient_id: string | null;
  last_name: string;
  first_name: string;
  middle_initial: string;
  login_id: string;
}

const USER_SQL = `SELECT status, is_super_user, has_access_security, is_phi_restricted, provider_scope, location_scope,
  patient_id, last_name, first_name, middle_initial, login_id, EXISTS (SELECT 1 FROM setting
    WHERE key = '${RIGHTS_MODEL_KEY}' AND value = 'strict') AS is_strict FROM user WHERE id = ?`;
const OTHER_SUPER_USER_SQL = `SELECT 1 FROM user WHERE is_super_user = 1 AND status = 'active' AND id <> :userId
  AND NOT EXISTS (SELECT 1 FROM lock_out WHERE kind = 'user' AND target_id = user.id AND ${IN_FORCE_SQL}) LIMIT 1`;

function timeZoneOf(tx: ReadTx): string {
  const practice = tx.prepare<{ zone: string }>('SELECT time_zone AS zone FROM practice WHERE id = 1').get();
  if (practice === undefined) throw new Error('there is no practice yet');
  return practice.zone;
}
