// What the lock-outs of a person, a role and a workstation have in common: their end, their words, the sessions they end.
import { type LockOut, type LockOutTarget, lockOut, readLockOut } from '../../db/repositories/lockOut.ts';
import { nameOfActor } from '../../db/repositories/storedUser.ts';
import { userForSession } from '../../db/repositories/user.ts';
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';

type LockOutCall = Pick<AuthorizedCall, 'note' | 'subject' | 'nowMs'> & {
  readonly input: { readonly untilMs: number | null; readonly reason: string };
};

/** Writes a lock-out with its reason and end into the table and the log, or refuses an end that is past.
 *  The end is compared with the guarded clock, which no change of the computer's clock turns back (N6). */
export function putLockOut(call: LockOutCall, tx: WriteTx, target: LockOutTarget): Refusal | null {
  const { untilMs, reason } = call.input;
  if (untilMs !== null && untilMs <= call.nowMs)
    return refuse('CONSTRAINT_VIOLATED', 'The lock-out would be over already. Choose an end that is still to come.', {
      fields: [{ path: 'untilMs', message: 'is in the past' }],
    });
  noteLockOut(call, readLockOut(tx, target, call.nowMs), { untilMs });
  lockOut(tx, target, { untilMs, reason, byUserId: actingUserId(call), atMs: call.nowMs });
  return null;
}

/** Notes for the log why a lock-out changed, and its end before and after; null stands for none. */
export function noteLockOut(
  call: Pick<AuthorizedCall, 'note'> & { readonly input: { readonly reason: string } },
  before: Pick<LockOut, 'untilMs'> | null,
  after: Pick<LockOut, 'untilMs'> | null,
): void {
  call.note({
    why: call.input.reason,
    changes: before === null && after === null ? [] : [{ field: 'Locked out', old: words(before), new: words(after) }],
  });
}

/** Ends, once the change is committed, the session of everybody whom a lock-out now keeps out. */
export function endLockedOutSessions(
  call: Pick<AuthorizedCall, 'afterCommit' | 'nowMs'>,
  tx: ReadTx,
  { sessions, workstation }: Services,
): void {
  const userIds = new Set<string>();
  for (const windowId of sessions.windows()) {
    const session = sessions.of(windowId);
    if (session?.kind !== 'person') continue;
    if (userForSession(tx, session.userId, workstation, call.nowMs)?.isLockedOut) userIds.add(session.userId);
  }
  call.afterCommit(() => {
    for (const userId of userIds) sessions.endUser(userId);
  });
}

/** A lock-out as screens show it. */
export function lockOutView<L extends LockOut>(tx: ReadTx, stored: L) {
  const { byUserId, ...shown } = stored;
  return { ...shown, by: nameOfActor(tx, byUserId) };
}

function words(lockedOut: Pick<LockOut, 'untilMs'> | null): string {
  if (lockedOut === null) return 'no';
  return lockedOut.untilMs === null ? 'until unlocked' : `until ${new Date(lockedOut.untilMs).toISOString()}`;
}
