// The session of a call that the catalogue opens to signed-in people only.
import type { AuthorizedCall } from '../ipc/stages.ts';
import type { Session } from '../session/session.ts';

/** The call's session. Throws when there is none, which the authentication stage rules out for these procedures. */
export function ownSession(call: AuthorizedCall): Session {
  if (call.session === null) throw new Error('the call has no session');
  return call.session;
}
