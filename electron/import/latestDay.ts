// The newest calendar day anywhere on earth.

/** The day has already changed this long before UTC in the easternmost office. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** The newest day that a birth or a service can lie on, `YYYY-MM-DD`. */
export function latestDay(nowMs: number): string {
  return new Date(nowMs + EARLIEST_ZONE_MS).toISOString().slice(0, 10);
}
