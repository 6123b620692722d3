import { describe, expect, it } from 'vitest';
import type { GuardedAccess } from '../../../../shared/authorization/decide.ts';
import {
  heldPermissions,
  type PermissionException,
  type RightsOfUser,
} from '../../../../shared/authorization/effectivePermissions.ts';
import { EXPLAIN_STEPS, explain, type Question, sourcesOf } from '../../../../shared/authorization/explain.ts';
import type { Facts } from '../../../../shared/authorization/facts.ts';
import type { RowScope } from '../../../../shared/authorization/scope.ts';
import { ALL_ROWS } from '../../../../shared/authorization/scope.ts';
import { applyChange, candidateChanges, type SingleChange } from '../../../../shared/authorization/singleChange.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../../support/rowTies.ts';

const nothing: RightsOfUser = {
  roles: [],
  exceptions: [],
  isSuperUser: false,
  hasAccessSecurity: false,
  isPhiRestricted: false,
};
const grant = (permission: PermissionId): PermissionException => ({ permission, effect: 'grant' });
const revoke = (permission: PermissionId): PermissionException => ({ permission, effect: 'revoke' });
const billing = { roleId: 'billing', roleName: 'Billing', permissions: ['claim:update'] as PermissionId[] };
const office = { roleId: 'office', roleName: 'Office', permissions: ['list:read'] as PermissionId[] };
const LABELS: PermissionId[] = ['note:readMentalHealth', 'note:readSubstanceUse', 'patient:readConfidential'];
const may = (permission: PermissionId): GuardedAccess => ({ kind: 'permission', permission });

interface Given extends Partial<Pick<Question, 'roles' | 'lockOutCount'>> {
  readonly access?: GuardedAccess;
  readonly rights?: RightsOfUser;
  readonly limit?: RowScope;
  readonly facts?: Partial<Facts>;
  readonly subject?: Partial<Facts['subject']>;
}

function ask({
  access = may('claim:read'),
  rights = nothing,
  limit = { ...ALL_ROWS, providers: ['p1'] },
  ...more
}: Given): Question {
  const held = heldPermissions(rights);
  const subject: Facts['subject'] = {
    userId: 'me',
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: rights.isSuperUser,
    isPhiRestricted: rights.isPhiRestricted,
    held,
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(held, limit),
    ...more.subject,
  };
  const environment = { isSetupFinished: true, isReviewMode: false };
  const given = { isReasonMissing: false, isSteppedUp: true, environment };
  const facts = { target: null, tiesAfter: null, proposal: null, ...given, ...more.facts };
  return {
    access,
    rights,
    limit,
    roles: more.roles ?? [],
    lockOutCount: more.lockOutCount ?? 0,
    patientsReached: ({ scope: { providers } }) => (providers === 'all' ? 10 : providers.length),
    facts: { ...facts, subject },
  };
}
const ofKind = (question: Question, kind: SingleChange['kind']) =>
  candidateChanges(question).filter((change) => change.kind === kind);

