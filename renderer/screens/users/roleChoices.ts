// The roles a user can be given, with what each grants.
import type { RoleGrant } from '../../../shared/authorization/effectivePermissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { UserDraft } from './userDraft.ts';

export type ListedRole = Output<'role.find'>['roles'][number];

export interface RoleChoice extends ListedRole {
  /** The user has it in the stored state, so it may stay even when it could not be given anew. */
  readonly isHeldNow: boolean;
}

/** Listed roles without policies, which are stacked on roles (S4.01); those of the user marked. */
export function roleChoices(roles: readonly ListedRole[], heldRoleIds: readonly string[]): RoleChoice[] {
  return roles
    .filter((role) => (role.isActive && role.kind !== 'policy') || heldRoleIds.includes(role.roleId))
    .map((role) => ({ ...role, isHeldNow: heldRoleIds.includes(role.roleId) }));
}

/** Options of a pick-list in two groups: what is usual in an office of this size, then every other role.
 *  One plain list where no size was chosen or every role is usual. */
export function inOfferedOrder<Option>(
  roles: readonly RoleChoice[],
  optionOf: (role: RoleChoice) => Option,
): (Option | { group: string; items: Option[] })[] {
  const usual = roles.filter(({ isOfferedFirst }) => isOfferedFirst);
  const others = roles.filter(({ isOfferedFirst }) => !isOfferedFirst);
  if (usual.length === 0 || others.length === 0) return roles.map(optionOf);
  return [
    { group: 'Usual in an office of this size', items: usual.map(optionOf) },
    { group: 'More roles', items: others.map(optionOf) },
  ];
}

/** The chosen roles as effectivePermissions() wants them, each with its hours and the terms under which it is given. */
export function grantsOf(
  roles: readonly ListedRole[],
  roleIds: readonly string[],
  roleTerms: UserDraft['roleTerms'],
): RoleGrant[] {
  return roles
    .filter(({ roleId }) => roleIds.includes(roleId))
    .map(({ roleId, name, permissions, allHours }) => {
      const terms = roleTerms.find((one) => one.roleId === roleId);
      return {
        roleId,
        roleName: name,
        permissions,
        ...(allHours.length === 0 ? {} : { hours: allHours }),
        ...(terms === undefined ? {} : { terms: { ...terms.dates, locationIds: terms.locationIds } }),
      };
    });
}
