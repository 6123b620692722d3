// What a change of a role would give to everybody whose rights depend on it: the proposal decide() judges (P5, S5.09).
import { readRoleDefinitions } from '../db/repositories/roleDefinition.ts';
import { definitionsAfter } from '../db/repositories/roleStore.ts';
import { readUser } from '../db/repositories/storedUser.ts';
import type { ReadTx } from '../db/transaction.ts';
import type { Proposal, Subject, Target } from '../shared/authorization/facts.ts';
import { type RoleDefinitions, rolesUnder } from '../shared/authorization/flattenRole.ts';
import { gainedPermissions, rightsOfRole } from '../shared/authorization/rightWays.ts';
import { NO_ROWS } from '../shared/authorization/scope.ts';
import type { PermissionId } from '../shared/catalogue/permissions.ts';
import type { RoleFields } from '../shared/catalogue/procedures/roleShapes.ts';
import type { Input, ProcedureName } from '../shared/catalogue/procedures.ts';
import { readWaitingCall } from './storedProposal.ts';

/** Stands for a role that has no id yet. */
const NEW_ROLE = 'new';

/** The proposal of a role becoming `fields`; `roleId` null for a new one, and null back when the role is not there.
 *  Gains are the permissions newly in the role or in any role that takes over from it, whoever holds them already
 *  from elsewhere: the same for every holder, now and later. */
export function readRoleProposal(tx: ReadTx, roleId: string | null, fields: RoleFields): Proposal | null {
  const before = readRoleDefinitions(tx);
  if (roleId !== null && !before.has(roleId)) return null;
  const id = roleId ?? NEW_ROLE;
  const after = definitionsAfter(before, id, fields);
  return {
    gains: roleGains(before, after, rolesUnder(id, after)),
    scopeBefore: NO_ROWS,
    scopeAfter: NO_ROWS,
    liftsPhiRestriction: false,
    leavesNoSuperUser: false,
  };
}

/** A change of a role aims at everybody whose rights depend on it. Where the caller is among them, the judge must see
 *  that it aims at the caller too, since nobody widens their own rights (P5). An approval aims at what the call it lets
 *  happen aims at (S1.06); null for every other call. */
export function readOwnRoleTarget(
  tx: ReadTx,
  name: ProcedureName,
  input: unknown,
  { userId, isSuperUser }: Pick<Subject, 'userId' | 'isSuperUser'>,
): Target | null {
  const waiting = readWaitingCall(tx, name, input);
  if (waiting?.name === 'user.update') return readUserTarget(tx, waiting.input.userId);
  if (waiting !== null) return readOwnRoleTarget(tx, waiting.name, waiting.input, { userId, isSuperUser });
  if (name !== 'role.update') return null;
  const under = rolesUnder((input as Input<'role.update'>).roleId, readRoleDefinitions(tx));
  const held = tx.prepare<{ roleId: string }>('SELECT role_id AS roleId FROM user_role WHERE user_id = ?').all(userId);
  return held.some(({ roleId }) => under.has(roleId))
    ? { kind: 'user', userId, isSuperUser, isOnlyViewed: false }
    : null;
}

function readUserTarget(tx: ReadTx, userId: string): Target {
  const isSuperUser = readUser(tx, userId)?.isSuperUser ?? null;
  return isSuperUser === null ? { kind: 'missing' } : { kind: 'user', userId, isSuperUser, isOnlyViewed: false };
}

function roleGains(before: RoleDefinitions, after: RoleDefinitions, roleIds: ReadonlySet<string>): PermissionId[] {
  const gains = [...roleIds].flatMap((id) => gainedPermissions(rightsOfRole(id, before), rightsOfRole(id, after)));
  return [...new Set(gains)];
}
