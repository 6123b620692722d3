// What a change of a user would do, from stored rows and the request: the proposal decide() judges (P5, S5.08, S5.09).
import { withTerms } from '../db/repositories/givenRights.ts';
import { locationsBelow } from '../db/repositories/locationTree.ts';
import { hasOtherSuperUser, readSubjectRights, type SubjectRights } from '../db/repositories/rights.ts';
import { readRightsModel } from '../db/repositories/rightsRules.ts';
import { readRoleGrants } from '../db/repositories/roleDefinition.ts';
import type { ReadTx } from '../db/transaction.ts';
import type { RightsOfUser } from '../shared/authorization/effectivePermissions.ts';
import type { Proposal } from '../shared/authorization/facts.ts';
import { type Limits, reachedScope } from '../shared/authorization/reachedScope.ts';
import { gainedPermissions } from '../shared/authorization/rightWays.ts';
import { NO_ROWS, type RowScope } from '../shared/authorization/scope.ts';
import type { Input, ProcedureName } from '../shared/catalogue/procedures.ts';
import { type RightsInput, rightsToStore } from './rightsToStore.ts';
import { readPackProposal } from './rolePack.ts';
import { readRoleProposal } from './roleProposal.ts';
import { readWaitingCall } from './storedProposal.ts';

/** What somebody was given, at whatever time and place it counts, and what they reach. */
export interface Reach {
  readonly given: RightsOfUser;
  readonly scope: RowScope;
}

const NOTHING: Reach = {
  given: { roles: [], exceptions: [], isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false },
  scope: NO_ROWS,
};

/** The proposal of a call to one of the procedures marked `proposes`; null when the user or role is not there.
 *  Throws for a procedure that proposes nothing known here: then the call fails, which is a deny. */
export function readProposal(tx: ReadTx, name: ProcedureName, input: unknown, nowMs: number): Proposal | null {
  if (name === 'user.add') return compare(NOTHING, reachAfterUpdate(tx, null, input as Input<'user.add'>), false);
  if (name === 'role.create') return readRoleProposal(tx, null, (input as Input<'role.create'>).fields);
  if (name === 'role.applyPack') {
    const { size, keys } = input as Input<'role.applyPack'>;
    return readPackProposal(tx, size, keys);
  }
  if (name === 'role.update') {
    const { roleId, fields } = input as Input<'role.update'>;
    return readRoleProposal(tx, roleId, fields);
  }
  const waiting = readWaitingCall(tx, name, input);
  if (waiting !== null) return readProposal(tx, waiting.name, waiting.input, nowMs);
  if (name === 'proposal.approveRoleChange' || name === 'proposal.approveUserChange') return null;
  const { userId } = input as { userId: string };
  const stored = readSubjectRights(tx, userId, nowMs);
  if (stored === null) return null;
  const isLast = () => isLastSuperUser(tx, userId, stored, nowMs);
  switch (name) {
    case 'user.update':
      return compare(stored, reachAfterUpdate(tx, stored, input as Input<'user.update'>), false);
    case 'user.setSuperUser': {
      const { isSuperUser } = input as Input<'user.setSuperUser'>;
      return compare(stored, withFlags(tx, stored, { isSuperUser }), !isSuperUser && isLast());
    }
    case 'user.setAccessSecurity': {
      const { hasAccessSecurity } = input as Input<'user.setAccessSecurity'>;
      return compare(stored, withFlags(tx, stored, { hasAccessSecurity }), false);
    }
    case 'user.setPhiRestricted': {
      const { isPhiRestricted } = input as Input<'user.setPhiRestricted'>;
      return compare(stored, withFlags(tx, stored, { isPhiRestricted }), false);
    }
    case 'user.disable':
    case 'user.lockOut':
    case 'user.delete':
      return compare(stored, NOTHING, isLast());
    case 'user.enable':
    case 'user.issueActivationCode':
      // Nobody disabled holds anything, so enabling gives all of it anew: the fresh rights check of S2.10.
      return compare(NOTHING, stored, false);
    default:
      throw new Error(`\`${name}\` proposes a change that cannot be worked out`);
  }
}

/** What the user would be given and reach after an update; `before` is null for a new one. */
export function reachAfterUpdate(tx: ReadTx, before: SubjectRights | null, input: RightsInput): Reach {
  const { isSuperUser, hasAccessSecurity, isPhiRestricted } = before?.given ?? NOTHING.given;
  const stored = rightsToStore(before, input);
  const roles = readRoleGrants(tx, stored.roleIds).map((grant) =>
    withTerms(grant, stored.roleTerms.get(grant.roleId) ?? null),
  );
  return {
    given: {
      roles,
      exceptions: stored.exceptions,
      isSuperUser,
      hasAccessSecurity,
      isPhiRestricted,
      isStrict: readRightsModel(tx).value === 'strict',
    },
    scope: reached(tx, {
      isSuperUser,
      roles,
      assignedScope: stored.scope,
      assignedLocations: stored.locations,
      linkedPatientId: stored.linkedPatientId,
      grantedPatientIds: before?.scope.patientIds ?? [],
    }),
  };
}

function withFlags(
  tx: ReadTx,
  stored: SubjectRights,
  flags: Partial<Pick<RightsOfUser, 'isSuperUser' | 'hasAccessSecurity' | 'isPhiRestricted'>>,
): Reach {
  const given = { ...stored.given, ...flags };
  const { patientIds } = stored.scope;
  return { given, scope: reached(tx, { ...stored, ...given, grantedPatientIds: patientIds }) };
}

function reached(tx: ReadTx, limits: Limits): RowScope {
  return reachedScope(limits, (ids) => locationsBelow(tx, ids));
}

function compare(before: Reach, after: Reach, leavesNoSuperUser: boolean): Proposal {
  return {
    gains: gainedPermissions(before.given, after.given),
    scopeBefore: before.scope,
    scopeAfter: after.scope,
    liftsPhiRestriction: before.given.isPhiRestricted && !after.given.isPhiRestricted,
    leavesNoSuperUser,
  };
}

/** Whether the user is the only Super User who can sign in; one who cannot sign in now is not counted. */
function isLastSuperUser(tx: ReadTx, userId: string, stored: SubjectRights, nowMs: number): boolean {
  const counts = stored.isSuperUser && stored.status === 'active' && !stored.isLockedOut;
  return counts && !hasOtherSuperUser(tx, userId, nowMs);
}