describe('explain', () => {
  it('S3.03 a permit names what gives the right, passes every step and proposes nothing', () => {
    const rights = { ...nothing, roles: [billing] };
    expect(explain(ask({ rights, access: may('claim:update') }))).toMatchObject({
      decision: { decision: 'permit' },
      sources: [{ kind: 'role', roleId: 'billing' }],
      steps: EXPLAIN_STEPS.map((step) => ({ step, state: 'passed' })),
      changes: [],
      decisionCount: 1,
    });
  });
  it('a call that needs no right has no source', () => {
    const access = { kind: 'session' as const, because: 'own screen' };
    expect(explain(ask({ access, rights: { ...nothing, isSuperUser: true } })).sources).toEqual([]);
  });
  it('N1 steps before the denied one are passed, and those after it not reached', () => {
    const { steps, sources } = explain(ask({ subject: { isLockedOut: true }, lockOutCount: 1 }));
    expect(steps.slice(0, 3).map(({ state }) => state)).toEqual(['passed', 'denied', 'notReached']);
    expect(sources).toEqual([]);
  });
  it.each([
    ['account', { subject: { status: 'disabled' } }],
    ['environment', { facts: { environment: { isSetupFinished: true, isReviewMode: true } } }],
    ['environment', { facts: { environment: { isSetupFinished: false, isReviewMode: false } } }],
    ['right', { subject: { kind: 'recovery' } }],
    ['target', { rights: { ...nothing, roles: [billing] }, facts: { target: { kind: 'missing' } } }],
    [
      'stepUp',
      {
        rights: { ...nothing, roles: [billing] },
        access: { ...may('claim:read'), stepUp: true } as GuardedAccess,
        facts: { isSteppedUp: false },
      },
    ],
  ] satisfies readonly (readonly [string, Given])[])('N1 names the step %s', (step, given) => {
    expect(explain(ask(given)).steps.find(({ state }) => state === 'denied')?.step).toBe(step);
  });
});

describe('the ranking of changes (N1)', () => {
  const role = (roleId: string, ...permissions: PermissionId[]) => ({ roleId, roleName: roleId, permissions });
  const ranked = (given: Given) =>
    explain(ask(given)).changes.map(({ change, gains }) => [
      change.kind === 'role' ? change.roleId : change.kind,
      gains,
    ]);

  it('N1 puts what gives fewest rights first, and of equals what gives fewer that reach patient data', () => {
    const roles = [
      role('four', 'report:readMetrics', 'list:read', 'inventory:read', 'timeClock:readOwn'),
      role('phi', 'report:readMetrics', 'claim:read'),
      role('plain', 'report:readMetrics', 'inventory:read'),
    ];
    const rights = { ...nothing, exceptions: [grant('call:read')] };
    expect(ranked({ access: may('report:readMetrics'), rights, roles })).toEqual([
      ['tick', ['report:readMetrics']],
      ['plain', ['inventory:read', 'report:readMetrics']],
      ['phi', ['claim:read', 'report:readMetrics']],
      ['four', ['list:read', 'inventory:read', 'timeClock:readOwn', 'report:readMetrics']],
    ]);
  });
  it('N1 puts the provider with fewer patients first', () => {
    const ties = tiesWith({ providerIds: ['p2', 'p3'] });
    const question = ask({ rights: { ...nothing, roles: [billing] }, facts: { target: { kind: 'record', ties } } });
    const patientsReached: Question['patientsReached'] = ({ scope: { providers } }) =>
      providers.includes('p2') ? 9 : 4;
    expect(explain({ ...question, patientsReached }).changes.map(({ change }) => change)).toEqual([
      { kind: 'provider', providerId: 'p3' },
      { kind: 'provider', providerId: 'p2' },
    ]);
  });
  it('S5.14 names the limit where the record would leave it as well', () => {
    const ties = tiesWith({ providerIds: ['p2'] });
    const facts = { target: { kind: 'record' as const, ties }, tiesAfter: ties };
    const { steps } = explain(ask({ rights: { ...nothing, roles: [billing] }, facts }));
    expect(steps.find(({ state }) => state === 'denied')?.step).toBe('limits');
  });
});

describe('sourcesOf', () => {
  it('S2.27 names what gives the right over one’s own rows where nothing gives the whole one', () => {
    const own = { ...nothing, exceptions: [grant('note:readOwn')] };
    expect(sourcesOf('note:read', own)).toEqual([{ kind: 'thisUser' }]);
    const both = { ...own, roles: [{ ...billing, permissions: ['note:read'] as PermissionId[] }] };
    expect(sourcesOf('note:read', both)).toEqual([{ kind: 'role', roleId: 'billing', roleName: 'Billing' }]);
    expect(sourcesOf('claim:read', nothing)).toEqual([]);
  });
});

