// Roles: the list, one role with its holders, its versions and its sheet (XACML: PAP for roles).

import { readOfficeSize } from '../../db/repositories/checklist.ts';
import { readLockOut } from '../../db/repositories/lockOut.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { readWaitingProposal } from '../../db/repositories/rightsProposal.ts';
import { assignedUsers, findRoles, readRole, type StoredRole } from '../../db/repositories/role.ts';
import { readRoleGrants } from '../../db/repositories/roleDefinition.ts';
import { findRoleVersions } from '../../db/repositories/roleVersion.ts';
import { nameOfActor } from '../../db/repositories/storedUser.ts';
import { readWaitingChange } from '../../db/repositories/waitingRoleChange.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { withImplied } from '../../shared/authorization/flattenRole.ts';
import { presetRole } from '../../shared/catalogue/officePresets.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { isTaskId, TASKS } from '../../shared/catalogue/tasks.ts';
import { timeOf } from '../../shared/schedule/openTimes.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import type { Handlers } from '../ipc/stages.ts';
import { lockOutView } from './lockOutTerms.ts';
import { policyBinderHandlers } from './policyBinder.ts';
import { roleChangeHandlers } from './roleChange.ts';
import { ROLE_GONE, roleLockOutHandlers } from './roleLockOut.ts';
import { namesIn } from './roleNames.ts';
import { rolePackHandlers } from './rolePack.ts';
import { roleSheetHtml } from './roleSheet.ts';

export const roleHandlers: Pick<Handlers, Extract<keyof Handlers, `role.${string}`>> = {
  ...roleLockOutHandlers,
  ...roleChangeHandlers,
  ...rolePackHandlers,
  ...policyBinderHandlers,
  'role.find': (call, tx) => {
    const roles = findRoles(tx);
    const officeSize = readOfficeSize(tx);
    const grants = new Map(
      readRoleGrants(
        tx,
        roles.map(({ roleId }) => roleId),
      ).map((grant) => [grant.roleId, grant]),
    );
    call.note({ count: roles.length });
    return {
      roles: roles.map((role) => ({
        ...roleView(role, tx, call.nowMs),
        isOfferedFirst: presetRole(officeSize, role.roleId) !== null,
        holderCount: role.holderCount,
        permissionCount: role.permissions.length,
        allHours: (grants.get(role.roleId)?.hours ?? []).map((windows) => [...windows]),
        conditionedPermissions: [...(grants.get(role.roleId)?.conditions?.keys() ?? [])],
      })),
    };
  },
  'role.read': (call, tx) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return ROLE_GONE;
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    return {
      ...roleView(role, tx, call.nowMs),
      dependents: findRoles(tx)
        .filter(({ parentId, policyIds }) => parentId === role.roleId || policyIds.includes(role.roleId))
        .map(({ roleId, name }) => ({ roleId, name })),
      waiting: waitingView(tx, role.roleId),
      proposed: proposedView(tx, role.roleId),
      holders: assignedUsers(tx, role.roleId),
    };
  },
  'role.findVersions': (call, tx) => {
    const { roleId } = call.input;
    const role = readRole(tx, roleId);
    if (role === null) return ROLE_GONE;
    const nameOf = namesIn(tx);
    const versions = findRoleVersions(tx, roleId).map(
      ({ parentId, policyIds, permissions, conditions, hours, added, removed, ...rest }) => ({
        ...rest,
        conditions: [...conditions],
        hours: [...hours],
        parent: parentId === null ? null : nameOf(parentId),
        policies: policyIds.map(nameOf),
        permissions: [...permissions],
        added: [...added],
        removed: [...removed],
      }),
    );
    call.note({ object: { type: 'role', id: roleId, label: role.name }, count: versions.length });
    return { versions };
  },
  'role.print': (call, tx, services) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return ROLE_GONE;
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    const practice = readPractice(tx);
    const nameOf = namesIn(tx);
    const written = (atMs: number) => {
      const { day, minute } = localOf(atMs, practice.timeZone);
      return `${day} ${timeOf(minute)}`;
    };
    const [last] = findRoleVersions(tx, role.roleId);
    const html = roleSheetHtml({
      ...role,
      practiceName: practice.name,
      printedBy: call.session?.name ?? '',
      printedAt: written(call.nowMs),
      kind: KIND_WORDS[role.kind],
      parent: role.parentId === null ? null : nameOf(role.parentId),
      policies: role.policyIds.map(nameOf),
      tasks: role.taskIds.filter(isTaskId).map((id) => TASKS[id].label),
      inherited: role.inherited.map(({ roleId, ...rest }) => ({ ...rest, name: nameOf(roleId) })),
      written,
      holders: assignedUsers(tx, role.roleId),
      lastChange: last === undefined ? null : `${written(last.atMs)} by ${last.by}: ${last.reason}`,
    });
    call.afterCommit(() => services.dialogs.print(html));
    return {};
  },
};

const KIND_WORDS = { coded: 'coded role', clinic: 'clinic role', custom: 'role of this practice', policy: 'policy' };

function roleView(role: StoredRole, tx: ReadTx, nowMs: number) {
  const { roleId, code, name, kind, version, purpose, parentId, isActive, isBroken, permissions } = role;
  const isSuperUserGiven = [...withImplied(permissions)].some((id) => PERMISSIONS[id].onlySuperUserGives);
  const lockOut = readLockOut(tx, { kind: 'role', id: roleId }, nowMs);
  return {
    roleId,
    code,
    name,
    kind,
    version,
    purpose,
    parentId,
    isActive,
    isBroken,
    isSuperUserGiven,
    policyIds: [...role.policyIds],
    taskIds: role.taskIds.filter(isTaskId),
    permissions: [...permissions],
    ownPermissions: [...role.ownPermissions],
    granted: [...role.granted],
    narrowed: [...role.narrowed],
    conditions: [...role.conditions],
    hours: [...role.hours],
    inherited: role.inherited.map(({ hours, conditions, ...rest }) => ({
      ...rest,
      hours: [...hours],
      conditions: [...conditions],
    })),
    unknownPermissions: [...role.unknownPermissions],
    lockOut: lockOut === null ? null : lockOutView(tx, lockOut),
  };
}

function proposedView(tx: ReadTx, roleId: string) {
  const proposal = readWaitingProposal(tx, 'role', roleId);
  return proposal === null ? null : { by: proposal.by, atMs: proposal.atMs };
}

function waitingView(tx: ReadTx, roleId: string) {
  const waiting = readWaitingChange(tx, roleId);
  if (waiting?.fields === null || waiting === null) return null;
  const { effectiveAtMs, byUserId, approvedBy, atMs, reason, fields } = waiting;
  return {
    effectiveAtMs,
    by: nameOfActor(tx, byUserId),
    approvedBy: approvedBy === null ? null : nameOfActor(tx, approvedBy),
    atMs,
    reason,
    fields,
  };
}
