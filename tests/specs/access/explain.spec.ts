// Theorems about the explanation of a decision, over random people, rows and proposals (N1, S2.14).

import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decide, type GuardedAccess } from '../../../shared/authorization/decide.ts';
import {
  heldPermissions,
  type RightsOfUser,
  type RoleGrant,
} from '../../../shared/authorization/effectivePermissions.ts';
import { EXPLAIN_STEPS, explain, MOST_DECISIONS, type Question } from '../../../shared/authorization/explain.ts';
import type { Facts } from '../../../shared/authorization/facts.ts';
import { ALL_ROWS, type RowScope } from '../../../shared/authorization/scope.ts';
import { applyChange, type SingleChange } from '../../../shared/authorization/singleChange.ts';
import { wholeReach } from '../../../shared/authorization/wholeReach.ts';
import { PERMISSION_IDS } from '../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../support/rowTies.ts';
import { proposal, target, ties } from './arbitraryFacts.ts';
import { needs, permission, rightsOfUser, scope, somePermissions } from './arbitraryRights.ts';

const role = fc.record({
  roleId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  roleName: fc.constant('Role'),
  permissions: somePermissions,
});
const access: fc.Arbitrary<GuardedAccess> = fc.oneof(
  { weight: 4, arbitrary: permission.map(needs) },
  fc.record({ kind: fc.constant('permission' as const), permission, stepUp: fc.constant(true as const) }),
  fc.record({ kind: fc.constant('session' as const), because: fc.constant('own screen') }),
);
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
const question: fc.Arbitrary<Question> = fc
  .record({
    access,
    rights: rightsOfUser,
    limit: scope,
    roles: fc.uniqueArray(role, { maxLength: 5, selector: ({ roleId }) => roleId }),
    lockOutCount: mostly(0, 1, 2),
    status: mostly('active' as const, 'invited' as const, 'disabled' as const, 'deleted' as const),
    target,
    tiesAfter: fc.option(ties),
    proposal,
    isReasonMissing: mostly(false, true),
    isSteppedUp: mostly(true, false),
    isSetupFinished: mostly(true, false),
    isReviewMode: mostly(false, true),
  })
  .map((given) => questionOf(given));

interface Given extends Pick<Facts, 'target' | 'tiesAfter' | 'proposal' | 'isReasonMissing' | 'isSteppedUp'> {
  readonly access: GuardedAccess;
  readonly rights: RightsOfUser;
  readonly limit: RowScope;
  readonly roles: readonly RoleGrant[];
  readonly lockOutCount: number;
  readonly status: Facts['subject']['status'];
  readonly isSetupFinished: boolean;
  readonly isReviewMode: boolean;
}

/** The subject is what the rows make of it, as in the program. */
function questionOf(given: Given): Question {
  const { access, rights, roles, lockOutCount, status } = given;
  const limit: RowScope = rights.isSuperUser ? ALL_ROWS : given.limit;
  const held = heldPermissions(rights);
  return {
    access,
    rights,
    roles,
    limit,
    lockOutCount,
    patientsReached: ({ scope: { providers } }) => (providers === 'all' ? 10 : providers.length),
    facts: {
      subject: {
        userId: 'me',
        kind: 'person',
        status,
        isLockedOut: lockOutCount > 0,
        isSuperUser: rights.isSuperUser,
        isPhiRestricted: rights.isPhiRestricted,
        held,
        conditions: new Map(),
        borrowed: new Set(),
        withheld: new Map(),
        scope: wholeReach(held, limit),
      },
      target: given.target,
      tiesAfter: given.tiesAfter,
      proposal: given.proposal,
      isReasonMissing: given.isReasonMissing,
      isSteppedUp: given.isSteppedUp,
      environment: { isSetupFinished: given.isSetupFinished, isReviewMode: given.isReviewMode },
    },
  };
}

const plain: Given = {
  access: needs('claim:delete'),
  rights: { roles: [], exceptions: [], isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false },
  limit: { ...ALL_ROWS, providers: ['p1'] },
  roles: [],
  lockOutCount: 0,
  status: 'active',
  target: null,
  tiesAfter: null,
  proposal: null,
  isReasonMissing: false,
  isSteppedUp: true,
  isSetupFinished: true,
  isReviewMode: false,
};
const denied = (given: Partial<Given>) => {
  const { steps, changes } = explain(questionOf({ ...plain, ...given }));
  return { step: steps.find(({ state }) => state === 'denied')?.step, changes: changes.map(({ change }) => change) };
};
const patientOf = (providerIds: readonly string[], labels: readonly string[] = []): Facts['target'] => ({
  kind: 'record',
  ties: tiesWith({ providerIds, labels }),
});
const mayRead = (...permissions: Parameters<typeof needs>): RightsOfUser => ({
  ...plain.rights,
  exceptions: permissions.map((id) => ({ permission: id, effect: 'grant' })),
});

