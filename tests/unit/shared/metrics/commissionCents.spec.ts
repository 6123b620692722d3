import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { commissionCents } from '../../../../shared/metrics/commissionCents.ts';

const cents = fc.integer({ min: -900_000_000_000, max: 900_000_000_000 });
const basisPoints = fc.integer({ min: 0, max: 10_000 });

describe('commission (S2.34)', () => {
  it('rounds half a cent away from zero, and takes back what was paid back', () => {
    expect(commissionCents(12_345, 250)).toBe(309);
    expect(commissionCents(20, 250)).toBe(1);
    expect(commissionCents(19, 250)).toBe(0);
    expect(commissionCents(-20, 250)).toBe(-1);
    expect(Object.is(commissionCents(-19, 250), 0)).toBe(true);
  });

  property.prop([cents, basisPoints])('is whole cents within half a cent of the exact part', (amount, points) => {
    const part = commissionCents(amount, points);
    expect(Number.isSafeInteger(part)).toBe(true);
    const distance = BigInt(part) * 10_000n - BigInt(amount) * BigInt(points);
    expect(distance <= 5_000n && distance >= -5_000n).toBe(true);
  });

  property.prop([cents, basisPoints])(
    'is nothing of nothing, all at 100 %, and the same both ways',
    (amount, points) => {
      expect(commissionCents(amount, 0)).toBe(0);
      expect(commissionCents(amount, 10_000)).toBe(amount);
      expect(commissionCents(-amount, points)).toBe(0 - commissionCents(amount, points));
    },
  );
});
