// Spares the slow step of a call that will be refused anyway: no file chooser opens, no key is derived.
import { read } from '../../db/transaction.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { isRefusal } from '../../shared/errors.ts';
import type { Services } from '../services.ts';
import { authenticate } from './authenticate.ts';
import { wouldPermit } from './authorize.ts';
import { readFacts } from './facts.ts';
import type { ValidCall } from './stages.ts';

/** Whether the call would be permitted now, leaving out the password still to be checked by the step itself.
 *  Advice only: the call is decided again, and recorded, inside its transaction. */
export function isWorthPreparing(call: ValidCall, entry: ProcedureEntry, services: Services): boolean {
  const { access } = entry;
  if (access.kind === 'anonymous' || !services.isOpen()) return true;
  return read(services.database(), (tx) => {
    const who = authenticate(tx, call.windowId, services);
    if (isRefusal(who)) return false;
    return wouldPermit(access, readFacts(tx, call, who, true, services, services.integrityAlarm() !== null));
  });
}
