// What the record types of money share: the largest amount, and the words for how it changed hands.

/** The largest amount of one entry, in cents: $999,999.99. */
export const MAX_CENTS = 99_999_999;

/** How money changes hands. The first three are counted at the end of the day. */
export const PAYMENT_METHODS = { cash: 'Cash', check: 'Check', card: 'Card', transfer: 'Bank transfer' } as const;
export type PaymentMethod = keyof typeof PAYMENT_METHODS;

/** The methods a person can count in the drawer and on the card terminal. */
export const COUNTED_METHODS = ['cash', 'check', 'card'] as const satisfies readonly PaymentMethod[];
export type CountedMethod = (typeof COUNTED_METHODS)[number];
