// Puts a paper request to the product: the stored rows as the program would read them, then its one judge.
import { type Decision, decide, type GuardedAccess } from '../../../../shared/authorization/decide.ts';
import { heldPermissions, type RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import type { Facts, Proposal, Subject, Target } from '../../../../shared/authorization/facts.ts';
import { ALL_ROWS, NO_ROWS, type RowScope, type RowTies } from '../../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../../support/rowTies.ts';
import { leavesNoSuperUser } from './judge.ts';
import type { PaperPerson, PaperPractice, PaperRecord, PaperRequest } from './practice.ts';

/** What the product says the person holds. */
export function productHeld(person: PaperPerson, practice: PaperPractice): ReadonlySet<PermissionId> {
  return person.isRecovery ? new Set(['user:read', 'user:resetPassword']) : heldPermissions(rightsOf(person, practice));
}

/** What the product decides. */
export function productDecision(practice: PaperPractice, request: PaperRequest): Decision {
  return decide(accessOf(request), factsOf(practice, request));
}

function accessOf({ cell, wantsPassword }: PaperRequest): GuardedAccess {
  if (cell === null) return { kind: 'session', because: 'own screen' };
  const wanted = { kind: 'permission' as const, permission: cell as PermissionId };
  return wantsPassword ? { ...wanted, stepUp: true } : wanted;
}

function factsOf(practice: PaperPractice, request: PaperRequest): Facts {
  return {
    subject: subjectOf(request.asker, practice),
    target: targetOf(request.aim),
    tiesAfter: request.recordAfter === null ? null : tiesOf(request.recordAfter),
    proposal: request.change === null ? null : proposalOf(practice, request.change),
    isSteppedUp: request.gavePassword,
    environment: { isSetupFinished: practice.isSetUp, isReviewMode: practice.isUnderReview },
  };
}

function subjectOf(person: PaperPerson, practice: PaperPractice): Subject {
  const held = productHeld(person, practice);
  return {
    userId: person.name,
    kind: person.isRecovery ? 'recovery' : 'person',
    isReasonMissing: request.isReasonMissing,
    status: person.state,
    isLockedOut: person.isLockedOut,
    isSuperUser: person.isSuperUser,
    isPhiRestricted: person.isRecovery || person.isRestricted,
    held,
    conditions: new Map(),
    withheld: new Map(),
    scope: wholeReach(held, limitOf(person)),
  };
}

function rightsOf(person: PaperPerson, practice: PaperPractice): RightsOfUser {
  const roles = practice.roles.filter(({ name }) => person.roles.includes(name));
  return {
    roles: roles.map(({ name, cells }) => ({ roleId: name, roleName: name, permissions: cells as PermissionId[] })),
    exceptions: person.marks.map(({ cell, sign }) => ({
      permission: cell as PermissionId,
      effect: sign === '+' ? 'grant' : 'revoke',
    })),
    isSuperUser: person.isSuperUser,
    hasAccessSecurity: person.hasAccessSecurity,
    isPhiRestricted: person.isRestricted,
    isStrict: practice.isStrict,
  };
}

function limitOf({ isSuperUser, sees }: PaperPerson): RowScope {
  return isSuperUser || sees === 'everybody' ? ALL_ROWS : { ...ALL_ROWS, providers: sees };
}

function targetOf(aim: PaperRequest['aim']): Target | null {
  switch (aim.kind) {
    case 'nothing':
      return null;
    case 'gone':
      return { kind: 'missing' };
    case 'record':
      return { kind: 'record', ties: tiesOf(aim.record) };
    case 'person':
      return {
        kind: 'user',
        userId: aim.person.name,
        isSuperUser: aim.person.isSuperUser,
        isOnlyViewed: aim.isLook,
      };
  }
}

function tiesOf({ providers, owner, labels }: PaperRecord): RowTies {
  return tiesWith({ providerIds: providers === 'none by nature' ? 'any' : providers, ownerId: owner, labels });
}

function proposalOf(practice: PaperPractice, change: NonNullable<PaperRequest['change']>): Proposal {
  const { before, after } = change;
  const had = before === null ? new Set() : productHeld(before, practice);
  return {
    gains: [...productHeld(after, practice)].filter((id) => !had.has(id)),
    scopeBefore: before === null ? NO_ROWS : limitOf(before),
    scopeAfter: limitOf(after),
    liftsPhiRestriction: before?.isRestricted === true && !after.isRestricted,
    leavesNoSuperUser: leavesNoSuperUser(practice, change),
  };
}
