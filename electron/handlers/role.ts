// Roles: the list and one role with its holders (XACML: PAP for roles).
import { readOfficeSize } from '../../db/repositories/checklist.ts';
import { assignedUsers, findRoles, readRole, type StoredRole } from '../../db/repositories/role.ts';
import { presetRole } from '../../shared/catalogue/officePresets.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';

export const roleHandlers: Pick<Handlers, 'role.find' | 'role.read'> = {
  'role.find': (call, tx) => {
    const roles = findRoles(tx);
    const officeSize = readOfficeSize(tx);
    call.note({ count: roles.length });
    return {
      roles: roles.map((role) => ({
        ...roleView(role),
        isOfferedFirst: presetRole(officeSize, role.roleId) !== null,
        holderCount: role.holderCount,
        permissionCount: role.permissions.length,
        permissions: [...role.permissions],
      })),
    };
  },
  'role.read': (call, tx) => {
    const role = readRole(tx, call.input.roleId);
    if (role === null) return refuse('NOT_FOUND', 'This role is not there. Go back to the list of roles.');
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    return { ...roleView(role), permissions: [...role.permissions], holders: assignedUsers(tx, role.roleId) };
  },
};

function roleView({ roleId, code, name, kind, purpose, isActive, permissions }: StoredRole) {
  const isSuperUserGiven = permissions.some((id) => PERMISSIONS[id].onlySuperUserGives);
  return { roleId, code, name, kind, purpose, isActive, isSuperUserGiven };
}
