// Which step of the explanation keeps a record out, where one thing or several do (N1).
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../shared/authorization/explain.ts';
import type { Conjunction } from '../../../../shared/authorization/rowCondition.ts';
import { ALL_ROWS, type RowTies } from '../../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../../support/rowTies.ts';

const under: Conjunction = [{ type: 'refund', field: 'cents', operator: 'lessThan', value: 500_00 }];

/** The step at which an approval of this refund is denied, for a limit to provider p1 and location l1. */
function deniedAt(ties: Partial<RowTies>, conditioned: readonly PermissionId[] = ['financial:approve']): string {
  const held = new Set<PermissionId>(['financial:read', 'financial:approve']);
  const limit = { ...ALL_ROWS, providers: ['p1'], locations: ['l1'] };
  const conditions = new Map(conditioned.map((id) => [id, [under]]));
  const row = { providerIds: ['p1'], locationIds: ['l1'], type: 'refund', values: { cents: 499_99 }, ...ties };
  const { steps } = explain({
    access: { kind: 'permission', permission: 'financial:approve' },
    rights: { roles: [], exceptions: [], isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false },
    limit,
    roles: [],
    lockOutCount: 0,
    patientsReached: () => 0,
    facts: {
      subject: {
        userId: 'me',
        kind: 'person',
        status: 'active',
        isLockedOut: false,
        isSuperUser: false,
        isPhiRestricted: false,
        held,
        conditions,
        borrowed: new Set(),
        withheld: new Map(),
        scope: wholeReach(held, limit, conditions),
      },
      target: { kind: 'record', ties: tiesWith(row) },
      tiesAfter: null,
      proposal: null,
      isReasonMissing: false,
      isSteppedUp: true,
      environment: { isSetupFinished: true, isReviewMode: false },
    },
  });
  return steps.find(({ state }) => state === 'denied')?.step ?? 'permitted';
}

const large = { values: { cents: 500_00 } };
const both: readonly PermissionId[] = ['financial:read', 'financial:approve'];

describe('what keeps a record out', () => {
  it('N1 is nothing where every tie lets it through', () => {
    expect(deniedAt({})).toBe('permitted');
  });

  it.each<[string, Partial<RowTies>, (readonly PermissionId[])?]>([
    ['limits', { providerIds: ['p2'] }],
    ['locations', { locationIds: ['l2'] }],
    ['label', { labels: ['confidential'] }],
    ['conditions', large],
    ['conditions', large, both],
  ])('N1 S2.63 is the step %s for %j', (step, ties, conditioned) => {
    expect(deniedAt(ties, conditioned)).toBe(step);
  });

  it('N1 S2.63 is the condition before the limits where both do, whoever may see the record otherwise', () => {
    for (const tie of [{ providerIds: ['p2'] }, { locationIds: ['l2'] }, { labels: ['confidential'] }])
      for (const conditioned of [both, both.slice(1)])
        expect(deniedAt({ ...large, ...tie }, conditioned)).toBe('conditions');
  });

  it('N1 is the label before the location, and the location before the provider', () => {
    expect(deniedAt({ labels: ['confidential'], locationIds: ['l2'] })).toBe('label');
    expect(deniedAt({ locationIds: ['l2'], providerIds: ['p2'] })).toBe('locations');
  });
});
