// How long what is owed has been owed: the buckets of the billing report.

export const AGING_BUCKETS = [
  { label: '0 to 30 days', maxDays: 30 },
  { label: '31 to 60 days', maxDays: 60 },
  { label: '61 to 90 days', maxDays: 90 },
  { label: 'Over 90 days', maxDays: Number.POSITIVE_INFINITY },
] as const;

export interface OpenInvoice {
  /** `YYYY-MM-DD`. */
  readonly issueDate: string;
  readonly balanceCents: number;
}

export interface AgingLine {
  readonly label: string;
  readonly invoiceCount: number;
  readonly balanceCents: number;
}

const DAY_MS = 86_400_000;

/** What is owed on `asOf` by age since the invoice was issued; invoices without balance do not count.
 *  INVARIANT: the lines sum to the balances given. */
export function agingOf(invoices: readonly OpenInvoice[], asOf: string): readonly AgingLine[] {
  const open = invoices.filter(({ balanceCents }) => balanceCents !== 0);
  return AGING_BUCKETS.map(({ label }, bucket) => {
    const inBucket = open.filter(({ issueDate }) => bucketOf(daysBetween(issueDate, asOf)) === bucket);
    return {
      label,
      invoiceCount: inBucket.length,
      balanceCents: inBucket.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
    };
  });
}

function bucketOf(days: number): number {
  return AGING_BUCKETS.findIndex(({ maxDays }) => days <= maxDays);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