describe('explain', () => {
  test.prop([question])('explainEqualsDecide: the explanation names exactly what the judge decided (N1)', (asked) => {
    const { decision, steps } = explain(asked);
    expect(decision).toEqual(decide(asked.access, asked.facts));
    expect(steps.map(({ step }) => step)).toEqual(EXPLAIN_STEPS);
    const deniedAt = steps.findIndex(({ state }) => state === 'denied');
    expect(deniedAt === -1).toBe(decision.decision === 'permit');
    steps.forEach(({ state }, at) => {
      if (deniedAt !== -1 && at > deniedAt) expect(state).toBe('notReached');
      else if (at !== deniedAt) expect(state).toBe('passed');
    });
  });

  test.prop([question], { numRuns: 300 })(
    'everyChangePermits: each proposed change, made alone, turns the answer into yes (N1)',
    (asked) => {
      for (const { change } of explain(asked).changes)
        expect(decide(asked.access, applyChange(asked, asked.rights, asked.facts, change)).decision).toBe('permit');
    },
  );

  test.prop([question], { numRuns: 300 })(
    'noSmallerTick: where one tick of any right would permit, the first change opens no more than it (N1)',
    (asked) => {
      const { decision, changes } = explain(asked);
      if (decision.decision === 'permit') return;
      for (const id of PERMISSION_IDS) {
        const change: SingleChange = { kind: 'tick', permission: id };
        const after = applyChange(asked, asked.rights, asked.facts, change);
        if (decide(asked.access, after).decision === 'deny') continue;
        const gains = [...after.subject.held].filter((one) => !asked.facts.subject.held.has(one));
        expect(changes[0]?.gains.length).toBeLessThanOrEqual(gains.length);
      }
    },
  );

  test.prop([question])('a permit needs no change, and an explanation is never dear (N1)', (asked) => {
    const { decision, changes, decisionCount } = explain(asked);
    if (decision.decision === 'permit') expect(changes).toEqual([]);
    expect(decisionCount).toBeLessThanOrEqual(MOST_DECISIONS);
  });

  test.prop([question])('the changes stand in the order of what they open (N1)', (asked) => {
    const { changes } = explain(asked);
    changes.forEach(({ gains }, at) => {
      expect(gains.length).toBeGreaterThanOrEqual(changes[at - 1]?.gains.length ?? 0);
    });
  });

  it('S2.14 a missing right is answered with the one tick that gives it', () => {
    expect(denied({})).toEqual({
      step: 'right',
      changes: [{ kind: 'tick', permission: 'claim:delete' }],
    });
  });

  it('S2.14 a patient of another provider is answered with that provider in the limit', () => {
    expect(
      denied({ access: needs('patient:read'), rights: mayRead('patient:read'), target: patientOf(['p2']) }),
    ).toEqual({ step: 'limits', changes: [{ kind: 'provider', providerId: 'p2' }] });
  });

  it('S3.11 a label is named where it is the label that keeps the record closed', () => {
    const asked = { access: needs('patient:read'), rights: mayRead('patient:read') };
    expect(denied({ ...asked, target: patientOf(['p1'], ['confidential']) })).toEqual({
      step: 'label',
      changes: [{ kind: 'tick', permission: 'patient:readConfidential' }],
    });
  });

  it('S2.27 somebody else’s row is answered with the right over all rows', () => {
    const asked = { access: needs('note:read'), rights: mayRead('note:readOwn') };
    const note: Facts['target'] = { kind: 'record', ties: tiesWith({ providerIds: ['p1'], ownerId: 'you' }) };
    expect(denied({ ...asked, target: note })).toEqual({
      step: 'ownRows',
      changes: [{ kind: 'tick', permission: 'note:read' }],
    });
  });

  it('S1.09 the flag is named, and lifting it is what would help', () => {
    const rights = { ...mayRead('patient:read'), isPhiRestricted: true };
    expect(denied({ access: needs('patient:read'), rights })).toEqual({
      step: 'phiRestricted',
      changes: [{ kind: 'liftPhiRestriction' }],
    });
  });

  it('S5.10 a lock-out is lifted where it is the only one, and nothing single helps against two', () => {
    const rights = mayRead('claim:delete');
    expect(denied({ rights, lockOutCount: 1 })).toEqual({ step: 'lockOut', changes: [{ kind: 'unlock' }] });
    expect(denied({ rights, lockOutCount: 2 })).toEqual({ step: 'lockOut', changes: [] });
  });

  it('two things in the way have no single change', () => {
    expect(
      denied({ access: needs('patient:read'), target: patientOf(['p2']), limit: { ...ALL_ROWS, providers: [] } }),
    ).toEqual({
      step: 'right',
      changes: [{ kind: 'superUser' }],
    });
  });

  it('C1 with strict roles no tick is proposed, because none would count', () => {
    const roles: RoleGrant[] = [{ roleId: 'billing', roleName: 'Billing', permissions: ['claim:delete'] }];
    const rights = { ...plain.rights, isStrict: true };
    expect(denied({ rights, roles }).changes).toEqual([{ kind: 'role', roleId: 'billing', roleName: 'Billing' }]);
  });

  it('a role that gives more than the tick stands behind it', () => {
    const roles: RoleGrant[] = [{ roleId: 'billing', roleName: 'Billing', permissions: ['claim:delete', 'list:read'] }];
    expect(denied({ roles }).changes).toEqual([
      { kind: 'tick', permission: 'claim:delete' },
      { kind: 'role', roleId: 'billing', roleName: 'Billing' },
    ]);
  });
});
