// This computer: locking it out for everybody but Super Users, and letting everybody in again (S5.10).
import { endLockOut, type LockOutTarget, readLockOut } from '../../db/repositories/lockOut.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { endLockedOutSessions, lockOutView, noteLockOut, putLockOut } from './lockOutTerms.ts';

export const workstationHandlers: Pick<Handlers, Extract<keyof Handlers, `workstation.${string}`>> = {
  'workstation.read': (call, tx, services) => {
    call.note({ object: objectOf(services) });
    const stored = readLockOut(tx, targetOf(services), call.nowMs);
    return { workstation: services.workstation, lockOut: stored === null ? null : lockOutView(tx, stored) };
  },
  'workstation.lockOut': (call, tx, services) => {
    call.note({ object: objectOf(services) });
    if (call.subject?.isSuperUser !== true)
      return refuse(
        'CONSTRAINT_VIOLATED',
        'At a locked-out computer only Super Users can work, so you would lock yourself out. Ask a Super User to do it.',
      );
    const trouble = putLockOut(call, tx, targetOf(services));
    if (trouble !== null) return trouble;
    endLockedOutSessions(call, tx, services);
    return {};
  },
  'workstation.unlock': (call, tx, services) => {
    call.note({ object: objectOf(services) });
    const stored = readLockOut(tx, targetOf(services), call.nowMs);
    if (stored === null)
      return refuse('CONSTRAINT_VIOLATED', 'This computer is not locked out any more. There is nothing left to do.');
    noteLockOut(call, stored, null);
    endLockOut(tx, targetOf(services));
    return {};
  },
};

/** Workstations are known by their name, as in the log. */
function targetOf({ workstation }: Pick<Services, 'workstation'>): LockOutTarget {
  return { kind: 'workstation', id: workstation };
}

function objectOf({ workstation }: Pick<Services, 'workstation'>) {
  return { type: 'workstation', id: workstation, label: workstation };
}
