// How far back a birth can lie: a date before that is a slip of the finger.

/** The longest life on record lasted 122 years. */
const LONGEST_LIFE_YEARS = 130;

/** Whether nobody born on `birthDate` could have lived to see `today`; both `YYYY-MM-DD`. Pure. */
export function isBeforeAnyLife(birthDate: string, today: string): boolean {
  const earliestYear = Number(today.slice(0, 4)) - LONGEST_LIFE_YEARS;
  return birthDate < `${String(earliestYear).padStart(4, '0')}${today.slice(4)}`;
}
