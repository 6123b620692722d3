// Whether what was asked for a user is possible: login id free, roles in use, providers there. May they? is decided before.
import { providerNames } from '../../db/repositories/provider.ts';
import type { SubjectRights } from '../../db/repositories/rights.ts';
import { readRightsModel } from '../../db/repositories/rightsRules.ts';
import { findRoles } from '../../db/repositories/role.ts';
import { isLoginIdTaken } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { type RightsInput, rightsToStore } from '../rightsToStore.ts';
import { refuseImpossibleTerms } from './termsPossible.ts';

/** CONSTRAINT_VIOLATED when the login id is or ever was somebody else's, else null. */
export function refuseTakenLogin(tx: ReadTx, loginId: string, userId: string | null): Refusal | null {
  if (!isLoginIdTaken(tx, loginId, userId)) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This login ID is or was somebody else’s, and a login ID is never given twice. Choose another one.',
    { fields: [{ path: 'info.loginId', message: 'is taken' }] },
  );
}

/** CONSTRAINT_VIOLATED when a role or provider is not there, a policy is given like a role, a role is newly given though not in use, or personal rights meet strict roles, or one right is
 *  both added and taken away; else null. `before` is null for a new user. */
export function refuseImpossibleRights(tx: ReadTx, rights: RightsInput, before: SubjectRights | null): Refusal | null {
  const heldRoleIds = before?.given.roles.map(({ roleId }) => roleId) ?? [];
  const roles = new Map(findRoles(tx).map((role) => [role.roleId, role]));
  for (const roleId of rights.roleIds) {
    const role = roles.get(roleId);
    if (role === undefined)
      return refuse(
        'CONSTRAINT_VIOLATED',
        'A chosen role is not there any more. Open the page again and choose the roles once more.',
      );
    if (role.kind === 'policy')
      return refuse(
        'CONSTRAINT_VIOLATED',
        `“${role.name}” is a policy: it is stacked on roles, not given to people. Choose a role that carries it.`,
      );
    if (!role.isActive && !heldRoleIds.includes(roleId))
      return refuse('CONSTRAINT_VIOLATED', `This practice does not use the role “${role.name}”. Choose another role.`);
  }
  if (rights.exceptions.length > 0 && readRightsModel(tx).value === 'strict')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This practice works with strict roles, so nobody has rights beside their roles. Choose another role, or make one.',
    );
  const ticked = rights.exceptions.map(({ permission }) => permission);
  if (new Set(ticked).size !== ticked.length)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'One right is listed twice. Open the user again and tick the rights once more.',
    );
  const providerIds = rights.scope.kind === 'all' ? [] : rights.scope.providerIds;
  if (providerNames(tx, providerIds).size !== new Set(providerIds).size)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A chosen provider is not there any more. Open the user again and choose the providers once more.',
    );
  return refuseImpossibleTerms(tx, rightsToStore(before, rights), before);
}
