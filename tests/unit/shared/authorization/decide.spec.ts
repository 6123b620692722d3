import { describe, expect, it } from 'vitest';
import { decide, type GuardedAccess, RECOVERY_PERMISSIONS } from '../../../../shared/authorization/decide.ts';
import type { Facts, Proposal } from '../../../../shared/authorization/facts.ts';
import { ALL_ROWS, EVERY_WAY } from '../../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../../support/rowTies.ts';

const held: PermissionId[] = ['user:update', 'patient:read', 'accessSecurity:grant', 'user:read'];
const base: Facts = {
  subject: {
    userId: 'me',
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: false,
    isPhiRestricted: false,
    held: new Set(held),
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(new Set(held), { ...ALL_ROWS, providers: ['p1'] }),
  },
  target: null,
  tiesAfter: null,
  proposal: null,
  isReasonMissing: false,
  isSteppedUp: false,
  environment: { isSetupFinished: true, isReviewMode: false },
};
const nothingProposed: Proposal = {
  gains: [],
  scopeBefore: { ...ALL_ROWS, providers: [] },
  scopeAfter: { ...ALL_ROWS, providers: [] },
  liftsPhiRestriction: false,
  leavesNoSuperUser: false,
};
const update: GuardedAccess = { kind: 'permission', permission: 'user:update' };
const readPatients: GuardedAccess = { kind: 'permission', permission: 'patient:read' };
const subject = (given: Partial<Facts['subject']>): Facts => ({ ...base, subject: { ...base.subject, ...given } });
const ownNotes = subject({ held: new Set(['note:readOwn']) });
const you = { kind: 'user', userId: 'you', isSuperUser: false, isOnlyViewed: false } as const;

const resetPassword: GuardedAccess = { kind: 'permission', permission: 'user:resetPassword' };
const recovery = subject({ kind: 'recovery', held: RECOVERY_PERMISSIONS });

const tied = (...providerIds: string[]) => tiesWith({ providerIds });

const CASES: readonly (readonly [string, GuardedAccess, Facts, string])[] = [
  ['S2.10 a disabled login does nothing', readPatients, subject({ status: 'disabled' }), 'accountNotActive'],
  ['S5.10 a locked out person does nothing', readPatients, subject({ isLockedOut: true }), 'lockedOut'],
  [
    'S3.10 nobody but a Super User works after a failed check',
    update,
    { ...base, environment: { isSetupFinished: true, isReviewMode: true } },
    'reviewMode',
  ],
  [
    'S5.02 no patient data before the set-up is finished',
    readPatients,
    { ...base, environment: { isSetupFinished: false, isReviewMode: false } },
    'setupUnfinished',
  ],
  ['S2.100 the recovery code changes no rights', update, subject({ kind: 'recovery' }), 'recoverySession'],
  ['S4.03 a right that is not held', { kind: 'permission', permission: 'note:read' }, base, 'noRight'],
  [
    'S2.95 a sensitive act asks for the password again',
    { kind: 'permission', permission: 'accessSecurity:grant', stepUp: true },
    base,
    'stepUpRequired',
  ],
  ['a row that is not there', readPatients, { ...base, target: { kind: 'missing' } }, 'notFound'],
  [
    'S5.14 a patient of another provider',
    readPatients,
    { ...base, target: { kind: 'record', ties: tied('p2') } },
    'outOfScope',
  ],
  [
    'S1.09 a login marked ePHI Restricted, whatever it holds',
    readPatients,
    subject({ isPhiRestricted: true }),
    'phiRestricted',
  ],
  [
    'S3.11 a record with a label whose right is missing',
    readPatients,
    { ...base, target: { kind: 'record', ties: { ...tied('p1'), labels: ['confidential'] } } },
    'outOfScope',
  ],
  [
    'S2.27 a note of somebody else for whom only their own are open',
    { kind: 'permission', permission: 'note:read' },
    { ...ownNotes, target: { kind: 'record', ties: { ...tied('p1'), ownerId: 'you' } } },
    'outOfScope',
  ],
  ['S5.14 adding a patient of another provider', readPatients, { ...base, tiesAfter: tied('p2') }, 'leavesScope'],
  ['S5.08 changing a Super User', update, { ...base, target: { ...you, isSuperUser: true } }, 'targetIsSuperUser'],
  [
    'S5.09 widening oneself',
    update,
    { ...base, target: { ...you, userId: 'me' }, proposal: { ...nothingProposed, gains: ['patient:read'] } },
    'ownRights',
  ],
  [
    'C4 lifting one’s own ePHI Restricted, also for a Super User',
    update,
    {
      ...subject({ isSuperUser: true }),
      target: { ...you, userId: 'me', isSuperUser: true },
      proposal: { ...nothingProposed, liftsPhiRestriction: true },
    },
    'ownRights',
  ],
  [
    'S2.100 a new code for somebody who is no Super User, asked with the recovery code',
    resetPassword,
    { ...recovery, target: you, proposal: nothingProposed },
    'recoverySession',
  ],
  [
    'S5.09 handing on Access Security',
    update,
    { ...base, target: you, proposal: { ...nothingProposed, gains: ['user:read'] } },
    'onlySuperUserGives',
  ],
  [
    'P5 giving a right one lacks',
    update,
    { ...base, target: you, proposal: { ...nothingProposed, gains: ['note:read'] } },
    'givesWhatTheyLack',
  ],
  [
    'P5 opening providers one cannot see',
    update,
    { ...base, target: you, proposal: { ...nothingProposed, scopeAfter: { ...ALL_ROWS, providers: ['p1', 'p2'] } } },
    'widensScope',
  ],
  [
    'S2.106 sharing a patient with oneself',
    readPatients,
    { ...base, tiesAfter: { ...tied('p1'), grantedTo: 'me' } },
    'ownRights',
  ],
  [
    'S2.106 sharing on a patient who is only shared with oneself',
    readPatients,
    {
      ...subject({ scope: { ...base.subject.scope, patientIds: ['lent'] } }),
      tiesAfter: tiesWith({ providerIds: ['p2'], patientId: 'lent', grantedTo: 'you' }),
    },
    'givesWhatTheyLack',
  ],
  [
    'P5 taking the last Super User away, also by a Super User',
    update,
    { ...subject({ isSuperUser: true }), proposal: { ...nothingProposed, leavesNoSuperUser: true } },
    'lastSuperUser',
  ],
  [
    'S2.95 what no password would change, before asking for the password',
    { kind: 'permission', permission: 'accessSecurity:grant', stepUp: true },
    { ...subject({ isSuperUser: true }), proposal: { ...nothingProposed, leavesNoSuperUser: true } },
    'lastSuperUser',
  ],
];

