// A change of a user and their rights: made at once, or left waiting for a second person (S1.06).
import { isAnyRoleLockedOut } from '../../db/repositories/lockOut.ts';
import { readSubjectRights, type SubjectRights } from '../../db/repositories/rights.ts';
import { needsSecondApprover } from '../../db/repositories/rightsRules.ts';
import type { StoredUser } from '../../db/repositories/storedUser.ts';
import { stampUser, updateUserInfo } from '../../db/repositories/user.ts';
import { storeRights } from '../../db/repositories/userRights.ts';
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import { gainedPermissions } from '../../shared/authorization/rightWays.ts';
import { isWithin } from '../../shared/authorization/scope.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { AuthorizedCall, Handler } from '../ipc/stages.ts';
import { reachAfterUpdate } from '../proposal.ts';
import { rightsToStore } from '../rightsToStore.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';
import { endLockedOutSessions } from './lockOutTerms.ts';
import { proposeChange } from './proposeChange.ts';
import { refuseToxicPairs } from './rightsRules.ts';
import type { ChangedBy } from './roleUpdate.ts';
import { type FieldChange, infoChanges, rightsChanges } from './userChanges.ts';
import { refuseImpossibleRights, refuseTakenLogin } from './userPossible.ts';
import { userToChange } from './userToChange.ts';

type UserInput = Input<'user.update'>;

export const updateUser: Handler<'user.update'> = (call, tx, services) => {
  const { input, nowMs } = call;
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const stored = readSubjectRights(tx, user.userId, nowMs);
  if (stored === null) return refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.');
  const trouble = refuseUserUpdate(call, tx, user, stored, input);
  if (trouble !== null) return trouble;
  const changes = userUpdateChanges(tx, user, stored, input);
  call.note({ changes, ...(input.reason === '' ? {} : { why: input.reason }) });
  if (waitsForApproval(tx, stored, input)) {
    const target = { kind: 'user', id: user.userId, name: displayName(user), version: user.version } as const;
    const waiting = proposeChange(call, tx, services, target, changes, null);
    return waiting ?? { version: user.version, needsApproval: true };
  }
  const stamp = { byUserId: actingUserId(call), atMs: nowMs, reason: input.reason, approvedBy: null };
  return { version: makeUserUpdate(call, tx, services, { user, stored, input }, stamp), needsApproval: false };
};

/** Whether the practice wants a second person and the change gives a role, a right or more to reach. What only takes
 *  away never waits: nobody keeps access because nobody was there to approve (S1.06). */
export function waitsForApproval(tx: ReadTx, stored: SubjectRights, input: Omit<UserInput, 'reason'>): boolean {
  if (!needsSecondApprover(tx)) return false;
  const held = stored.given.roles.map(({ roleId }) => roleId);
  return input.roleIds.some((id) => !held.includes(id)) || isWidening(tx, stored, input);
}

/** Whether the change gives a right or opens rows. */
export function isWidening(tx: ReadTx, stored: SubjectRights, input: Omit<UserInput, 'reason'>): boolean {
  const after = reachAfterUpdate(tx, stored, input);
  return gainedPermissions(stored.given, after.given).length > 0 || !isWithin(after.scope, stored.scope);
}

/** CONSTRAINT_VIOLATED where the user cannot become this. */
export function refuseUserUpdate(
  call: Pick<AuthorizedCall, 'subject' | 'nowMs'>,
  tx: ReadTx,
  { userId }: StoredUser,
  stored: SubjectRights,
  input: UserInput,
): Refusal | null {
  const trouble =
    refuseTakenLogin(tx, input.info.loginId, userId) ??
    refuseImpossibleRights(tx, input, stored) ??
    refuseToxicUser(tx, stored, input);
  if (trouble !== null) return trouble;
  if (call.subject?.userId === userId && !stored.isSuperUser && isAnyRoleLockedOut(tx, input.roleIds, call.nowMs))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A role you chose is locked out, so you would lock yourself out. Leave it out, or end its lock-out first.',
    );
  return null;
}

/** Before and after in the words of the log. */
export function userUpdateChanges(
  tx: ReadTx,
  user: StoredUser,
  stored: SubjectRights,
  input: UserInput,
): FieldChange[] {
  return [...infoChanges(user, input.info), ...rightsChanges(tx, stored, input)];
}

/** Makes the change; returns the number for the next one. */
export function makeUserUpdate(
  call: Pick<AuthorizedCall, 'nowMs' | 'subject' | 'afterCommit' | 'windowId'>,
  tx: WriteTx,
  services: Services,
  { user, stored, input }: { readonly user: StoredUser; readonly stored: SubjectRights; readonly input: UserInput },
  { byUserId, atMs, reason, approvedBy }: ChangedBy,
): number {
  const { userId } = user;
  updateUserInfo(tx, userId, input.info, atMs);
  storeRights(tx, userId, rightsToStore(stored, input), {
    byUserId,
    atMs,
    reason: reason === '' ? null : reason,
    ...(approvedBy === null ? {} : { approvedBy }),
  });
  const version = stampUser(tx, userId, byUserId, atMs);
  endLockedOutSessions(call, tx, services);
  if (user.loginId !== input.info.loginId)
    call.afterCommit(() => services.vault.renameLogin(services.keyring(), userId, input.info.loginId));
  return version;
}

/** Super Users hold everything by their tick, so pairs say nothing about them. */
export function refuseToxicUser(
  tx: ReadTx,
  stored: SubjectRights | null,
  input: Input<'user.add'> | UserInput,
): Refusal | null {
  if (stored?.isSuperUser) return null;
  const after = heldPermissions(reachAfterUpdate(tx, stored, input).given);
  return refuseToxicPairs(tx, stored === null ? [] : heldPermissions(stored.given), after);
}
