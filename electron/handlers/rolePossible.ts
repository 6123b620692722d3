// Whether what was asked for a role is possible: name free, parents without circles, rights a role can carry.

import { findRoles, type StoredRole } from '../../db/repositories/role.ts';
import { readRoleDefinitions } from '../../db/repositories/roleDefinition.ts';
import { definitionsAfter, isRoleNameTaken } from '../../db/repositories/roleStore.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { typesReachedBy } from '../../shared/authorization/conditionChoices.ts';
import {
  flattenRole,
  LONGEST_ROLE_LINE,
  roleLine,
  rolesUnder,
  withImplied,
} from '../../shared/authorization/flattenRole.ts';
import { PATIENT_ROLE_ID } from '../../shared/catalogue/patientRole.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { RoleFields } from '../../shared/catalogue/procedures/roleShapes.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { refuseBeyondTasks, refuseToxicPairs } from './rightsRules.ts';

/** What is written, and under whose responsibility a child may give more than its parent. */
export interface RoleWish {
  readonly roleId: string;
  readonly kind: StoredRole['kind'];
  readonly fields: RoleFields;
  readonly confirmsWidening: boolean;
  readonly isSuperUser: boolean;
}

/** CONSTRAINT_VIOLATED with what to do, or null. May they? is decided before. */
export function refuseImpossibleRole(tx: ReadTx, wish: RoleWish): Refusal | null {
  const { roleId, fields } = wish;
  if (isRoleNameTaken(tx, fields.name, roleId))
    return impossible('Another role has this name. Choose a name that nobody can confuse with it.');
  const carriedByTick = fields.permissions.find((id) => PERMISSIONS[id].category === 'Super User');
  if (carriedByTick !== undefined)
    return impossible(
      `“${PERMISSIONS[carriedByTick].label}” comes with the Super User tick and cannot stand in a role. Untick it.`,
    );
  return (
    refuseImpossibleTies(tx, wish) ??
    refuseImpossibleLimits(tx, wish) ??
    refuseUnconfirmedWidening(tx, wish) ??
    refuseRuledOut(tx, wish)
  );
}

function refuseImpossibleTies(tx: ReadTx, { roleId, kind, fields }: RoleWish): Refusal | null {
  const { parentId, policyIds } = fields;
  if (kind === 'policy' && (parentId !== null || policyIds.length > 0))
    return impossible('A policy has no parent and no policies of its own. Leave both empty.');
  const roles = new Map(findRoles(tx).map((role) => [role.roleId, role]));
  if (policyIds.some((id) => roles.get(id)?.kind !== 'policy'))
    return impossible('A chosen policy is not there any more. Open the role again and choose once more.');
  if (parentId === null) return null;
  const parent = roles.get(parentId);
  if (parent === undefined || parent.kind === 'policy')
    return impossible('The chosen parent is not a role that is there. Choose another one.');
  if (parentId === PATIENT_ROLE_ID)
    return impossible(
      `“${parent.name}” opens one linked record alone, and what took its rights would open every record in its holder’s limit. Choose another parent, or none.`,
    );
  const after = definitionsAfter(readRoleDefinitions(tx), roleId, fields);
  if (rolesUnder(roleId, after).has(parentId))
    return impossible(
      `“${parent.name}” takes its rights from this role itself, so the two would go round in a circle. Choose another parent.`,
    );
  // The line of every role below counts too: a parent given to a parent makes theirs longer.
  const isBroken = (id: string) => roleLine(id, after) === null;
  if ([...after.keys()].some((id) => isBroken(id) && roles.get(id)?.isBroken !== true))
    return impossible(
      `A role, its parent and its parent’s parent are ${LONGEST_ROLE_LINE} roles, and longer lines are not allowed. Choose a parent higher up.`,
    );
  return null;
}

/** Hours bind people, and policies are never given to people; a condition must bind something the role gives. */
function refuseImpossibleLimits(tx: ReadTx, { roleId, kind, fields }: RoleWish): Refusal | null {
  if (kind === 'policy' && fields.hours.length > 0)
    return impossible('Hours are set on roles, not on policies. Leave them empty here, and set them on the role.');
  const after = definitionsAfter(readRoleDefinitions(tx), roleId, {
    ...fields,
    policyIds: [],
  });
  const given = withImplied(flattenRole(roleId, after));
  for (const { permission, type } of fields.conditions) {
    const { label } = PERMISSIONS[permission];
    if (!given.has(permission))
      return impossible(
        `The condition on “${label}” binds nothing, because the role does not give that right by itself. Tick the right, or remove the condition.`,
      );
    if (!typesReachedBy(permission).some(({ name }) => name === type))
      return impossible(
        `“${label}” is not asked for with records of this kind one by one, so the condition would bind nothing. Choose other records.`,
      );
  }
  return null;
}

/** By the rules of the practice about rights; pairs are looked for in every role that would change with this one. */
function refuseRuledOut(tx: ReadTx, { roleId, fields }: RoleWish): Refusal | null {
  const before = readRoleDefinitions(tx);
  const after = definitionsAfter(before, roleId, fields);
  for (const id of rolesUnder(roleId, after)) {
    const trouble = refuseToxicPairs(tx, before.has(id) ? flattenRole(id, before) : [], flattenRole(id, after));
    if (trouble !== null) return trouble;
  }
  const had = withImplied(before.has(roleId) ? flattenRole(roleId, before) : []);
  return refuseBeyondTasks(tx, fields.taskIds, had, withImplied(flattenRole(roleId, after)));
}

/** A child only narrows, unless a Super User confirms what it gives more (S2.64). */
function refuseUnconfirmedWidening(tx: ReadTx, { roleId, fields, confirmsWidening, isSuperUser }: RoleWish) {
  if (fields.parentId === null) return null;
  const before = readRoleDefinitions(tx);
  const stored = before.get(roleId);
  const known: readonly PermissionId[] = stored?.parentId === fields.parentId ? stored.granted : [];
  const granted = definitionsAfter(before, roleId, fields).get(roleId)?.granted ?? [];
  const more = granted.filter((id) => !known.includes(id));
  if (more.length === 0 || (confirmsWidening && isSuperUser)) return null;
  const names = more.map((id) => PERMISSIONS[id].label).join(', ');
  return impossible(
    isSuperUser
      ? `The role would give more than its parent: ${names}. Confirm that you want this, or untick them.`
      : `The role would give more than its parent: ${names}. Only a Super User may confirm that. Untick them, or ask one.`,
  );
}

function impossible(message: string): Refusal {
  return refuse('CONSTRAINT_VIOLATED', message);
}
