// Locking out everybody who holds a role, Super Users excepted, and letting them in again (S5.10).
import { endLockOut, readLockOut } from '../../db/repositories/lockOut.ts';
import { assignedUsers, readRole } from '../../db/repositories/role.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { endLockedOutSessions, noteLockOut, putLockOut } from './lockOutTerms.ts';

export const ROLE_GONE = refuse('NOT_FOUND', 'This role is not there. Go back to the list of roles.');

export const roleLockOutHandlers: Pick<Handlers, 'role.lockOut' | 'role.unlock'> = {
  'role.lockOut': (call, tx, services) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return ROLE_GONE;
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    const { subject } = call;
    if (!subject?.isSuperUser && assignedUsers(tx, role.roleId).some(({ userId }) => userId === subject?.userId))
      return refuse(
        'CONSTRAINT_VIOLATED',
        'You hold this role yourself, so you would lock yourself out. Ask a Super User to do it.',
      );
    const trouble = putLockOut(call, tx, { kind: 'role', id: role.roleId });
    if (trouble !== null) return trouble;
    endLockedOutSessions(call, tx, services);
    return {};
  },
  'role.unlock': (call, tx) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return ROLE_GONE;
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    const target = { kind: 'role', id: role.roleId } as const;
    const stored = readLockOut(tx, target, call.nowMs);
    if (stored === null)
      return refuse('CONSTRAINT_VIOLATED', 'This role is not locked out any more. There is nothing left to do.');
    noteLockOut(call, stored, null);
    endLockOut(tx, target);
    return {};
  },
};
