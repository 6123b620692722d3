// The small rules of billing: states of a claim, fees and the day's count.
import { describe, expect, it } from 'vitest';
import {
  CLAIM_STATUSES,
  CLAIM_TRANSITIONS,
  type ClaimStatus,
  mayBecome,
} from '../../../../shared/billing/claimStatus.ts';
import { dayDifference, dayTotals } from '../../../../shared/billing/dayTotals.ts';
import { feeOn } from '../../../../shared/billing/feeOn.ts';

describe('a claim', () => {
  const statuses = Object.keys(CLAIM_STATUSES) as ClaimStatus[];

  it('S2.110 can always reach its end, and nothing leads out of it', () => {
    expect(CLAIM_TRANSITIONS.closed).toEqual([]);
    for (const from of statuses) {
      const reached = new Set<ClaimStatus>([from]);
      for (const each of reached) for (const next of CLAIM_TRANSITIONS[each]) reached.add(next);
      expect(reached.has('closed')).toBe(true);
    }
  });

  it('S2.110 is paid or denied only after it was submitted', () => {
    for (const to of ['paid', 'denied'] as const)
      expect(statuses.filter((from) => mayBecome(from, to))).toEqual(['submitted']);
  });
});

describe('a fee', () => {
  const fees = [
    { payerId: null, cents: 100, validFrom: '2026-01-01' },
    { payerId: null, cents: 120, validFrom: '2026-06-01' },
    { payerId: 'blue', cents: 90, validFrom: '2026-03-01' },
  ];

  it.each([
    [null, '2025-12-31', null],
    [null, '2026-05-31', 100],
    [null, '2026-06-01', 120],
    ['blue', '2026-02-01', 100],
    ['blue', '2026-07-01', 90],
    ['red', '2026-07-01', 120],
  ])('of payer %s on %s is %s cents', (payerId, day, cents) => {
    expect(feeOn(fees, payerId, day)).toBe(cents);
  });
});

describe('the count of a day', () => {
  it('S2.111 is held against payments less refunds and reversals, bank transfers aside', () => {
    const recorded = dayTotals([
      { method: 'cash', cents: 5_000 },
      { method: 'cash', cents: -2_000 },
      { method: 'check', cents: 7_500 },
      { method: 'transfer', cents: 90_000 },
    ]);
    expect(recorded).toEqual({ cash: 3_000, check: 7_500, card: 0 });
    expect(dayDifference({ cash: 2_900, check: 7_500, card: 0 }, recorded)).toBe(-100);
  });
});
