// A change of a role: made at once, kept for its day, or left waiting for a second person (S1.06).
import { needsSecondApprover } from '../../db/repositories/rightsRules.ts';
import type { StoredRole } from '../../db/repositories/role.ts';
import { stampRole, updateRole } from '../../db/repositories/roleStore.ts';
import { noteApprover } from '../../db/repositories/roleVersion.ts';
import { insertWaitingChange, readWaitingChange } from '../../db/repositories/waitingRoleChange.ts';
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { proposeChange } from './proposeChange.ts';
import { namesIn } from './roleNames.ts';
import { refuseImpossibleRole } from './rolePossible.ts';
import { roleToChange } from './roleToChange.ts';
import { roleChanges } from './roleWords.ts';
import type { FieldChange } from './userChanges.ts';

/** Under whose names a change is written down. */
export interface ChangedBy {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string;
  /** Null where one person is enough. */
  readonly approvedBy: string | null;
}

export const changeRole: Handler<'role.update'> = (call, tx, services) => {
  const role = roleToChange(call, tx);
  if (isRefusal(role)) return role;
  const { input, nowMs } = call;
  const trouble =
    refuseRoleUpdate(tx, role, input, call.subject?.isSuperUser === true) ?? refusePast(input.effectiveAtMs, nowMs);
  if (trouble !== null) return trouble;
  const changes = roleUpdateChanges(tx, role, input);
  call.note({ changes, why: input.reason });
  if (needsSecondApprover(tx)) {
    const target = { kind: 'role', id: role.roleId, name: role.name, version: role.version } as const;
    const waiting = proposeChange(call, tx, services, target, changes, input.effectiveAtMs);
    return waiting ?? { version: role.version, needsApproval: true };
  }
  const stamp = { byUserId: actingUserId(call), atMs: nowMs, reason: input.reason, approvedBy: null };
  return { version: makeRoleUpdate(tx, input, stamp), needsApproval: false };
};

/** CONSTRAINT_VIOLATED where the role cannot become this, or would stay as it is. */
export function refuseRoleUpdate(
  tx: ReadTx,
  role: StoredRole,
  { roleId, fields, confirmsWidening }: Input<'role.update'>,
  isSuperUser: boolean,
): Refusal | null {
  const trouble =
    refuseWaiting(tx, role) ??
    refuseImpossibleRole(tx, { roleId, kind: role.kind, fields, confirmsWidening, isSuperUser });
  if (trouble !== null) return trouble;
  if (roleChanges(role, fields, namesIn(tx)).length > 0) return null;
  return refuse('CONSTRAINT_VIOLATED', 'Nothing about the role was changed, so there is nothing to save.');
}

/** Before and after, with the day it takes effect where that is not now. */
export function roleUpdateChanges(
  tx: ReadTx,
  role: StoredRole,
  { fields, effectiveAtMs }: Input<'role.update'>,
): FieldChange[] {
  return [
    ...roleChanges(role, fields, namesIn(tx)),
    ...(effectiveAtMs === null
      ? []
      : [{ field: 'Takes effect', old: null, new: new Date(effectiveAtMs).toISOString() }]),
  ];
}

/** Makes the change, or lets it wait for its day where that is still to come; returns the number for the next change. */
export function makeRoleUpdate(
  tx: WriteTx,
  { roleId, fields, effectiveAtMs, confirmsWidening }: Input<'role.update'>,
  stamp: ChangedBy,
): number {
  if (effectiveAtMs !== null && effectiveAtMs > stamp.atMs) {
    insertWaitingChange(tx, { roleId, fields, confirmsWidening, effectiveAtMs, ...stamp });
    return stampRole(tx, roleId);
  }
  const version = updateRole(tx, roleId, fields, stamp);
  if (stamp.approvedBy !== null) noteApprover(tx, roleId, stamp.approvedBy);
  return version;
}

function refusePast(effectiveAtMs: number | null, nowMs: number): Refusal | null {
  if (effectiveAtMs === null || effectiveAtMs > nowMs) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This day is past already. Choose a later one, or let the change work at once.',
    { fields: [{ path: 'effectiveAtMs', message: 'is in the past' }] },
  );
}

function refuseWaiting(tx: ReadTx, role: StoredRole): Refusal | null {
  if (readWaitingChange(tx, role.roleId) === null) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'Another change of this role waits for its day and would undo this one. Take that change back first.',
  );
}