describe('decide', () => {
  it.each(CASES)('denies %s', (_sentence, access, facts, reason) => {
    expect(decide(access, facts)).toMatchObject({ decision: 'deny', reason });
  });
  it('permits a right that is held, with the scope of the subject', () => {
    const target = { kind: 'record', ties: tied('p1', 'p2') } as const;
    expect(decide(readPatients, { ...base, target })).toMatchObject({
      decision: 'permit',
      scope: { providers: ['p1'], ways: EVERY_WAY, hiddenMasks: ['ssn', 'insurance', 'phone'] },
    });
  });
  it('S2.27 permits one’s own note with the right over one’s own alone', () => {
    const target = { kind: 'record', ties: { ...tied('p1'), ownerId: 'me' } } as const;
    expect(decide({ kind: 'permission', permission: 'note:read' }, { ...ownNotes, target })).toMatchObject({
      decision: 'permit',
      scope: { ways: [{ ownerId: 'me', conditions: [] }] },
    });
  });
  it('S2.100 permits the recovery code to find users and to give a Super User a new code, also after a failed check', () => {
    const target = { ...you, isSuperUser: true };
    const facts = { ...recovery, environment: { isSetupFinished: true, isReviewMode: true } };
    expect(decide({ kind: 'permission', permission: 'user:read' }, facts).decision).toBe('permit');
    expect(decide(resetPassword, { ...facts, target, proposal: nothingProposed }).decision).toBe('permit');
  });
  it('permits narrowing somebody without holding what they lose', () => {
    const narrowing = {
      ...nothingProposed,
      scopeBefore: ALL_ROWS,
      scopeAfter: { ...ALL_ROWS, providers: ['p9'] },
    } as const;
    expect(decide(update, { ...base, target: you, proposal: narrowing }).decision).toBe('permit');
  });
  it('P5 whoever holds a right whole and for good may give it; under conditions, for a time or at one place it stays theirs', () => {
    const small = { type: 'patient', field: 'state', operator: 'is', value: 'NJ' } as const;
    const give = (mine: Partial<Facts['subject']>) =>
      decide(update, { ...subject(mine), target: you, proposal: { ...nothingProposed, gains: ['patient:read'] } });
    expect(give({})).toMatchObject({ decision: 'permit' });
    const others = new Map([['user:update' as const, [[small]]]]);
    expect(give({ conditions: others, borrowed: new Set(['user:read']) })).toMatchObject({ decision: 'permit' });
    const denied = { decision: 'deny', reason: 'givesWhatTheyLack' };
    expect(give({ conditions: new Map([['patient:read', [[small]]]]) })).toMatchObject(denied);
    expect(give({ borrowed: new Set(['patient:read']) })).toMatchObject(denied);
  });
});
