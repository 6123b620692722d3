// The practice's own roles and policies: made, changed at once or on a later day, deleted (XACML: PAP for roles).
import { endLockOut } from '../../db/repositories/lockOut.ts';
import { assignedUsers, findRoles, readRole, type StoredRole } from '../../db/repositories/role.ts';
import { deleteRole, insertRole, stampRole, updateRole } from '../../db/repositories/roleStore.ts';
import {
  deleteWaitingChange,
  insertWaitingChange,
  readWaitingChange,
} from '../../db/repositories/waitingRoleChange.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { ROLE_GONE } from './roleLockOut.ts';
import { refuseImpossibleRole } from './rolePossible.ts';
import { roleChanges } from './roleWords.ts';

type RoleChangeName = 'role.create' | 'role.update' | 'role.withdrawChange' | 'role.delete';

const createRole: Handler<'role.create'> = (call, tx, services) => {
  const { kind, fields, copiedFromRoleId, confirmsWidening, reason } = call.input;
  const roleId = services.newId();
  call.note({ object: { type: 'role', id: roleId, label: fields.name }, why: reason });
  const isSuperUser = call.subject?.isSuperUser === true;
  const trouble = refuseImpossibleRole(tx, { roleId, kind, fields, confirmsWidening, isSuperUser });
  if (trouble !== null) return trouble;
  const copied = copiedFromRoleId === null ? null : readRole(tx, copiedFromRoleId);
  call.note({
    changes: [
      { field: 'Kind', old: null, new: kind === 'policy' ? 'policy' : 'role' },
      ...roleChanges(null, fields, namesIn(tx)),
      ...(copied === null ? [] : [{ field: 'Copied from', old: null, new: copied.name }]),
    ],
  });
  insertRole(tx, roleId, kind, fields, stampOf(call));
  return { roleId, version: 1 };
};

const changeRole: Handler<'role.update'> = (call, tx) => {
  const { roleId, fields, effectiveAtMs, confirmsWidening, reason } = call.input;
  const role = roleToChange(call, tx);
  if (isRefusal(role)) return role;
  const trouble =
    refuseWaiting(tx, role) ??
    refuseImpossibleRole(tx, {
      roleId,
      kind: role.kind,
      fields,
      confirmsWidening,
      isSuperUser: call.subject?.isSuperUser === true,
    });
  if (trouble !== null) return trouble;
  const changes = roleChanges(role, fields, namesIn(tx));
  if (changes.length === 0)
    return refuse('CONSTRAINT_VIOLATED', 'Nothing about the role was changed, so there is nothing to save.');
  if (effectiveAtMs === null) {
    call.note({ changes, why: reason });
    return { version: updateRole(tx, roleId, fields, stampOf(call)) };
  }
  if (effectiveAtMs <= call.nowMs)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This day is past already. Choose a later one, or let the change work at once.',
      {
        fields: [{ path: 'effectiveAtMs', message: 'is in the past' }],
      },
    );
  call.note({
    changes: [...changes, { field: 'Takes effect', old: null, new: new Date(effectiveAtMs).toISOString() }],
    why: reason,
  });
  insertWaitingChange(tx, { roleId, fields, confirmsWidening, effectiveAtMs, ...stampOf(call) });
  return { version: stampRole(tx, roleId) };
};

const withdrawChange: Handler<'role.withdrawChange'> = (call, tx) => {
  const role = roleToChange(call, tx);
  if (isRefusal(role)) return role;
  const waiting = readWaitingChange(tx, role.roleId);
  if (waiting === null)
    return refuse('CONSTRAINT_VIOLATED', 'No change of this role is still to come. There is nothing left to do.');
  call.note({
    changes: [{ field: 'Takes effect', old: new Date(waiting.effectiveAtMs).toISOString(), new: null }],
    why: call.input.reason,
  });
  deleteWaitingChange(tx, role.roleId);
  return { version: stampRole(tx, role.roleId) };
};

const removeRole: Handler<'role.delete'> = (call, tx) => {
  const role = roleToChange(call, tx);
  if (isRefusal(role)) return role;
  const trouble = refuseHeld(tx, role) ?? refuseNeeded(tx, role);
  if (trouble !== null) return trouble;
  call.note({ changes: [{ field: 'Name', old: role.name, new: null }], why: call.input.reason });
  endLockOut(tx, { kind: 'role', id: role.roleId });
  deleteRole(tx, role.roleId);
  return {};
};

export const roleChangeHandlers: Pick<Handlers, RoleChangeName> = {
  'role.create': createRole,
  'role.update': changeRole,
  'role.withdrawChange': withdrawChange,
  'role.delete': removeRole,
};

/** Names roles by id for words in the log. */
export function namesIn(tx: ReadTx): (roleId: string) => string {
  const names = new Map(findRoles(tx).map(({ roleId, name }) => [roleId, name]));
  return (roleId) => names.get(roleId) ?? roleId;
}

/** The role, whose name is noted for the log; or NOT_FOUND, CONSTRAINT_VIOLATED for a shipped one, CONFLICT for a
 *  stale version. */
function roleToChange(
  call: Pick<AuthorizedCall, 'note'> & { readonly input: { readonly roleId: string; readonly version: number } },
  tx: ReadTx,
): StoredRole | Refusal {
  const role = readRole(tx, call.input.roleId);
  if (role === null) return ROLE_GONE;
  call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
  if (role.kind === 'coded' || role.kind === 'clinic')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A shipped role stays as it was shipped, so that everybody knows what it means. Copy it and change the copy.',
    );
  if (role.version !== call.input.version)
    return refuse(
      'CONFLICT',
      'Somebody changed this role meanwhile. Open the role again, then make your change once more.',
    );
  return role;
}

function refuseWaiting(tx: ReadTx, role: StoredRole): Refusal | null {
  if (readWaitingChange(tx, role.roleId) === null) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'Another change of this role waits for its day and would undo this one. Take that change back first.',
  );
}

const NAMED_HOLDERS = 3;

function refuseHeld(tx: ReadTx, { roleId }: StoredRole): Refusal | null {
  const holders = assignedUsers(tx, roleId);
  if (holders.length === 0) return null;
  const named = holders.slice(0, NAMED_HOLDERS).map(({ name }) => name);
  const more = holders.length - named.length;
  const words = `${named.join('; ')}${more === 0 ? '' : `; and ${more} more`}`;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `The role is still held: ${words}. Give these people another role first, then delete this one.`,
  );
}

function refuseNeeded(tx: ReadTx, { roleId }: StoredRole): Refusal | null {
  const dependents = findRoles(tx).filter((role) => role.parentId === roleId || role.policyIds.includes(roleId));
  if (dependents.length === 0) return null;
  const words = dependents.map(({ name }) => `“${name}”`).join(', ');
  return refuse('CONSTRAINT_VIOLATED', `Other roles take rights from this one: ${words}. Change them first.`);
}

function stampOf(call: Pick<AuthorizedCall, 'subject' | 'nowMs'> & { readonly input: { readonly reason: string } }) {
  return { byUserId: actingUserId(call), atMs: call.nowMs, reason: call.input.reason };
}
