// Roles: the list and one role with its holders (XACML: PAP for roles).

import { readOfficeSize } from '../../db/repositories/checklist.ts';
import { readLockOut } from '../../db/repositories/lockOut.ts';
import { assignedUsers, findRoles, readRole, type StoredRole } from '../../db/repositories/role.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { presetRole } from '../../shared/catalogue/officePresets.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import type { Handlers } from '../ipc/stages.ts';
import { lockOutView } from './lockOutTerms.ts';
import { ROLE_GONE, roleLockOutHandlers } from './roleLockOut.ts';

export const roleHandlers: Pick<Handlers, Extract<keyof Handlers, `role.${string}`>> = {
  ...roleLockOutHandlers,
  'role.find': (call, tx) => {
    const roles = findRoles(tx);
    const officeSize = readOfficeSize(tx);
    call.note({ count: roles.length });
    return {
      roles: roles.map((role) => ({
        ...roleView(role, tx, call.nowMs),
        isOfferedFirst: presetRole(officeSize, role.roleId) !== null,
        holderCount: role.holderCount,
        permissionCount: role.permissions.length,
        permissions: [...role.permissions],
      })),
    };
  },
  'role.read': (call, tx) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return ROLE_GONE;
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    return {
      ...roleView(role, tx, call.nowMs),
      permissions: [...role.permissions],
      holders: assignedUsers(tx, role.roleId),
    };
  },
};

function roleView(role: StoredRole, tx: ReadTx, nowMs: number) {
  const { roleId, code, name, kind, purpose, isActive, permissions } = role;
  const isSuperUserGiven = permissions.some((id) => PERMISSIONS[id].onlySuperUserGives);
  const lockOut = readLockOut(tx, { kind: 'role', id: roleId }, nowMs);
  const shown = lockOut === null ? null : lockOutView(tx, lockOut);
  return { roleId, code, name, kind, purpose, isActive, isSuperUserGiven, lockOut: shown };
}
