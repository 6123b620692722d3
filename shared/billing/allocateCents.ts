// Splits an amount over shares without losing or making a cent.

/** One part per weight, in the order of the weights, summing to `cents` exactly; the cents that are left over go to the
 *  largest remainders, the earlier share first. Without any weight above zero the first share takes all.
 *  Weights are whole and not negative; `cents` may lie below zero. Throws RangeError without weights for an amount. */
export function allocateCents(cents: number, weights: readonly number[]): readonly number[] {
  if (cents < 0) return allocateCents(-cents, weights).map((part) => 0 - part);
  if (weights.length === 0) {
    if (cents === 0) return [];
    throw new RangeError('an amount needs a share to go to');
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? cents : 0));
  // Cents times weight can pass what a number keeps exactly.
  const exact = weights.map((weight) => BigInt(cents) * BigInt(weight));
  const parts = exact.map((product) => Number(product / total));
  const left = cents - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % total }))
    .toSorted((one, other) => Number(other.remainder - one.remainder) || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
