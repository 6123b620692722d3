// The rules of stock on hand: what a movement leaves, and when a product is below its level (S2.112).

/** What is on hand after a movement, or null where there would be less than none. */
export function onHandAfter(onHand: number, quantity: number): number | null {
  const after = onHand + quantity;
  return after < 0 ? null : after;
}

/** The movement that makes the books agree with what was counted. */
export function countDifference(onHand: number, counted: number): number {
  return counted - onHand;
}

/** Whether a product stands under "Below level"; a level of 0 never warns. */
export function isBelowLevel(onHand: number, warnBelow: number): boolean {
  return onHand < warnBelow;
}
