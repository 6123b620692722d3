// The practice's own roles and policies: made, changed at once or on a later day, deleted (XACML: PAP for roles).
import { endLockOut } from '../../db/repositories/lockOut.ts';
import { assignedUsers, findRoles, readRole, type StoredRole } from '../../db/repositories/role.ts';
import { deleteRole, insertRole, stampRole } from '../../db/repositories/roleStore.ts';
import { deleteWaitingChange, readWaitingChange } from '../../db/repositories/waitingRoleChange.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { expectationsAfter } from '../access/expectationsAfter.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { namesIn } from './roleNames.ts';
import { refuseImpossibleRole } from './rolePossible.ts';
import { roleToChange } from './roleToChange.ts';
import { changeRole } from './roleUpdate.ts';
import { roleChanges } from './roleWords.ts';

type RoleChangeName = 'role.create' | 'role.previewUpdate' | 'role.update' | 'role.withdrawChange' | 'role.delete';

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

const previewUpdate: Handler<'role.previewUpdate'> = (call, tx, services) => {
  const role = roleToChange(call, tx);
  return isRefusal(role)
    ? role
    : expectationsAfter(tx, { kind: 'role', input: call.input }, call.subject, services, call.nowMs);
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
  'role.previewUpdate': previewUpdate,
  'role.update': changeRole,
  'role.withdrawChange': withdrawChange,
  'role.delete': removeRole,
};

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
