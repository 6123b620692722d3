// Whatever permitted acts follow one another, the account of an invoice stays right to the cent (S2.110).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type InvoiceEntries,
  invoiceAccount,
  type MoneyEntry,
  type RefundEntry,
  sumCents,
} from '../../../../shared/billing/invoiceAccount.ts';
import {
  adjustmentTrouble,
  paymentReversalTrouble,
  paymentTrouble,
  refundTrouble,
} from '../../../../shared/billing/permittedActs.ts';

const amount = fc.oneof(fc.integer({ min: -50, max: 20_000 }), fc.integer({ min: 1, max: 99_999_999 }));
const place = fc.nat({ max: 20 });
const act = fc.oneof(
  fc.record({ does: fc.constantFrom('pay', 'adjust', 'askRefund'), cents: amount, place }),
  fc.record({
    does: fc.constantFrom('reversePayment', 'reverseAdjustment', 'approve', 'reject', 'payOut'),
    cents: fc.constant(0),
    place,
  }),
);
const charges = fc.array(
  fc.record({ quantity: fc.integer({ min: 1, max: 999 }), unitCents: fc.nat({ max: 100_000 }) }),
  { maxLength: 6 },
);

interface Booked extends MoneyEntry {
  readonly isReversal: boolean;
  readonly isReversed: boolean;
}
interface Books extends InvoiceEntries {
  readonly payments: readonly Booked[];
  readonly adjustments: readonly Booked[];
}

const entry = (cents: number, isReversal = false): Booked => ({ cents, isReversal, isReversed: false });
const at = <E>(all: readonly E[], index: number) => (all.length === 0 ? undefined : all[index % all.length]);
const replace = <E>(all: readonly E[], one: E, by: E) => all.map((each) => (each === one ? by : each));

/** The books after an act, or as they were when it is not permitted. */
function perform(books: Books, { does, cents, place: where }: { does: string; cents: number; place: number }): Books {
  const account = invoiceAccount(books);
  switch (does) {
    case 'pay':
      return paymentTrouble(account, cents) ? books : { ...books, payments: [...books.payments, entry(cents)] };
    case 'adjust':
      return adjustmentTrouble(account, cents)
        ? books
        : { ...books, adjustments: [...books.adjustments, entry(cents)] };
    case 'askRefund':
      return refundTrouble(account, cents)
        ? books
        : { ...books, refunds: [...books.refunds, { cents, state: 'requested' }] };
    case 'reversePayment': {
      const one = at(books.payments, where);
      if (!one || one.isReversal || one.isReversed || paymentReversalTrouble(account, one.cents)) return books;
      return {
        ...books,
        payments: [...replace(books.payments, one, { ...one, isReversed: true }), entry(-one.cents, true)],
      };
    }
    case 'reverseAdjustment': {
      const one = at(books.adjustments, where);
      if (!one || one.isReversal || one.isReversed) return books;
      const rest = replace(books.adjustments, one, { ...one, isReversed: true });
      return { ...books, adjustments: [...rest, entry(-one.cents, true)] };
    }
    default:
      return { ...books, refunds: moved(books.refunds, does, where) };
  }
}

function moved(refunds: readonly RefundEntry[], does: string, where: number): readonly RefundEntry[] {
  const one = at(refunds, where);
  if (one === undefined) return refunds;
  const to = { approve: 'approved', reject: 'rejected', payOut: 'paid' } as const;
  const from = { approve: ['requested'], reject: ['requested', 'approved'], payOut: ['approved'] };
  const key = does as keyof typeof to;
  return from[key].includes(one.state) ? replace(refunds, one, { ...one, state: to[key] }) : refunds;
}

describe('the account of an invoice', () => {
  test.prop([charges, fc.array(act, { maxLength: 60 })])(
    'S2.110 stays right whatever permitted acts follow one another: never below zero, and the sum of its parts',
    (billed, acts) => {
      let books: Books = { charges: billed, payments: [], adjustments: [], refunds: [] };
      for (const each of acts) {
        books = perform(books, each);
        const account = invoiceAccount(books);
        for (const sum of Object.values(account)) expect(Number.isSafeInteger(sum)).toBe(true);
        const { chargedCents, paidCents, adjustedCents, refundedCents, pendingRefundCents } = account;
        expect(account.balanceCents).toBe(chargedCents - paidCents - adjustedCents + refundedCents);
        expect(account.balanceCents).toBeGreaterThanOrEqual(0);
        expect(account.balanceCents).toBeLessThanOrEqual(chargedCents);
        expect(account.refundableCents).toBe(paidCents - refundedCents - pendingRefundCents);
        expect(account.refundableCents).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it('counts a refund only once it is paid out, and keeps its amount back from when it is asked for', () => {
    const books = { charges: [{ quantity: 2, unitCents: 5_000 }], payments: [{ cents: 8_000 }], adjustments: [] };
    const asked = invoiceAccount({ ...books, refunds: [{ cents: 3_000, state: 'requested' }] });
    expect(asked).toMatchObject({ balanceCents: 2_000, refundableCents: 5_000, pendingRefundCents: 3_000 });
    const paid = invoiceAccount({ ...books, refunds: [{ cents: 3_000, state: 'paid' }] });
    expect(paid).toMatchObject({ balanceCents: 5_000, refundableCents: 5_000, refundedCents: 3_000 });
    const rejected = invoiceAccount({ ...books, refunds: [{ cents: 3_000, state: 'rejected' }] });
    expect(rejected).toMatchObject({ balanceCents: 2_000, refundableCents: 8_000 });
  });

  it.each([0.5, 12.345, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('takes no part of a cent: %d', (cents) => {
    expect(() => sumCents([1, cents])).toThrow(RangeError);
    const books = { charges: [{ quantity: 1, unitCents: cents }], payments: [], adjustments: [], refunds: [] };
    expect(() => invoiceAccount(books)).toThrow(RangeError);
  });
});

describe('what stands in the way of an act', () => {
  const account = invoiceAccount({
    charges: [{ quantity: 1, unitCents: 10_000 }],
    payments: [{ cents: 6_000 }],
    adjustments: [{ cents: 1_000 }],
    refunds: [{ cents: 2_000, state: 'requested' }],
  });

  it('S2.110 is said with the amount that is still possible', () => {
    expect(paymentTrouble(account, 3_000)).toBeNull();
    expect(paymentTrouble(account, 3_001)).toContain('$30.00 is still owed');
    expect(adjustmentTrouble(account, 3_001)).toContain('$30.00 is still owed');
    expect(refundTrouble(account, 4_000)).toBeNull();
    expect(refundTrouble(account, 4_001)).toContain('At most $40.00');
    expect(paymentReversalTrouble(account, 6_000)).toContain('refunded');
    expect(paymentReversalTrouble(account, 4_000)).toBeNull();
  });

  it.each([0, -1])('is that %d cents are no payment, adjustment or refund', (cents) => {
    for (const trouble of [paymentTrouble, adjustmentTrouble, refundTrouble])
      expect(trouble(account, cents)).toContain('more than nothing');
  });
});
