// Which acts on an invoice keep its account right: each answers a sentence for the person, or null when it may be done.
import { formatCents } from './formatCents.ts';
import type { InvoiceAccount } from './invoiceAccount.ts';

/** A payment takes at most what is still owed, so that no balance falls below zero. */
export function paymentTrouble({ balanceCents }: InvoiceAccount, cents: number): string | null {
  return entryTrouble(balanceCents, cents, 'payment');
}

/** An adjustment takes off at most what is still owed. */
export function adjustmentTrouble({ balanceCents }: InvoiceAccount, cents: number): string | null {
  return entryTrouble(balanceCents, cents, 'adjustment');
}

/** A payment is reversed only while its money was not refunded and is not about to be. */
export function paymentReversalTrouble({ refundableCents }: InvoiceAccount, cents: number): string | null {
  if (cents <= refundableCents) return null;
  return 'Money of this invoice was refunded or is about to be, so this payment cannot be reversed as a whole. Reject the open refund first, or enter an adjustment instead.';
}

/** A refund is at most what was paid on the invoice, less earlier refunds. */
export function refundTrouble({ refundableCents }: InvoiceAccount, cents: number): string | null {
  if (cents <= 0) return 'A refund must be more than nothing. Type the amount to pay back.';
  if (cents <= refundableCents) return null;
  return refundableCents <= 0
    ? 'Nothing of what was paid on this invoice is left to refund.'
    : `At most ${formatCents(refundableCents)} of what was paid on this invoice can still be refunded. Type that amount or less.`;
}

function entryTrouble(balanceCents: number, cents: number, word: 'payment' | 'adjustment'): string | null {
  const one = word === 'payment' ? 'A payment' : 'An adjustment';
  if (cents <= 0) return `${one} must be more than nothing. To take one back, open it and reverse it.`;
  if (cents <= balanceCents) return null;
  return balanceCents === 0
    ? 'Nothing is owed on this invoice any more.'
    : `Only ${formatCents(balanceCents)} is still owed on this invoice. Enter that amount or less.`;
}
