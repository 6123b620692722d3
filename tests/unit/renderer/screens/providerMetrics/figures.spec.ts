import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parsePercent, showPercent } from '../../../../../renderer/screens/providerMetrics/figures.ts';

describe('a rate of commission as it is typed (S2.34)', () => {
  it('is a percentage from 0 to 100 with at most two decimals', () => {
    expect(['0', '2.5', '12,25', ' 100 % ', '3.07'].map(parsePercent)).toEqual([0, 250, 1_225, 10_000, 307]);
    const wrong = ['', '-1', '100.01', '1.234', '1e1', 'ten', '.5', '1000'];
    expect(wrong.map(parsePercent)).toEqual(wrong.map(() => null));
  });

  property.prop([fc.integer({ min: 1, max: 10_000 })])('comes back as it is shown', (basisPoints) => {
    expect(parsePercent(showPercent(basisPoints))).toBe(basisPoints);
  });
});
