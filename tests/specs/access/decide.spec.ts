// Theorems about the one judge of who may do what, over random facts.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decide, type GuardedAccess, RECOVERY_PERMISSIONS } from '../../../shared/authorization/decide.ts';
import type { Facts, Subject } from '../../../shared/authorization/facts.ts';
import { MASK_GROUPS } from '../../../shared/authorization/mask.ts';
import { inScope, isReached, isWithin, SENSITIVITY_LABELS } from '../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../shared/authorization/wholeReach.ts';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { LABEL_PERMISSIONS, MASK_PERMISSIONS } from '../../../shared/catalogue/recordPermissions.ts';
import { proposal, target, ties } from './arbitraryFacts.ts';
import {
  everythingRight,
  holdsSome,
  isPermitted,
  needs,
  permission,
  scope,
  somePermissions,
} from './arbitraryRights.ts';

const subject: fc.Arbitrary<Subject> = fc
  .record({
    userId: fc.constantFrom('me', 'you'),
    kind: fc.constantFrom('person' as const, 'recovery' as const),
    status: fc.constantFrom('invited' as const, 'active' as const, 'disabled' as const, 'deleted' as const),
    isLockedOut: fc.boolean(),
    isSuperUser: fc.boolean(),
    isPhiRestricted: fc.boolean(),
    held: somePermissions.map((ids): ReadonlySet<PermissionId> => new Set(ids)),
    conditions: fc.constant(new Map()),
    borrowed: somePermissions.map((ids): ReadonlySet<PermissionId> => new Set(ids.slice(0, 3))),
    withheld: fc.constant(new Map()),
    scope,
  })
  .map((one): Subject => ({ ...one, scope: wholeReach(one.held, one.scope) }));
const facts: fc.Arbitrary<Facts> = fc.record({
  subject,
  target,
  tiesAfter: fc.option(ties),
  proposal,
  isReasonMissing: fc.boolean(),
  isSteppedUp: fc.boolean(),
  environment: fc.record({ isSetupFinished: fc.boolean(), isReviewMode: fc.boolean() }),
});
const access: fc.Arbitrary<GuardedAccess> = fc.oneof(
  fc.record({ kind: fc.constant('permission' as const), permission }),
  fc.record({ kind: fc.constant('permission' as const), permission, stepUp: fc.constant(true as const) }),
  fc.record({ kind: fc.constant('session' as const), because: fc.constant('own screen') }),
);

