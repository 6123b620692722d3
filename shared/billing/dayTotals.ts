// What a day should have left in the drawer and on the card terminal (S2.111).
import { COUNTED_METHODS, type CountedMethod, type PaymentMethod } from '../catalogue/records/moneyFields.ts';
import { sumCents } from './invoiceAccount.ts';

export interface DayEntry {
  readonly method: PaymentMethod;
  /** Received, or below zero for a reversal or a refund paid out. */
  readonly cents: number;
}
export type DayTotals = Readonly<Record<CountedMethod, number>>;

/** The sum of a day's entries by counted method, in cents. */
export function dayTotals(entries: readonly DayEntry[]): DayTotals {
  const sumOf = (method: CountedMethod) =>
    sumCents(entries.filter((entry) => entry.method === method).map(({ cents }) => cents));
  return { cash: sumOf('cash'), check: sumOf('check'), card: sumOf('card') };
}

/** Counted less recorded, in cents: above zero there is too much, below zero something is missing. */
export function dayDifference(counted: DayTotals, recorded: DayTotals): number {
  return sumCents(COUNTED_METHODS.map((method) => counted[method] - recorded[method]));
}
