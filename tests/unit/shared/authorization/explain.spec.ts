import { describe, expect, it } from 'vitest';
import type { GuardedAccess } from '../../../../shared/authorization/decide.ts';
import { EXPLAIN_STEPS, explain, type Question, sourcesOf } from '../../../../shared/authorization/explain.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { ask, billing, type Given, grant, may, nothing } from '../../../support/accessQuestion.ts';
import { tiesWith } from '../../../support/rowTies.ts';

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