describe('decide', () => {
  test.prop([permission])('defaultDeny: who holds nothing is permitted nothing (S1.03)', (id) => {
    expect(isPermitted(needs(id), everythingRight)).toBe(true);
    expect(decide(needs(id), { ...everythingRight, subject: { ...everythingRight.subject, held: new Set() } })).toEqual(
      {
        decision: 'deny',
        reason: 'noRight',
        determining: id,
      },
    );
  });

  test.prop([access, facts])(
    'permittedOnlyIfGranted: a permit needs an active, unlocked subject who holds the permission (S4.03)',
    (wanted, given) => {
      if (!isPermitted(wanted, given)) return;
      expect(given.subject.status).toBe('active');
      expect(given.subject.isLockedOut).toBe(false);
      if (wanted.kind === 'permission') expect(holdsSome(wanted.permission, given.subject)).toBe(true);
      if (wanted.kind === 'permission' && wanted.stepUp) expect(given.isSteppedUp).toBe(true);
      expect(given.isReasonMissing).toBe(false);
      if (wanted.kind === 'permission' && given.subject.kind === 'recovery')
        expect(RECOVERY_PERMISSIONS.has(wanted.permission)).toBe(true);
    },
  );

  test.prop([access, facts])('a permit carries the subject’s own scope and nothing wider (S5.14)', (wanted, given) => {
    const decision = decide(wanted, given);
    if (decision.decision === 'permit') expect(decision.scope.providers).toEqual(given.subject.scope.providers);
  });

  test.prop([access, facts])(
    'ownAlone: who holds the right over their own rows alone reaches no other (S2.27)',
    (wanted, given) => {
      const decision = decide(wanted, given);
      if (decision.decision === 'deny' || wanted.kind === 'session') return;
      const isWhole = given.subject.held.has(wanted.permission);
      expect(decision.scope.ways).toEqual([{ ownerId: isWhole ? null : given.subject.userId, conditions: [] }]);
      if (isWhole || given.target?.kind !== 'record') return;
      expect(given.target.ties.ownerId).toBe(given.subject.userId);
    },
  );

  test.prop([access, facts])(
    'a permit hides every label and field whose right is missing, and no other (S2.60, S3.11)',
    (wanted, given) => {
      const decision = decide(wanted, given);
      if (decision.decision === 'deny') return;
      const { held } = given.subject;
      for (const label of SENSITIVITY_LABELS)
        expect(decision.scope.hiddenLabels.includes(label)).toBe(!held.has(LABEL_PERMISSIONS[label]));
      for (const group of MASK_GROUPS)
        expect(decision.scope.hiddenMasks.includes(group)).toBe(!held.has(MASK_PERMISSIONS[group]));
    },
  );

  test.prop([access, facts])(
    'nothingLeavesOnesReach: a permitted call aims at what its author reaches, and leads to it too (S5.14)',
    (wanted, given) => {
      const decision = decide(wanted, given);
      if (decision.decision === 'deny') return;
      if (given.target?.kind === 'record') expect(isReached(given.target.ties, decision.scope)).toBe(true);
      if (given.tiesAfter !== null) expect(isReached(given.tiesAfter, decision.scope)).toBe(true);
    },
  );

  test.prop([access, facts])('is total: it always answers, and twice the same', (wanted, given) => {
    expect(decide(wanted, given)).toEqual(decide(wanted, given));
  });

  test.prop([access, facts, fc.constantFrom('subject', 'environment', 'target', 'tiesAfter', 'proposal')])(
    'errorIsDeny: facts that cannot be read are a deny',
    (wanted, given, broken) => {
      const unreadable = {
        ...given,
        get [broken]() {
          throw new Error('cannot be read');
        },
      } as Facts;
      expect(() => decide(wanted, unreadable)).not.toThrow();
      expect(isPermitted(wanted, unreadable)).toBe(false);
    },
  );

  test.prop([access, facts])(
    'nobodyGrantsWhatTheyLack: a permitted change gives only rights its author holds and may hand on (P5, S5.09)',
    (wanted, given) => {
      if (given.proposal === null || given.subject.isSuperUser || !isPermitted(wanted, given)) return;
      if (given.subject.kind === 'recovery') return;
      for (const id of given.proposal.gains) {
        expect(given.subject.held.has(id)).toBe(true);
        expect(given.subject.borrowed.has(id)).toBe(false);
        expect(PERMISSIONS[id].onlySuperUserGives).not.toBe(true);
      }
    },
  );

  test.prop([access, facts])('nobody widens themselves, Super Users aside (S5.09)', (wanted, given) => {
    const { proposal: proposed, subject: author, target: aim } = given;
    if (proposed === null || author.isSuperUser || author.kind === 'recovery' || !isPermitted(wanted, given)) return;
    const widens = !isWithin(proposed.scopeAfter, proposed.scopeBefore);
    if (aim?.kind === 'user' && aim.userId === author.userId) {
      expect(proposed.gains).toEqual([]);
      expect(widens).toBe(false);
    }
    if (widens) expect(isWithin(proposed.scopeAfter, author.scope)).toBe(true);
  });

  test.prop([access, facts])(
    'nobody shares with themselves or shares on, Super Users aside (S2.106, P5)',
    (wanted, given) => {
      const { subject: author, tiesAfter } = given;
      if (tiesAfter === null || tiesAfter.grantedTo === null || author.isSuperUser || !isPermitted(wanted, given))
        return;
      expect(tiesAfter.grantedTo).not.toBe(author.userId);
      expect(inScope(tiesAfter, { ...author.scope, patientIds: [] })).toBe(true);
    },
  );

  test.prop([access, facts])(
    'lastSuperUserStays: no permitted change leaves the office without one (P5)',
    (wanted, given) => {
      if (isPermitted(wanted, given)) expect(given.proposal?.leavesNoSuperUser ?? false).toBe(false);
    },
  );

  test.prop([access, facts])('the recovery code changes nobody but Super Users (S2.100)', (wanted, given) => {
    const { subject: author, target: aim, proposal } = given;
    if (author.kind !== 'recovery' || proposal === null || !isPermitted(wanted, given)) return;
    expect(aim?.kind === 'user' && aim.isSuperUser).toBe(true);
  });

  test.prop([access, facts])('who is no Super User changes no Super User (S5.08)', (wanted, given) => {
    const { subject: author, target: aim } = given;
    if (author.isSuperUser || author.kind === 'recovery' || !isPermitted(wanted, given)) return;
    expect(aim?.kind === 'user' && aim.isSuperUser && !aim.isOnlyViewed).toBe(false);
  });
});
