import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type MetricsFigures,
  type MetricsSources,
  providerMetrics,
} from '../../../../shared/metrics/providerMetrics.ts';

const IDS = ['a', 'b', 'c', 'd'];
const NOTHING: MetricsSources = {
  appointments: new Map(),
  money: new Map(),
  ratings: new Map(),
  commissions: new Map(),
};

const count = fc.nat(1_000_000);
const perProvider = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ReadonlyMap<string, Value>> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...IDS, 'elsewhere'), value), { selector: ([id]) => id })
    .map((all) => new Map(all));
const sources: fc.Arbitrary<MetricsSources> = fc.record({
  appointments: perProvider(
    fc
      .record({ completedCount: count, cancelledCount: count, noShowCount: count, openCount: count })
      .map(({ openCount, ...ends }) => ({
        ...ends,
        bookedCount: openCount + ends.completedCount + ends.cancelledCount + ends.noShowCount,
      })),
  ),
  money: perProvider(
    fc.record({
      chargedCents: fc.nat(1_000_000_000),
      adjustedCents: fc.nat(1_000_000_000),
      receivedCents: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    }),
  ),
  ratings: perProvider(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 }).map((stars) => ({
      ratingCount: stars.length,
      starsSum: stars.reduce((sum, each) => sum + each, 0),
    })),
  ),
  commissions: perProvider(fc.integer({ min: 1, max: 10_000 })),
});
const providers = fc
  .subarray(IDS)
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.boolean().map((isActive) => ({ id, name: `Provider ${id}`, isActive })))),
  );
const SUMMED = [
  'bookedCount',
  'completedCount',
  'cancelledCount',
  'noShowCount',
  'chargedCents',
  'receivedCents',
  'ratingCount',
  'commissionCents',
] as const satisfies readonly (keyof MetricsFigures)[];

describe('provider metrics (S2.34)', () => {
  property.prop([providers, sources])('always add up to their total, column by column', (all, from) => {
    const { lines, total } = providerMetrics(all, from);
    for (const column of SUMMED) {
      const sum = lines.reduce((before, line) => before + line[column], 0);
      expect([column, total[column]]).toEqual([column, sum]);
    }
  });

  property.prop([providers, sources])('name the given providers in their order and nobody else', (all, from) => {
    const { lines } = providerMetrics(all, from);
    const ids = lines.map(({ providerId }) => providerId);
    expect(ids).toEqual(all.map(({ id }) => id).filter((id) => ids.includes(id)));
    for (const { id, isActive } of all) if (isActive) expect(ids).toContain(id);
  });

  property.prop([providers, sources])('average between one star and five, or not at all', (all, from) => {
    const { lines, total } = providerMetrics(all, from);
    for (const { starsHundredths, ratingCount } of [...lines, total]) {
      if (ratingCount === 0) expect(starsHundredths).toBeNull();
      else expect(starsHundredths !== null && starsHundredths >= 100 && starsHundredths <= 500).toBe(true);
    }
  });

  it('leave out whoever left and did nothing, and keep whoever left and did something', () => {
    const left = { id: 'a', name: 'Hale, Tom', isActive: false };
    expect(providerMetrics([left], NOTHING).lines).toEqual([]);
    const rated = { ...NOTHING, ratings: new Map([['a', { ratingCount: 3, starsSum: 14 }]]) };
    expect(providerMetrics([left], rated).lines).toMatchObject([{ name: 'Hale, Tom', starsHundredths: 467 }]);
  });

  it('have figures of zero for whoever is active and did nothing', () => {
    const { lines, total } = providerMetrics([{ id: 'b', name: 'Moss, Ann', isActive: true }], NOTHING);
    expect(lines[0]).toMatchObject({ bookedCount: 0, receivedCents: 0, starsHundredths: null, commissionCents: 0 });
    expect(total.starsHundredths).toBeNull();
  });
});
