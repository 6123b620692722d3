// The rules of stock and orders as properties: counts agree, nothing falls below nothing, orders end when all has come (S2.112).
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isMoreThanOrdered, openQuantity, statusAfterReceiving } from '../../../../shared/inventory/orderProgress.ts';
import { countDifference, isBelowLevel, onHandAfter } from '../../../../shared/inventory/stockLevel.ts';

const amount = fc.nat({ max: 1_000_000 });
const line = fc.record({ quantity: fc.integer({ min: 1, max: 1_000 }), receivedQuantity: fc.nat({ max: 1_200 }) });

describe('stock', () => {
  test.prop([amount, amount])('S2.112 after a count is what was counted', (onHand, counted) => {
    expect(onHandAfter(onHand, countDifference(onHand, counted))).toBe(counted);
  });

  test.prop([amount, fc.integer({ min: -2_000_000, max: 2_000_000 })])(
    'S2.112 is never less than nothing after any movement',
    (onHand, quantity) => {
      const after = onHandAfter(onHand, quantity);
      if (onHand + quantity < 0) expect(after).toBeNull();
      else expect(after).toBe(onHand + quantity);
    },
  );

  test.prop([amount])('S2.112 without a level never warns, and at its level not yet', (onHand) => {
    expect(isBelowLevel(onHand, 0)).toBe(false);
    expect(isBelowLevel(onHand, onHand)).toBe(false);
    expect(isBelowLevel(onHand, onHand + 1)).toBe(true);
  });
});

describe('orders', () => {
  test.prop([fc.array(line, { minLength: 1, maxLength: 6 })])(
    'S2.112 are received when nothing of any line is open, and not before',
    (lines) => {
      const isOpen = lines.some(({ quantity, receivedQuantity }) => receivedQuantity < quantity);
      expect(statusAfterReceiving(lines)).toBe(isOpen ? 'ordered' : 'received');
    },
  );

  test.prop([line])('S2.112 take what is open without a question, and ask about one more', (one) => {
    const open = openQuantity(one);
    expect(isMoreThanOrdered(one, open)).toBe(one.receivedQuantity > one.quantity);
    expect(isMoreThanOrdered(one, open + 1)).toBe(true);
  });
});
