// Puts changes of roles into force once their day has come (S1.06), by the guarded clock and in the program's own name.

import { readSubjectRights } from '../db/repositories/rights.ts';
import { readRole } from '../db/repositories/role.ts';
import { updateRole } from '../db/repositories/roleStore.ts';
import { noteApprover } from '../db/repositories/roleVersion.ts';
import { nameOfActor } from '../db/repositories/storedUser.ts';
import { deleteWaitingChange, dueRoleChanges, type WaitingRoleChange } from '../db/repositories/waitingRoleChange.ts';
import type { ReadTx, WriteTx } from '../db/transaction.ts';
import type { Facts } from '../shared/authorization/facts.ts';
import type { RoleFields } from '../shared/catalogue/procedures/roleShapes.ts';
import { namesIn } from './handlers/roleNames.ts';
import { refuseImpossibleRole } from './handlers/rolePossible.ts';
import { roleChanges } from './handlers/roleWords.ts';
import { wouldPermit } from './ipc/authorize.ts';
import { entryOfProgram } from './ipc/record.ts';
import { subjectOf } from './ipc/subject.ts';
import { readOwnRoleTarget, readRoleProposal } from './roleProposal.ts';
import type { Services } from './services.ts';

/** Whether a change waits whose time has come. */
export function isRoleChangeDue(tx: ReadTx, nowMs: number): boolean {
  return tx.prepare('SELECT 1 FROM role_change WHERE effective_at_ms <= ? LIMIT 1').get(nowMs) !== undefined;
}

/** Applies every change that is due, each with an entry of its own. One that its maker could not make any more, or that
 *  is not possible any more, is dropped instead, and the log says why. Runs before a call is judged. */
export function applyDueRoleChanges(tx: WriteTx, services: Services): void {
  const nowMs = services.clock.nowMs();
  if (!isRoleChangeDue(tx, nowMs)) return;
  for (const change of dueRoleChanges(tx, nowMs)) applyOne(tx, change, services, nowMs);
}

function applyOne(tx: WriteTx, change: WaitingRoleChange, services: Services, nowMs: number): void {
  const { roleId, fields } = change;
  const role = readRole(tx, roleId);
  deleteWaitingChange(tx, roleId);
  if (role === null) return;
  const planner = nameOfActor(tx, change.byUserId);
  const reason = fields === null ? 'names rights that are unknown now' : refusalOf(tx, change, fields, services, nowMs);
  const changes = fields === null || reason !== null ? [] : roleChanges(role, fields, namesIn(tx));
  if (fields !== null && reason === null) {
    updateRole(tx, roleId, fields, { byUserId: change.byUserId, atMs: nowMs, reason: change.reason });
    if (change.approvedBy !== null) noteApprover(tx, roleId, change.approvedBy);
  }
  const approved = change.approvedBy === null ? [] : [nameOfActor(tx, change.approvedBy)];
  services.append(
    tx,
    entryOfProgram(
      {
        requestId: services.newId(),
        windowId: null,
        session: null,
        event: reason === null ? 'role_change_applied' : 'role_change_dropped',
        outcome: reason === null ? 'succeeded' : 'refused',
        reason,
        object: { type: 'role', id: roleId, label: role.name },
        changes: [
          { field: 'Planned by', old: null, new: planner },
          ...approved.map((name) => ({ field: 'Approved by', old: null, new: name })),
          ...changes,
        ],
      },
      services,
    ),
  );
}

/** Why the change cannot be made now, or null. Its maker is judged again: they may have left or lost rights meanwhile. */
function refusalOf(
  tx: ReadTx,
  { roleId, byUserId, confirmsWidening }: WaitingRoleChange,
  fields: RoleFields,
  services: Services,
  nowMs: number,
): string | null {
  const stored = readSubjectRights(tx, byUserId, nowMs);
  const role = readRole(tx, roleId);
  if (stored === null || role === null) return 'whoever planned it is not there any more';
  const subject = subjectOf(tx, byUserId, stored, services.workstation, nowMs);
  const facts: Facts = {
    subject,
    target: readOwnRoleTarget(tx, 'role.update', { roleId }, subject),
    tiesAfter: null,
    proposal: readRoleProposal(tx, roleId, fields),
    isReasonMissing: false,
    isSteppedUp: false,
    environment: { isSetupFinished: true, isReviewMode: services.integrityAlarm() !== null },
  };
  if (!wouldPermit({ kind: 'permission', permission: 'role:update' }, facts))
    return 'whoever planned it may not make it any more';
  const { isSuperUser } = subject;
  const trouble = refuseImpossibleRole(tx, { roleId, kind: role.kind, fields, confirmsWidening, isSuperUser });
  return trouble === null ? null : 'it is not possible any more';
}
