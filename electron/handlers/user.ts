// Users: list and form, adding and changing (XACML: PAP for users).

import { locationTree } from '../../db/repositories/locationTree.ts';
import { latestEnd, lockOutsOfPeople } from '../../db/repositories/lockOut.ts';
import { countPatients } from '../../db/repositories/patient.ts';
import { providerChoices } from '../../db/repositories/provider.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { needsSecondApprover } from '../../db/repositories/rightsRules.ts';
import { nameOfActor, readUser } from '../../db/repositories/storedUser.ts';
import { insertUser } from '../../db/repositories/user.ts';
import { storeRights } from '../../db/repositories/userRights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { effectivePermissions, heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import { gainedPermissions } from '../../shared/authorization/rightWays.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { expectationsAfter } from '../access/expectationsAfter.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { type Reach, reachAfterUpdate } from '../proposal.ts';
import { rightsToStore } from '../rightsToStore.ts';
import { actingUserId } from './actingUser.ts';
import { givenView } from './givenView.ts';
import { lockOutView } from './lockOutTerms.ts';
import { termChanges, tickDateChanges } from './termChanges.ts';
import { infoChanges, rightsChanges } from './userChanges.ts';
import { userLifecycleHandlers } from './userLifecycle.ts';
import type { UserListName } from './userList.ts';
import { refuseImpossibleRights, refuseTakenLogin } from './userPossible.ts';
import { objectOf, userToChange } from './userToChange.ts';
import { isWidening, refuseToxicUser, updateUser, waitsForApproval } from './userUpdate.ts';

const GONE = refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.');

const readOneUser: Handler<'user.read'> = (call, tx, services) => {
  const { userId } = call.input;
  const user = readUser(tx, userId);
  const stored = readSubjectRights(tx, userId, call.nowMs);
  if (user === null || stored === null) return GONE;
  // Whoever came with the recovery code sees the people it can bring back and nobody else (S2.100).
  if (call.subject?.kind === 'recovery' && !user.isSuperUser) return GONE;
  call.note({ object: objectOf(user) });
  const { lastName, firstName, middleInitial, loginId, email, phone, note } = user;
  const lockedUntilMs = services.gate()?.lockedUntilMs(loginId, call.nowMs) ?? null;
  const lockOuts = lockOutsOfPeople(tx, [userId], call.nowMs).get(userId) ?? [];
  const ends = lockedUntilMs === null ? lockOuts : [...lockOuts, { untilMs: lockedUntilMs }];
  return {
    userId,
    number: user.number,
    version: user.version,
    info: { lastName, firstName, middleInitial, loginId, email, phone, note },
    status: user.status,
    isSuperUser: user.isSuperUser,
    hasAccessSecurity: user.hasAccessSecurity,
    isPhiRestricted: user.isPhiRestricted,
    isStrict: stored.rights.isStrict === true,
    isLockedOut: ends.length > 0,
    isLockedOutInPerson: lockedUntilMs !== null || lockOuts.some(({ kind }) => kind === 'user'),
    lockedOutUntilMs: latestEnd(ends),
    lockedUntilMs,
    lockOuts: lockOuts.map((lockOut) => lockOutView(tx, lockOut)),
    ...givenView(stored),
    effective: effectivePermissions(stored.rights).map((right) => ({ ...right, sources: [...right.sources] })),
    lastSignIn: user.lastSignIn,
    passwordChangedAtMs: user.passwordChangedAtMs,
    createdAtMs: user.createdAtMs,
    createdBy: nameOfActor(tx, user.createdBy),
    changedAtMs: user.changedAtMs,
    changedBy: nameOfActor(tx, user.changedBy),
    isSelf: call.subject?.userId === userId,
  };
};

const findProviderChoices: Handler<'user.findProviderChoices'> = (call, tx) => {
  const providers = providerChoices(tx, call.scope);
  call.note({ count: providers.length });
  return { providers };
};

const findLocationChoices: Handler<'user.findLocationChoices'> = (call, tx) => {
  const locations = locationTree(tx);
  call.note({ count: locations.length });
  return { locations };
};

const addUser: Handler<'user.add'> = (call, tx, services) => {
  const { input, prepared, nowMs } = call;
  const { userId, slot, activationCode, expiresAtMs } = prepared;
  const { info } = input;
  call.note({ object: objectOf({ userId, ...info }) });
  const trouble =
    refuseTakenLogin(tx, info.loginId, null) ??
    refuseImpossibleRights(tx, input, null) ??
    refuseToxicUser(tx, null, input) ??
    refuseUnapproved(tx, input);
  if (trouble !== null) return trouble;
  const byUserId = actingUserId(call);
  insertUser(tx, { userId, ...info, isSuperUser: false, scope: input.scope, byUserId, nowMs });
  storeRights(tx, userId, rightsToStore(null, input), { byUserId, atMs: nowMs, reason: null });
  const copied = input.copiedFromUserId === null ? null : nameOfActor(tx, input.copiedFromUserId);
  call.note({
    changes: [
      ...infoChanges(null, info),
      ...rightsChanges(tx, null, input),
      ...(copied === null ? [] : [{ field: 'Copied from', old: null, new: copied }]),
    ],
  });
  call.afterCommit(() => services.vault.putSlot(slot));
  return { userId, activationCode, expiresAtMs };
};

const previewUpdate: Handler<'user.previewUpdate'> = (call, tx, services) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const stored = readSubjectRights(tx, user.userId, call.nowMs);
  if (stored === null) return GONE;
  const after = reachAfterUpdate(tx, stored, call.input);
  const added = gainedPermissions(stored.given, after.given);
  const toStore = rightsToStore(stored, call.input);
  const needsApproval = waitsForApproval(tx, stored, call.input);
  return {
    added: added.map(rightChange),
    removed: gainedPermissions(after.given, stored.given).map(rightChange),
    terms: [...termChanges(tx, stored, toStore), ...tickDateChanges(stored.given.exceptions, toStore.exceptions)],
    patientsBefore: patientsReached(tx, stored, call.scope),
    patientsAfter: patientsReached(tx, after, call.scope),
    openSessions: services.sessions.countOf(user.userId),
    isWidening: isWidening(tx, stored, call.input) || needsApproval,
    needsApproval,
    ...expectationsAfter(tx, { kind: 'user', input: call.input }, call.subject, services, call.nowMs),
  };
};

type UserName = Exclude<Extract<keyof Handlers, `user.${string}`>, UserListName | `user.${string}View${string}`>;

export const userHandlers: Pick<Handlers, UserName> = {
  ...userLifecycleHandlers,
  'user.read': readOneUser,
  'user.findProviderChoices': findProviderChoices,
  'user.findLocationChoices': findLocationChoices,
  'user.add': addUser,
  'user.previewUpdate': previewUpdate,
  'user.update': updateUser,
};

/** Whoever is added gets their rights afterwards, when a second person can see for whom (S1.06). */
function refuseUnapproved(tx: ReadTx, { roleIds, exceptions }: Input<'user.add'>): Refusal | null {
  if (roleIds.length + exceptions.length === 0 || !needsSecondApprover(tx)) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'In this practice a second person approves who gets which rights. Add the person without roles and single rights, then open them and give what they need.',
  );
}

function rightChange(permission: PermissionId) {
  const { label, reachesPhi } = PERMISSIONS[permission];
  return { permission, label, reachesPhi };
}

/** How many patient records the person could open: none without the right, whatever the provider limit says. */
function patientsReached(tx: ReadTx, { given, scope }: Reach, seenBy: RecordReach): number {
  return heldPermissions(given).has('patient:read') ? countPatients(tx, scope, seenBy) : 0;
}
