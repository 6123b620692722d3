// XACML: policy decision point (PDP). The only judge of who may do what.
import type { Access } from '../catalogue/entry.ts';
import { impliedPermissions } from '../catalogue/impliedPermissions.ts';
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import type { Facts, Subject } from './facts.ts';
import { WITHHELD_REASONS } from './grantTerms.ts';
import { holds } from './holds.ts';
import { inScope, isReached, isWithin, type RecordReach, type RowTies, type Way } from './scope.ts';

export const DENY_REASONS = [
  'accountNotActive',
  'lockedOut',
  'reviewMode',
  'setupUnfinished',
  'recoverySession',
  'phiRestricted',
  'noRight',
  ...WITHHELD_REASONS,
  'reasonRequired',
  'stepUpRequired',
  'notFound',
  'outOfScope',
  'conditionNotMet',
  'leavesScope',
  'targetIsSuperUser',
  'ownRights',
  'givesWhatTheyLack',
  'onlySuperUserGives',
  'widensScope',
  'lastSuperUser',
  'error',
] as const;
export type DenyReason = (typeof DENY_REASONS)[number];

/** What needs a signed-in subject; calls open to anonymous windows never reach the judge. */
export type GuardedAccess = Exclude<Access, { kind: 'anonymous' }>;

export type Decision =
  | { readonly decision: 'permit'; readonly scope: RecordReach }
  | { readonly decision: 'deny'; readonly reason: DenyReason; readonly determining: PermissionId | null };

/** What the recovery code opens: finding Super Users and giving them a new activation code, nothing else (S2.100). */
export const RECOVERY_PERMISSIONS: ReadonlySet<PermissionId> = new Set(['user:read', 'user:resetPassword']);

/** Permit or deny one request on the given facts. Pure, total and synchronous: no clock, no database; any error is a deny.
 *  Deny by default: each line below can only take away, and the request is permitted when none did.
 *  Source: NIST INCITS 359 (checkAccess); 45 CFR 164.312(a)(1); house rule "what is missing is forbidden". */
export function decide(access: GuardedAccess, facts: Facts): Decision {
  try {
    const permission = access.kind === 'permission' ? access.permission : null;
    const before = denyAccount(facts) ?? denyEnvironment(permission, facts) ?? denyRight(access, facts);
    if (before !== null) return { decision: 'deny', reason: before, determining: permission };
    // Only who holds the right reaches rows by it; working that out for everybody else would cost most of a decision.
    const reach = reachOf(permission, facts.subject);
    const reason =
      denyTarget(permission, facts, reach) ??
      denyOutcome(facts, reach) ??
      denyProposal(facts) ??
      denyShare(facts) ??
      denyWithoutReason(facts) ??
      denyStepUp(access, facts);
    return reason === null
      ? { decision: 'permit', scope: reach }
      : { decision: 'deny', reason, determining: permission };
  } catch {
    return { decision: 'deny', reason: 'error', determining: null };
  }
}

function denyAccount({ subject }: Facts): DenyReason | null {
  if (subject.status !== 'active') return 'accountNotActive';
  if (subject.isLockedOut) return 'lockedOut';
  return null;
}

function denyEnvironment(permission: PermissionId | null, { subject, environment }: Facts): DenyReason | null {
  if (environment.isReviewMode && !subject.isSuperUser && subject.kind === 'person') return 'reviewMode';
  if (!environment.isSetupFinished && permission !== null && PERMISSIONS[permission].reachesPhi)
    return 'setupUnfinished';
  return null;
}

function denyRight(access: GuardedAccess, { subject }: Facts): DenyReason | null {
  if (access.kind === 'session') return null;
  if (subject.kind === 'recovery' && !RECOVERY_PERMISSIONS.has(access.permission)) return 'recoverySession';
  if (subject.isPhiRestricted && PERMISSIONS[access.permission].reachesPhi) return 'phiRestricted';
  if (!holds(subject.held, access.permission)) return whyMissing(access.permission, subject);
  return null;
}

/** Why a right is not held: where only the right over one's own rows was given, that one's reason (S2.27, S2.62). */
function whyMissing(permission: PermissionId, { withheld }: Subject): DenyReason {
  const own = OWN_PERMISSIONS[permission];
  return withheld.get(permission) ?? (own === undefined ? undefined : withheld.get(own)) ?? 'noRight';
}

/** The rows this call reaches: what the subject does, and of that what meets the conditions of the right (S2.63), or
 *  their own rows alone where only the own right is held (S2.27). */
function reachOf(permission: PermissionId | null, subject: Subject): RecordReach {
  const { held, conditions, scope, userId } = subject;
  if (permission === null || (held.has(permission) && !conditions.has(permission))) return scope;
  const own = OWN_PERMISSIONS[permission];
  return { ...scope, ways: [...waysOf(permission, null, subject), ...(own ? waysOf(own, userId, subject) : [])] };
}

