// What happens to a user as a whole: ticks above the matrix, disabling, locking out, new codes, deleting.
import { endLockOut, isPersonLockedOut, isWorkstationLockedOut, readLockOut } from '../../db/repositories/lockOut.ts';
import { setRotationDue } from '../../db/repositories/practice.ts';
import type { StoredUser } from '../../db/repositories/storedUser.ts';
import { stampUser } from '../../db/repositories/user.ts';
import {
  deleteUser,
  setAccessSecurity,
  setPhiRestricted,
  setStatus,
  setSuperUser,
} from '../../db/repositories/userRights.ts';
import type { WriteTx } from '../../db/transaction.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';
import { endLockedOutSessions, noteLockOut, putLockOut } from './lockOutTerms.ts';
import { userToChange } from './userToChange.ts';

type LifecycleName =
  | 'user.setSuperUser'
  | 'user.setAccessSecurity'
  | 'user.setPhiRestricted'
  | 'user.disable'
  | 'user.enable'
  | 'user.lockOut'
  | 'user.unlock'
  | 'user.issueActivationCode'
  | 'user.delete';

const tickSuperUser: Handler<'user.setSuperUser'> = (call, tx, services) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const { isSuperUser, reason } = call.input;
  if (!isSuperUser && user.userId === call.subject?.userId && wouldBeKeptOut(call, tx, services)) return OWN_LOCK_OUT;
  call.note({ why: reason, changes: [tickChange('Super User', user.isSuperUser, isSuperUser)] });
  setSuperUser(tx, user.userId, isSuperUser);
  endLockedOutSessions(call, tx, services);
  return { version: stampUser(tx, user.userId, actingUserId(call), call.nowMs) };
};

const tickAccessSecurity: Handler<'user.setAccessSecurity'> = (call, tx) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const { hasAccessSecurity, reason } = call.input;
  call.note({ why: reason, changes: [tickChange('Access Security', user.hasAccessSecurity, hasAccessSecurity)] });
  setAccessSecurity(tx, user.userId, hasAccessSecurity);
  return { version: stampUser(tx, user.userId, actingUserId(call), call.nowMs) };
};

const restrictPhi: Handler<'user.setPhiRestricted'> = (call, tx) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const { isPhiRestricted, reason } = call.input;
  call.note({ why: reason, changes: [tickChange('ePHI Restricted', user.isPhiRestricted, isPhiRestricted)] });
  setPhiRestricted(tx, user.userId, isPhiRestricted);
  return { version: stampUser(tx, user.userId, actingUserId(call), call.nowMs) };
};

const disableUser: Handler<'user.disable'> = (call, tx, services) => {
  const user = somebodyElse(call, userToChange(call, tx), 'disable');
  if (isRefusal(user)) return user;
  if (user.status === 'disabled')
    return refuse('CONSTRAINT_VIOLATED', 'This user is disabled already. There is nothing left to do.');
  noteStatus(call, user, 'disabled');
  setStatus(tx, user.userId, 'disabled');
  stampUser(tx, user.userId, actingUserId(call), call.nowMs);
  takeKeysAway(call, tx, user.userId, services);
  return {};
};

const enableUser: Handler<'user.enable'> = (call, tx, services) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  if (user.status !== 'disabled')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This user is not disabled. To let them set a new password, give them a new activation code.',
    );
  noteStatus(call, user, 'invited');
  setStatus(tx, user.userId, 'invited');
  stampUser(tx, user.userId, actingUserId(call), call.nowMs);
  return handOutCode(call, user, services);
};

const lockUserOut: Handler<'user.lockOut'> = (call, tx, services) => {
  const user = somebodyElse(call, userToChange(call, tx), 'lock out');
  if (isRefusal(user)) return user;
  const trouble = putLockOut(call, tx, { kind: 'user', id: user.userId });
  if (trouble !== null) return trouble;
  stampUser(tx, user.userId, actingUserId(call), call.nowMs);
  call.afterCommit(() => services.sessions.endUser(user.userId));
  return {};
};

const unlockUser: Handler<'user.unlock'> = (call, tx, services) => {
  const user = userToChange(call, tx);
  if (isRefusal(user)) return user;
  const target = { kind: 'user', id: user.userId } as const;
  noteLockOut(call, readLockOut(tx, target, call.nowMs), null);
  endLockOut(tx, target);
  stampUser(tx, user.userId, actingUserId(call), call.nowMs);
  call.afterCommit(() => services.gate()?.unlock(user.loginId));
  return {};
};

