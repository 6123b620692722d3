// One row of what a person is allowed, changed: the candidates an explanation tries, and the facts after each (N1).
import { impliedPermissions } from '../catalogue/impliedPermissions.ts';
import { PATIENT_ROLE_ID } from '../catalogue/patientRole.ts';
import type { PermissionId } from '../catalogue/permissions.ts';
import { LABEL_PERMISSIONS, OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import type { GuardedAccess } from './decide.ts';
import { heldPermissions, type RightsOfUser, type RoleGrant } from './effectivePermissions.ts';
import type { Facts } from './facts.ts';
import { borrowedRights, conditionsOfRights } from './rightWays.ts';
import { ALL_ROWS, type RowScope, type RowTies, SENSITIVITY_LABELS } from './scope.ts';
import { wholeReach } from './wholeReach.ts';

/** A change of exactly one stored row of the person: a tick, a role, a provider or location of the limits, a patient
 *  granted for a time, a flag or a lock-out. */
export type SingleChange =
  /** Ticked for this user, or no longer unticked. */
  | { readonly kind: 'tick'; readonly permission: PermissionId }
  | { readonly kind: 'role'; readonly roleId: string; readonly roleName: string }
  | { readonly kind: 'provider'; readonly providerId: string }
  | { readonly kind: 'location'; readonly locationId: string }
  | { readonly kind: 'patientGrant'; readonly patientId: string }
  | { readonly kind: 'liftPhiRestriction' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'accessSecurity' }
  | { readonly kind: 'superUser' };

/** The stored rows beside the rights from which a subject was made. */
export interface Asked {
  /** The limits as they are reached. */
  readonly limit: RowScope;
  /** How many lock-outs keep the person out: lifting one helps only where it is the only one. */
  readonly lockOutCount: number;
}

interface Tried extends Asked {
  readonly access: GuardedAccess;
  readonly facts: Facts;
  readonly rights: RightsOfUser;
  readonly roles: readonly RoleGrant[];
}

/** The single changes worth trying, the narrow ones first. None is judged here. */
export function candidateChanges({ access, facts, rights, roles, limit, lockOutCount }: Tried): SingleChange[] {
  const { subject } = facts;
  // What the recovery code opens stands in no row.
  if (subject.kind === 'recovery') return [];
  const held = new Set(rights.roles.map(({ roleId }) => roleId));
  const changes: SingleChange[] = [];
  if (lockOutCount === 1 && subject.isLockedOut) changes.push({ kind: 'unlock' });
  if (subject.status === 'disabled') changes.push({ kind: 'enable' });
  if (rights.isPhiRestricted) changes.push({ kind: 'liftPhiRestriction' });
  // The role Patient stands alone and reaches its one record, whatever else is given (S1.23).
  if (held.has(PATIENT_ROLE_ID)) return changes;
  for (const patientId of patientsOutside(facts, limit)) changes.push({ kind: 'patientGrant', patientId });
  for (const providerId of providersOutside(facts, limit)) changes.push({ kind: 'provider', providerId });
  for (const locationId of locationsOutside(facts, limit)) changes.push({ kind: 'location', locationId });
  for (const permission of ticksWorthTrying(access, facts, rights)) changes.push({ kind: 'tick', permission });
  for (const { roleId, roleName } of roles) if (!held.has(roleId)) changes.push({ kind: 'role', roleId, roleName });
  if (!rights.hasAccessSecurity) changes.push({ kind: 'accessSecurity' });
  if (!rights.isSuperUser) changes.push({ kind: 'superUser' });
  return changes;
}

/** The facts as they would be after the change: the subject is made anew from the changed row, nothing else moves. */
export function applyChange(
  { limit, roles, lockOutCount }: Pick<Tried, 'limit' | 'roles' | 'lockOutCount'>,
  rights: RightsOfUser,
  facts: Facts,
  change: SingleChange,
): Facts {
  const { subject } = facts;
  switch (change.kind) {
    case 'unlock':
      return { ...facts, subject: { ...subject, isLockedOut: lockOutCount > 1 } };
    case 'enable':
      return { ...facts, subject: { ...subject, status: 'active' } };
    case 'provider':
      return withRights(facts, rights, { ...limit, providers: withOne(limit.providers, change.providerId) });
    case 'location':
      return withRights(facts, rights, { ...limit, locations: withOne(limit.locations, change.locationId) });
    case 'patientGrant':
      return withRights(facts, rights, { ...limit, patientIds: [...limit.patientIds, change.patientId] });
    case 'liftPhiRestriction':
      return withRights(facts, { ...rights, isPhiRestricted: false }, limit);
    case 'accessSecurity':
      return withRights(facts, { ...rights, hasAccessSecurity: true }, limit);
    case 'superUser':
      return withRights(facts, { ...rights, isSuperUser: true }, ALL_ROWS);
    case 'role': {
      const given = roles.filter(({ roleId }) => roleId === change.roleId);
      return withRights(facts, { ...rights, roles: [...rights.roles, ...given] }, limit);
    }
    case 'tick':
      return withRights(facts, ticked(rights, change.permission), limit);
  }
}

function withRights(facts: Facts, rights: RightsOfUser, limit: RowScope): Facts {
  const { isSuperUser, isPhiRestricted } = rights;
  const held = heldPermissions(rights);
  const conditions = conditionsOfRights(rights);
  return {
    ...facts,
    subject: {
      ...facts.subject,
      isSuperUser,
      isPhiRestricted,
      held,
      conditions,
      borrowed: borrowedRights(rights),
      scope: wholeReach(held, limit, conditions),
    },
  };
}

/** An untick is taken back; a row that gives the right is written only where that alone does not bring it. */
function ticked(rights: RightsOfUser, permission: PermissionId): RightsOfUser {
  const others = rights.exceptions.filter((exception) => exception.permission !== permission);
  const withoutUntick = { ...rights, exceptions: others };
  const isEnough = others.length < rights.exceptions.length && heldPermissions(withoutUntick).has(permission);
  return isEnough ? withoutUntick : { ...rights, exceptions: [...others, { permission, effect: 'grant' }] };
}

function withOne(ids: 'all' | readonly string[], id: string): 'all' | readonly string[] {
  return ids === 'all' ? ids : [...ids, id];
}

/** The providers of the record, before and after, and of the proposed limit, whom the person does not reach. */
function providersOutside({ target, tiesAfter, proposal }: Facts, { providers }: RowScope): readonly string[] {
  if (providers === 'all') return [];
  const proposed = proposal?.scopeAfter.providers ?? [];
  const wanted = tiesIn({ target, tiesAfter }).flatMap(({ providerIds }) => (providerIds === 'any' ? [] : providerIds));
  return outside([...wanted, ...(proposed === 'all' ? [] : proposed)], providers);
}

function locationsOutside({ target, tiesAfter, proposal }: Facts, { locations }: RowScope): readonly string[] {
  if (locations === 'all') return [];
  const proposed = proposal?.scopeAfter.locations ?? [];
  const wanted = tiesIn({ target, tiesAfter }).flatMap(({ locationIds }) => (locationIds === 'any' ? [] : locationIds));
  return outside([...wanted, ...(proposed === 'all' ? [] : proposed)], locations);
}

function patientsOutside(facts: Pick<Facts, 'target' | 'tiesAfter'>, { patientIds }: RowScope): readonly string[] {
  return outside(
    tiesIn(facts).flatMap(({ patientId }) => patientId ?? []),
    patientIds,
  );
}

/** The ties of the record before and after. */
function tiesIn({ target, tiesAfter }: Pick<Facts, 'target' | 'tiesAfter'>): readonly RowTies[] {
  return [...(target?.kind === 'record' ? [target.ties] : []), ...(tiesAfter === null ? [] : [tiesAfter])];
}

function outside(wanted: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((id) => !known.includes(id));
}

/** The needed right, its "own rows" form, what it implies, the right of each label, what was unticked, and what a
 *  proposed change would hand on. */
function ticksWorthTrying(
  access: GuardedAccess,
  { subject, proposal }: Facts,
  { exceptions }: RightsOfUser,
): readonly PermissionId[] {
  const needed = access.kind === 'permission' ? [access.permission] : [];
  const own = needed.flatMap((id) => OWN_PERMISSIONS[id] ?? []);
  const unticked = exceptions.flatMap(({ permission, effect }) => (effect === 'revoke' ? [permission] : []));
  const all = [
    ...own,
    ...needed,
    ...needed.flatMap(impliedPermissions),
    ...SENSITIVITY_LABELS.map((label) => LABEL_PERMISSIONS[label]),
    ...(proposal?.gains ?? []),
    ...unticked,
  ];
  return [...new Set(all)].filter((id) => !subject.held.has(id));
}
