// Who a change is written down under.
import type { AuthorizedCall } from '../ipc/stages.ts';

/** The id of the signed-in person; throws for a call that is open to anonymous windows. */
export function actingUserId(call: Pick<AuthorizedCall, 'subject'>): string {
  if (call.subject === null) throw new Error('nobody is signed in');
  return call.subject.userId;
}