const issueActivationCode: Handler<'user.issueActivationCode'> = (call, tx, services) => {
  const user = somebodyElse(call, userToChange(call, tx), 'give a code to');
  if (isRefusal(user)) return user;
  const isRecovery = call.subject?.kind === 'recovery';
  if (isRecovery && !user.isSuperUser)
    return refuse('CONSTRAINT_VIOLATED', 'The recovery code brings back Super Users alone. Choose a Super User.');
  // The paper code is the way in when everybody is locked out, so it also ends what keeps its Super User out.
  if (isRecovery) {
    endLockOut(tx, { kind: 'user', id: user.userId });
  } else if (user.status === 'disabled')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This user is disabled. Enable them; that gives a new activation code as well.',
    );
  // Until the code is used nobody can sign in with this login, so it must not count as a Super User who can.
  if (user.status === 'invited') call.note({ why: call.input.reason });
  else noteStatus(call, user, 'invited');
  setStatus(tx, user.userId, 'invited');
  stampUser(tx, user.userId, actingUserId(call), call.nowMs);
  call.afterCommit(() => services.gate()?.unlock(user.loginId));
  return handOutCode(call, user, services);
};

const deleteOneUser: Handler<'user.delete'> = (call, tx, services) => {
  const user = somebodyElse(call, userToChange(call, tx), 'delete');
  if (isRefusal(user)) return user;
  noteStatus(call, user, 'deleted');
  const byUserId = actingUserId(call);
  deleteUser(tx, user.userId, user.loginId, { byUserId, atMs: call.nowMs, reason: call.input.reason });
  stampUser(tx, user.userId, byUserId, call.nowMs);
  takeKeysAway(call, tx, user.userId, services);
  return {};
};

export const userLifecycleHandlers: Pick<Handlers, LifecycleName> = {
  'user.setSuperUser': tickSuperUser,
  'user.setAccessSecurity': tickAccessSecurity,
  'user.setPhiRestricted': restrictPhi,
  'user.disable': disableUser,
  'user.enable': enableUser,
  'user.lockOut': lockUserOut,
  'user.unlock': unlockUser,
  'user.issueActivationCode': issueActivationCode,
  'user.delete': deleteOneUser,
};

/** Nobody cuts the branch they sit on: it would end in a locked screen, with the work of the moment lost. */
function somebodyElse(
  call: Pick<AuthorizedCall, 'subject'>,
  user: StoredUser | Refusal,
  verb: string,
): StoredUser | Refusal {
  if (isRefusal(user) || user.userId !== call.subject?.userId) return user;
  return refuse('CONSTRAINT_VIOLATED', `You cannot ${verb} yourself. Ask another Super User to do it.`);
}

const OWN_LOCK_OUT = refuse(
  'CONSTRAINT_VIOLATED',
  'Without the tick a lock-out of your role or of this computer would keep you out. End that lock-out first.',
);

/** Whether the person asking, once no Super User any more, falls under a lock-out of a role or of this computer. */
function wouldBeKeptOut(call: AuthorizedCall<'user.setSuperUser'>, tx: WriteTx, { workstation }: Services): boolean {
  return (
    isPersonLockedOut(tx, call.input.userId, false, call.nowMs) || isWorkstationLockedOut(tx, workstation, call.nowMs)
  );
}

function tickChange(field: string, old: boolean, now: boolean) {
  const word = (isTicked: boolean) => (isTicked ? 'ticked' : 'not ticked');
  return { field, old: word(old), new: word(now) };
}

function noteStatus(
  call: Pick<AuthorizedCall, 'note'> & { readonly input: { readonly reason: string } },
  user: StoredUser,
  status: StoredUser['status'],
): void {
  call.note({ why: call.input.reason, changes: [{ field: 'Status', old: user.status, new: status }] });
}

/** Ends the person's sessions and destroys their key slot; the root key changes so that an old copy of it opens nothing. */
function takeKeysAway(
  call: Pick<AuthorizedCall, 'afterCommit'>,
  tx: WriteTx,
  userId: string,
  services: Services,
): void {
  setRotationDue(tx, true);
  call.afterCommit(async () => {
    services.sessions.endUser(userId);
    services.vault.removeSlot(userId);
    await services.rotateKeys();
  });
}

/** Puts the new slot, which makes the old password useless, and ends what the old one opened. */
function handOutCode(
  call: AuthorizedCall<'user.enable'> | AuthorizedCall<'user.issueActivationCode'>,
  { userId }: StoredUser,
  services: Services,
) {
  const { slot, activationCode, expiresAtMs } = call.prepared;
  call.afterCommit(() => {
    services.vault.putSlot(slot);
    services.sessions.endUser(userId);
  });
  return { userId, activationCode, expiresAtMs };
}
