// Which fee of the schedule counts for one service.

export interface Fee {
  /** Null: for every payer without a fee of its own. */
  readonly payerId: string | null;
  readonly cents: number;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
}

/** The fee in cents of one procedure on `day`: the payer's own newest one that is valid already, or else the general
 *  newest one; null when the schedule has none. */
export function feeOn(fees: readonly Fee[], payerId: string | null, day: string): number | null {
  const newest = (wanted: string | null) =>
    fees
      .filter((fee) => fee.payerId === wanted && fee.validFrom <= day)
      .reduce<Fee | null>((best, fee) => (best === null || fee.validFrom > best.validFrom ? fee : best), null);
  return (payerId === null ? newest(null) : (newest(payerId) ?? newest(null)))?.cents ?? null;
}
