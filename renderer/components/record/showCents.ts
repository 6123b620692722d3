// Amounts of money: integer cents inside, dollars on the screen.
import { formatCents } from '../../../shared/billing/formatCents.ts';

/** `$1,234.50` for 123450. */
export const showCents = formatCents;

/** What was typed as cents, or null when it is no amount: `12`, `12.5`, `$1,234.50`. A fraction of a cent is no amount. */
export function parseCents(typed: string): number | null {
  const plain = typed.trim().replace(/^\$/, '').replaceAll(',', '');
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  const [, sign = '', whole = '0', part = ''] = match;
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}