describe('candidateChanges', () => {
  it('S2.100 proposes nothing for the recovery code', () => {
    expect(candidateChanges(ask({ subject: { kind: 'recovery' } }))).toEqual([]);
  });
  it('S1.23 proposes nothing that the role Patient would not let count', () => {
    const patient = { roleId: 'patient', roleName: 'Patient', permissions: ['patient:read'] as PermissionId[] };
    const target = { kind: 'record' as const, ties: tiesWith({ patientId: 'x1', providerIds: ['p2'] }) };
    expect(candidateChanges(ask({ rights: { ...nothing, roles: [patient] }, facts: { target } }))).toEqual([]);
  });
  it('proposes to unlock where one lock-out alone keeps somebody out, and to enable only the disabled', () => {
    const locked = { isLockedOut: true };
    expect(ofKind(ask({ subject: locked, lockOutCount: 1 }), 'unlock')).toHaveLength(1);
    expect(ofKind(ask({ subject: locked, lockOutCount: 2 }), 'unlock')).toEqual([]);
    expect(ofKind(ask({ lockOutCount: 1 }), 'unlock')).toEqual([]);
    expect(ofKind(ask({ subject: { status: 'disabled' } }), 'enable')).toHaveLength(1);
    expect(ofKind(ask({ subject: { status: 'deleted' } }), 'enable')).toEqual([]);
  });
  it('proposes flags and roles that are not there yet, and the flag’s lifting where it is', () => {
    const rights = { ...nothing, roles: [billing], hasAccessSecurity: true, isPhiRestricted: true };
    const question = ask({ rights, roles: [billing, office] });
    expect(ofKind(question, 'role')).toEqual([{ kind: 'role', roleId: 'office', roleName: 'Office' }]);
    expect(ofKind(question, 'accessSecurity')).toEqual([]);
    expect(ofKind(question, 'liftPhiRestriction')).toHaveLength(1);
    expect(ofKind(question, 'superUser')).toHaveLength(1);
    const none = ask({ rights: { ...nothing, isSuperUser: true } });
    expect(ofKind(none, 'superUser')).toEqual([]);
    expect(ofKind(none, 'liftPhiRestriction')).toEqual([]);
    expect(ofKind(none, 'accessSecurity')).toHaveLength(1);
  });
  it('S5.14 proposes the providers of the row before and after and of a proposed limit, those reached aside', () => {
    const ties = (...providerIds: string[]) => tiesWith({ providerIds });
    const proposal = {
      gains: [],
      scopeBefore: { ...ALL_ROWS, providers: [] },
      scopeAfter: { ...ALL_ROWS, providers: ['p1', 'p4', 'p2'] },
      liftsPhiRestriction: false,
      leavesNoSuperUser: false,
    };
    const facts = { target: { kind: 'record' as const, ties: ties('p1', 'p2') }, tiesAfter: ties('p3'), proposal };
    const idsOf = (given: Given) =>
      ofKind(ask(given), 'provider').map((change) => (change.kind === 'provider' ? change.providerId : ''));
    expect(idsOf({ facts })).toEqual(['p2', 'p3', 'p4']);
    expect(idsOf({ facts, limit: ALL_ROWS })).toEqual([]);
    const open = { ...ties(), providerIds: 'any' as const };
    const all = { ...proposal, scopeAfter: ALL_ROWS };
    expect(idsOf({ facts: { target: { kind: 'record', ties: open }, tiesAfter: open, proposal: all } })).toEqual([]);
    expect(idsOf({ facts: { target: { kind: 'missing' } } })).toEqual([]);
  });
  it('N1 proposes the right alone where it has no own-rows form and brings nothing', () => {
    const rights = { ...nothing, exceptions: LABELS.map(grant) };
    expect(ofKind(ask({ access: may('list:read'), rights }), 'tick')).toEqual([
      { kind: 'tick', permission: 'list:read' },
    ]);
  });
  it('P5 proposes the rights that a proposed change would hand on', () => {
    const proposal = {
      gains: ['claim:export' as const, 'list:read' as const],
      scopeBefore: { ...ALL_ROWS, providers: [] },
      scopeAfter: { ...ALL_ROWS, providers: [] },
      liftsPhiRestriction: false,
      leavesNoSuperUser: false,
    };
    const rights = { ...nothing, exceptions: [...LABELS, 'list:read' as const].map(grant) };
    expect(ofKind(ask({ access: may('list:read'), rights, facts: { proposal } }), 'tick')).toEqual([
      { kind: 'tick', permission: 'claim:export' },
    ]);
  });
  it('N1 proposes ticks for the right, its own-rows form, what it implies, labels, gains and unticks, those held aside', () => {
    const ticks = ofKind(
      ask({
        access: may('note:update'),
        rights: { ...nothing, exceptions: [grant('note:readOwn'), revoke('list:read')] },
      }),
      'tick',
    ).map((change) => (change.kind === 'tick' ? change.permission : ''));
    expect(ticks).toEqual([
      'note:updateOwn',
      'note:update',
      'note:read',
      'note:create',
      'note:readMentalHealth',
      'note:readSubstanceUse',
      'patient:readConfidential',
      'list:read',
    ]);
  });
});

