// How many rows of a list are in view, in words.
import { showCount } from '../showTime.ts';

/** `Showing 1–24 of 10,000`; all of them when all are in view. */
export function shownOf(total: number | null, range: { first: number; last: number }, hasRows: boolean): string {
  if (total === null) return 'Loading…';
  if (!hasRows || total === 0) return `Showing 0 of ${showCount(total)}`;
  const last = Math.min(total, range.last + 1);
  if (range.first === 0 && last === total) return `Showing ${showCount(total)} of ${showCount(total)}`;
  return `Showing ${showCount(range.first + 1)}–${showCount(last)} of ${showCount(total)}`;
}
