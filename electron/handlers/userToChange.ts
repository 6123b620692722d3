// Opens a user for a change: there, not deleted, and not changed by somebody else meanwhile.
import { readUser, type StoredUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';

/** The stored user, whose name is noted for the log; or NOT_FOUND, CONFLICT for a stale version, or
 *  CONSTRAINT_VIOLATED for a deleted user. */
export function userToChange(
  call: Pick<AuthorizedCall, 'note'> & { readonly input: { readonly userId: string; readonly version: number } },
  tx: ReadTx,
): StoredUser | Refusal {
  const { userId, version } = call.input;
  const user = readUser(tx, userId);
  if (user === null) return refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.');
  call.note({ object: objectOf(user) });
  if (user.status === 'deleted')
    return refuse('CONSTRAINT_VIOLATED', 'This user was deleted and cannot be changed. Add a new user instead.');
  if (user.version !== version)
    return refuse(
      'CONFLICT',
      'Somebody changed this user meanwhile. Open the user again, then make your change once more.',
    );
  return user;
}

/** How a user stands in the log. */
export function objectOf(user: Pick<StoredUser, 'userId' | 'lastName' | 'firstName' | 'middleInitial'>) {
  return { type: 'user', id: user.userId, label: displayName(user) };
}
