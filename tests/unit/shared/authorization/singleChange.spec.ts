import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../shared/authorization/explain.ts';
import type { Facts } from '../../../../shared/authorization/facts.ts';
import { ALL_ROWS, type RowScope } from '../../../../shared/authorization/scope.ts';
import { applyChange, candidateChanges, type SingleChange } from '../../../../shared/authorization/singleChange.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { ask, billing, type Given, grant, may, nothing, office, revoke } from '../../../support/accessQuestion.ts';
import { tiesWith } from '../../../support/rowTies.ts';

const LABELS: PermissionId[] = ['note:readMentalHealth', 'note:readSubstanceUse', 'patient:readConfidential'];
const ofKind = (question: Question, kind: SingleChange['kind']) =>
  candidateChanges(question).filter((change) => change.kind === kind);

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
  it('S2.28 proposes the locations of the row before and after and of a proposed limit, those reached aside', () => {
    const limit = { ...ALL_ROWS, locations: ['l1'] };
    const ties = (...locationIds: string[]) => tiesWith({ locationIds });
    const proposal = {
      gains: [],
      scopeBefore: { ...ALL_ROWS, locations: [] },
      scopeAfter: { ...ALL_ROWS, locations: ['l1', 'l4', 'l2'] },
      liftsPhiRestriction: false,
      leavesNoSuperUser: false,
    };
    const facts = { target: { kind: 'record' as const, ties: ties('l1', 'l2') }, tiesAfter: ties('l3'), proposal };
    const idsOf = (given: Given) =>
      ofKind(ask(given), 'location').map((change) => (change.kind === 'location' ? change.locationId : ''));
    expect(idsOf({ facts, limit })).toEqual(['l2', 'l3', 'l4']);
    expect(idsOf({ facts, limit: ALL_ROWS })).toEqual([]);
    const open = { ...ties(), locationIds: 'any' as const };
    const all = { ...proposal, scopeAfter: ALL_ROWS };
    const nowhere = { target: { kind: 'record' as const, ties: open }, tiesAfter: open, proposal: all };
    expect(idsOf({ facts: nowhere, limit })).toEqual([]);
  });
  it('S2.106 proposes to share the patient the row is about, unless it is shared already or about nobody', () => {
    const about = (patientId: string | null) => ({ kind: 'record' as const, ties: tiesWith({ patientId }) });
    const shared = { ...ALL_ROWS, patientIds: ['x1'] };
    const grants = (target: Facts['target'], limit: RowScope = ALL_ROWS) =>
      ofKind(ask({ facts: { target }, limit }), 'patientGrant');
    expect(grants(about('x1'))).toEqual([{ kind: 'patientGrant', patientId: 'x1' }]);
    expect(grants(about('x1'), shared)).toEqual([]);
    expect(grants(about(null))).toEqual([]);
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
  it('S2.28 S2.106 adds one location or one patient to the limits and leaves the others', () => {
    const limit = { providers: ['p1'], locations: ['l1'], patientIds: ['x1'] };
    const scopeAfter = (change: SingleChange) => subjectAfter({ limit }, change).scope;
    expect(scopeAfter({ kind: 'location', locationId: 'l2' })).toMatchObject({ ...limit, locations: ['l1', 'l2'] });
    expect(scopeAfter({ kind: 'patientGrant', patientId: 'x2' })).toMatchObject({ ...limit, patientIds: ['x1', 'x2'] });
    expect(subjectAfter({ limit: ALL_ROWS }, { kind: 'location', locationId: 'l2' }).scope.locations).toBe('all');
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