describe('applyChange', () => {
  const subjectAfter = (given: Given, change: SingleChange) => {
    const question = ask(given);
    return applyChange(question, question.rights, question.facts, change).subject;
  };
  it('changes one row and makes the subject anew from it', () => {
    const disabled = { status: 'disabled' } as const;
    expect(subjectAfter({ subject: disabled }, { kind: 'enable' }).status).toBe('active');
    const locked: Given = { subject: { isLockedOut: true } };
    expect(subjectAfter({ ...locked, lockOutCount: 1 }, { kind: 'unlock' }).isLockedOut).toBe(false);
    expect(subjectAfter({ ...locked, lockOutCount: 2 }, { kind: 'unlock' }).isLockedOut).toBe(true);
    expect(subjectAfter({}, { kind: 'provider', providerId: 'p9' }).scope.providers).toEqual(['p1', 'p9']);
    const role: SingleChange = { kind: 'role', roleId: 'office', roleName: 'Office' };
    expect([
      ...subjectAfter({ rights: { ...nothing, roles: [billing] }, roles: [office, billing] }, role).held,
    ]).toEqual(['claim:read', 'claim:create', 'claim:update', 'list:read']);
    expect(subjectAfter({}, { kind: 'accessSecurity' }).held.has('user:read')).toBe(true);
    const owner = subjectAfter({}, { kind: 'superUser' });
    expect([owner.isSuperUser, owner.scope.providers]).toEqual([true, 'all']);
    expect(PERMISSION_IDS.filter((id) => !owner.held.has(id))).toEqual([
      'note:readMentalHealth',
      'note:readSubstanceUse',
    ]);
    const restricted = { ...nothing, roles: [billing], isPhiRestricted: true };
    const lifted = subjectAfter({ rights: restricted }, { kind: 'liftPhiRestriction' });
    expect([lifted.isPhiRestricted, lifted.held.has('claim:read')]).toEqual([false, true]);
  });
  it('C1 takes an untick back where that is enough, and ticks where it is not', () => {
    const tick: SingleChange = { kind: 'tick', permission: 'claim:update' };
    const unticked = { ...nothing, roles: [billing], exceptions: [revoke('claim:update'), grant('list:read')] };
    expect([...subjectAfter({ rights: unticked }, tick).held]).toEqual([
      'claim:read',
      'claim:create',
      'claim:update',
      'list:read',
    ]);
    expect(
      subjectAfter({ rights: { ...nothing, exceptions: [revoke('claim:update')] } }, tick).held.has('claim:update'),
    ).toBe(true);
    expect(subjectAfter({}, tick).held.has('claim:update')).toBe(true);
  });
});
