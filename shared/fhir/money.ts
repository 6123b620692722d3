// Amounts in whole cents as Money of HL7 FHIR R4, both ways.
import type { Money } from './resources.ts';

/** The currency all amounts of the program are in. Source: ISO 4217. */
const CURRENCY = 'USD';

/** The amount as Money. Units: cents. */
export function toMoney(cents: number): Money {
  return { value: cents / 100, currency: CURRENCY };
}

/** The amount in cents, or what is wrong with it in the words of an error. Never rounds: a fraction of a cent is wrong. */
export function centsOf({ value, currency = CURRENCY }: Money): number | string {
  if (currency !== CURRENCY) return 'is in another currency, and amounts here are in US dollars';
  // The shortest text of the number is what stood in the file, so no fraction of a cent comes from the arithmetic.
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(value));
  if (parts === null) return 'is not an amount in dollars and whole cents, such as 125.50';
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** `125.50`. */
export function dollarsOf(cents: number): string {
  return (cents / 100).toFixed(2);
}
