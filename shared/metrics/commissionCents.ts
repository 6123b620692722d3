// The part of received money that goes to a provider.

const WHOLE_BASIS_POINTS = 10_000;

/** `basisPoints` hundredths of a percent of `cents`, rounded to the whole cent, half a cent away from zero; what was paid
 *  back takes commission back as well. Exact for amounts up to 900,000,000,000 cents. */
export function commissionCents(cents: number, basisPoints: number): number {
  const rounded = Math.floor((Math.abs(cents) * basisPoints + WHOLE_BASIS_POINTS / 2) / WHOLE_BASIS_POINTS);
  return cents < 0 ? 0 - rounded : rounded;
}
