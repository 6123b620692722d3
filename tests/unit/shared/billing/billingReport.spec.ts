// The report splits money over providers and payers without losing a cent, and ages what is owed (S2.111).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { AGING_BUCKETS, agingOf } from '../../../../shared/billing/aging.ts';
import { allocateCents } from '../../../../shared/billing/allocateCents.ts';
import { type BillingEntries, billingReport, type MoneySums } from '../../../../shared/billing/billingReport.ts';

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
const cents = fc.integer({ min: 0, max: 99_999_999 });
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
const invoiceId = fc.constantFrom('i1', 'i2', 'i3');
const payerId = fc.constantFrom('blue', 'red', null);
const entries: fc.Arbitrary<BillingEntries> = fc.record({
  invoices: fc.constant(['i1', 'i2', 'i3'].map((id) => ({ id, issueDate: '2026-11-01' }))),
  charges: fc.array(
    fc.record({ invoiceId: fc.option(invoiceId), providerId: fc.constantFrom('p1', 'p2'), payerId, day, cents }),
    { maxLength: 12 },
  ),
  payments: fc.array(fc.record({ invoiceId, payerId, day, cents }), { maxLength: 8 }),
  adjustments: fc.array(fc.record({ invoiceId, day, cents }), { maxLength: 8 }),
  refunds: fc.array(fc.record({ invoiceId, day, cents }), { maxLength: 8 }),
});

describe('an amount split over shares', () => {
  test.prop([fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 1 })])(
    'S2.111 is the sum of its parts, each a whole number of cents and at most one cent from its fair share',
    (whole, weights) => {
      const parts = allocateCents(whole, weights);
      expect(parts).toHaveLength(weights.length);
      expect(sum(parts)).toBe(whole);
      const total = sum(weights);
      parts.forEach((part, index) => {
        expect(Number.isSafeInteger(part)).toBe(true);
        const fair = total === 0 ? part : (whole * (weights[index] ?? 0)) / total;
        expect(Math.abs(part - fair)).toBeLessThan(1 + Math.abs(whole) * 1e-9);
      });
    },
  );

  it('gives the cent that is left to the largest remainder, the earlier share first', () => {
    expect(allocateCents(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateCents(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocateCents(5, [0, 0])).toEqual([5, 0]);
    expect(allocateCents(0, [])).toEqual([]);
    expect(() => allocateCents(1, [])).toThrow(RangeError);
  });
});

describe('the billing report', () => {
  test.prop([entries, day, day])('S2.111 by provider and by payer sums to the same total', (booked, one, other) => {
    const [from, to] = [one, other].toSorted() as [string, string];
    const { byProvider, byPayer, total, aging } = billingReport(booked, from, to);
    for (const column of ['chargedCents', 'adjustedCents', 'receivedCents'] as const) {
      const of = (lines: Iterable<MoneySums>) => sum([...lines].map((line) => line[column]));
      expect(of(byProvider.values())).toBe(total[column]);
      expect(of(byPayer.values())).toBe(total[column]);
    }
    const untilThen = (all: readonly { day: string; cents: number }[]) =>
      sum(all.filter((each) => each.day <= to).map((each) => each.cents));
    const billed = sum(booked.charges.flatMap((charge) => (charge.invoiceId === null ? [] : [charge.cents])));
    const owed = billed - untilThen(booked.payments) - untilThen(booked.adjustments) + untilThen(booked.refunds);
    expect(sum(aging.map(({ balanceCents }) => balanceCents))).toBe(owed);
  });

  it('splits a payment over the providers of its invoice and a refund over whoever paid', () => {
    const on = { invoiceId: 'i1', day: '2026-11-05' };
    const report = billingReport(
      {
        invoices: [{ id: 'i1', issueDate: '2026-11-01' }],
        charges: [
          { ...on, providerId: 'p1', payerId: 'blue', cents: 7_500 },
          { ...on, providerId: 'p2', payerId: null, cents: 2_500 },
        ],
        payments: [
          { ...on, payerId: 'blue', cents: 6_000 },
          { ...on, payerId: null, cents: 2_000 },
        ],
        adjustments: [{ ...on, cents: 1_000 }],
        refunds: [{ ...on, cents: 400 }],
      },
      '2026-11-01',
      '2026-11-30',
    );
    expect(report.byProvider.get('p1')).toEqual({ chargedCents: 7_500, adjustedCents: 750, receivedCents: 5_700 });
    expect(report.byPayer.get('blue')).toEqual({ chargedCents: 7_500, adjustedCents: 750, receivedCents: 5_700 });
    expect(report.byPayer.get(null)).toEqual({ chargedCents: 2_500, adjustedCents: 250, receivedCents: 1_900 });
    expect(report.aging[0]).toEqual({ label: '0 to 30 days', invoiceCount: 1, balanceCents: 1_400 });
  });
});

describe('the age of what is owed', () => {
  it.each([
    ['2026-11-30', 0],
    ['2026-10-31', 0],
    ['2026-10-30', 1],
    ['2026-10-01', 1],
    ['2026-09-30', 2],
    ['2026-09-01', 2],
    ['2026-08-31', 3],
    ['2020-02-29', 3],
  ])('S2.111 puts an invoice of %s into its bucket on 30 November', (issueDate, bucket) => {
    const lines = agingOf([{ issueDate, balanceCents: 100 }], '2026-11-30');
    expect(lines.findIndex(({ invoiceCount }) => invoiceCount === 1)).toBe(bucket);
    expect(lines).toHaveLength(AGING_BUCKETS.length);
  });

  it('leaves out what is settled', () => {
    const lines = agingOf([{ issueDate: '2026-11-01', balanceCents: 0 }], '2026-11-30');
    expect(sum(lines.map(({ invoiceCount }) => invoiceCount))).toBe(0);
  });
});