function waysOf(permission: PermissionId, ownerId: string | null, { held, conditions }: Subject): readonly Way[] {
  if (!held.has(permission)) return [];
  return (conditions.get(permission) ?? [[]]).map((conjunction) => ({ ownerId, conditions: conjunction }));
}

function denyTarget(
  permission: PermissionId | null,
  { subject, target }: Facts,
  reach: RecordReach,
): DenyReason | null {
  if (target === null) return null;
  switch (target.kind) {
    case 'missing':
      return 'notFound';
    case 'record':
      return isReached(target.ties, reach) ? null : denyRow(permission, subject, target.ties, reach);
    case 'user':
      return target.isSuperUser && !target.isOnlyViewed && !subject.isSuperUser && subject.kind === 'person'
        ? 'targetIsSuperUser'
        : null;
  }
}

/** Conditions are named only to whoever may see the row by a right that this one brings, such as View: to everybody
 *  else it answers like a row that is not there. */
function denyRow(permission: PermissionId | null, subject: Subject, row: RowTies, reach: RecordReach): DenyReason {
  if (permission === null || !isReached(row, withoutConditions(reach))) return 'outOfScope';
  const mayBeSeen = impliedPermissions(permission).some(
    (id) => holds(subject.held, id) && isReached(row, reachOf(id, subject)),
  );
  return mayBeSeen ? 'conditionNotMet' : 'outOfScope';
}

function withoutConditions(reach: RecordReach): RecordReach {
  return { ...reach, ways: reach.ways.map(({ ownerId }) => ({ ownerId, conditions: [] })) };
}

/** Nobody adds a record, or changes one into a record, that they would not reach themselves. */
function denyOutcome({ tiesAfter }: Facts, reach: RecordReach): DenyReason | null {
  if (tiesAfter === null || isReached(tiesAfter, reach)) return null;
  return isReached(tiesAfter, withoutConditions(reach)) ? 'conditionNotMet' : 'leavesScope';
}

/** Nearly last, because a reason is only worth asking for where nothing but it is missing (P7, S3.14). */
function denyWithoutReason({ isReasonMissing }: Facts): DenyReason | null {
  return isReasonMissing ? 'reasonRequired' : null;
}

/** Last, because a password is only worth asking for where it is all that is missing (S2.95). */
function denyStepUp(access: GuardedAccess, { isSteppedUp }: Facts): DenyReason | null {
  return access.kind === 'permission' && access.stepUp && !isSteppedUp ? 'stepUpRequired' : null;
}

/** Nobody grants what they lack, nobody widens themselves, one Super User always remains (P5, S5.08, S5.09). */
function denyProposal({ subject, target, proposal }: Facts): DenyReason | null {
  if (proposal === null) return null;
  if (proposal.leavesNoSuperUser) return 'lastSuperUser';
  if (subject.kind === 'recovery') return target?.kind === 'user' && target.isSuperUser ? null : 'recoverySession';
  const isSelf = target?.kind === 'user' && target.userId === subject.userId;
  // Binds Super Users too: a restriction that its bearer could lift would be none (C4).
  if (isSelf && proposal.liftsPhiRestriction) return 'ownRights';
  if (subject.isSuperUser) return null;
  const widensScope = !isWithin(proposal.scopeAfter, proposal.scopeBefore);
  if (isSelf && (proposal.gains.length > 0 || widensScope)) return 'ownRights';
  if (proposal.gains.some((id) => PERMISSIONS[id].onlySuperUserGives)) return 'onlySuperUserGives';
  if (proposal.gains.some((id) => !mayHandOn(id, subject))) return 'givesWhatTheyLack';
  if (widensScope && !isWithin(proposal.scopeAfter, subject.scope)) return 'widensScope';
  return null;
}

/** Nobody opens a patient to themselves, or hands on one that is open to them by a share alone: it could come back for
 *  longer than it was given (S2.106, P5). */
function denyShare({ subject, tiesAfter }: Facts): DenyReason | null {
  if (tiesAfter === null || tiesAfter.grantedTo === null || subject.isSuperUser) return null;
  if (tiesAfter.grantedTo === subject.userId) return 'ownRights';
  return inScope(tiesAfter, { ...subject.scope, patientIds: [] }) ? null : 'givesWhatTheyLack';
}

/** A right held under conditions, until some day or at some place alone is lacked everywhere else, so it stays with its
 *  holder: handed on for good it would outlive what its giver has, and could be handed back. */
function mayHandOn(permission: PermissionId, { held, conditions, borrowed }: Subject): boolean {
  return held.has(permission) && !conditions.has(permission) && !borrowed.has(permission);
}
