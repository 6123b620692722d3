// The roles a user can be given, with what each grants.
import type { RoleGrant } from '../../../shared/authorization/effectivePermissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';

type ListedRole = Output<'role.find'>['roles'][number];

export interface RoleChoice extends ListedRole {
  /** The user has it in the stored state, so it may stay even when it could not be given anew. */
  readonly isHeldNow: boolean;
}

/** Listed roles, those of the user marked. */
export function roleChoices(roles: readonly ListedRole[], heldRoleIds: readonly string[]): RoleChoice[] {
  return roles
    .filter((role) => role.isActive || heldRoleIds.includes(role.roleId))
    .map((role) => ({ ...role, isHeldNow: heldRoleIds.includes(role.roleId) }));
}

/** The chosen roles as effectivePermissions() wants them. */
export function grantsOf(roles: readonly ListedRole[], roleIds: readonly string[]): RoleGrant[] {
  return roles
    .filter(({ roleId }) => roleIds.includes(roleId))
    .map(({ roleId, name, permissions }) => ({ roleId, roleName: name, permissions }));
}
