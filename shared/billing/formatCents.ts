// Integer cents as dollars for people.

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** `$1,234.50` for 123450. */
export function formatCents(cents: number): string {
  return dollars.format(cents / 100);
}
