// What happened before anybody was signed in goes from the gate into the activity log.
import type { AuditEntry } from '../db/audit/entry.ts';
import type { Database } from '../db/database.ts';
import { setGateSequence } from '../db/repositories/practice.ts';
import { listLogins } from '../db/repositories/user.ts';
import { read, type WriteTx, write } from '../db/transaction.ts';
import { entryOfProgram } from './ipc/record.ts';
import type { Gate } from './keys/gate.ts';
import type { GateEventCode } from './keys/gateTable.ts';
import type { Services } from './services.ts';

const EVENT_OF: Readonly<Record<GateEventCode, string>> = {
  failed: 'authn_login_fail',
  unknown: 'authn_login_fail',
  locked: 'authn_login_lock',
  refused: 'authn_login_fail',
  expired: 'authn_login_fail',
  succeeded: 'authn_login_success',
  unlocked: 'user_unlocked',
  recoveryFailed: 'authn_recovery_fail',
  recoveryUsed: 'authn_recovery_used',
  gateMissing: 'gate_missing',
  gateDamaged: 'gate_damaged',
  clockMoved: 'clock_regression',
};

/** Writes the waiting events in one transaction, then forgets them; true when there were any.
 *  The gate knows hashes only; a hash of a user of this practice becomes that user. */
export function recordGateEvents(
  db: Database,
  gate: Gate,
  append: (tx: WriteTx, entry: AuditEntry) => void,
  services: Services,
): boolean {
  const events = gate.pendingEvents();
  if (events.length === 0) return false;
  const people = new Map(read(db, listLogins).map((login) => [gate.lookupId(login.loginId), login]));
  const requestId = services.newId();
  write(db, (tx) => {
    setGateSequence(tx, gate.sequence);
    for (const { code, lookupId, atMs } of events) {
      const person = people.get(lookupId);
      const object = person === undefined ? null : { type: 'user', id: person.userId, label: person.loginId };
      const changes = [{ field: 'tried at', old: null, new: new Date(atMs).toISOString() }];
      append(
        tx,
        entryOfProgram(
          {
            requestId,
            windowId: null,
            session: null,
            event: EVENT_OF[code],
            outcome: 'refused',
            reason: code,
            object,
            changes,
          },
          services,
        ),
      );
    }
  });
  gate.drainEvents();
  return true;
}
