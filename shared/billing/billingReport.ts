// The billing report as pure sums: by provider, by payer, and what was owed at the end by age (S2.111).
import { type AgingLine, agingOf } from './aging.ts';
import { allocateCents } from './allocateCents.ts';
import { sumCents } from './invoiceAccount.ts';

/** Days are `YYYY-MM-DD`, amounts cents. */
export interface ReportedCharge {
  /** Null: not billed yet. */
  readonly invoiceId: string | null;
  readonly providerId: string;
  /** Whoever the claim is with; null: the patient. */
  readonly payerId: string | null;
  readonly day: string;
  readonly cents: number;
}
export interface ReportedEntry {
  readonly invoiceId: string;
  readonly day: string;
  readonly cents: number;
}
export interface ReportedPayment extends ReportedEntry {
  readonly payerId: string | null;
}
export interface BillingEntries {
  readonly invoices: readonly { readonly id: string; readonly issueDate: string }[];
  readonly charges: readonly ReportedCharge[];
  readonly payments: readonly ReportedPayment[];
  readonly adjustments: readonly ReportedEntry[];
  /** Paid out only. */
  readonly refunds: readonly ReportedEntry[];
}

export interface MoneySums {
  readonly chargedCents: number;
  readonly adjustedCents: number;
  /** Payments less refunds. */
  readonly receivedCents: number;
}
export interface BillingReport {
  readonly byProvider: ReadonlyMap<string, MoneySums>;
  readonly byPayer: ReadonlyMap<string | null, MoneySums>;
  readonly aging: readonly AgingLine[];
  readonly total: MoneySums;
}

type Key = string | null;

/** The report over the days `from` to `to`, both included. An invoice's money is split over its providers and payers in
 *  proportion to their charges, a refund over whoever paid.
 *  INVARIANT: the lines by provider and those by payer each sum to the total. */
export function billingReport(entries: BillingEntries, from: string, to: string): BillingReport {
  const inRange = <E extends { readonly day: string }>(all: readonly E[]) =>
    all.filter(({ day }) => day >= from && day <= to);
  const charges = inRange(entries.charges);
  const payments = inRange(entries.payments);
  const adjustments = inRange(entries.adjustments);
  const refunds = inRange(entries.refunds);
  const charged = grouped(entries.charges);
  const paid = grouped(entries.payments);
  const byCharge = (keyOf: (charge: ReportedCharge) => Key) => (invoiceId: string) =>
    weigh(charged.get(invoiceId) ?? [], keyOf);
  const byPayment = (invoiceId: string) => weigh(paid.get(invoiceId) ?? [], ({ payerId }) => payerId);

  const providers = ledger();
  const payers = ledger();
  for (const { providerId, payerId, cents } of charges) {
    providers.add(providerId, 'chargedCents', cents);
    payers.add(payerId, 'chargedCents', cents);
  }
  for (const { invoiceId, cents } of adjustments) {
    providers.split(byCharge((charge) => charge.providerId)(invoiceId), 'adjustedCents', cents);
    payers.split(byCharge((charge) => charge.payerId)(invoiceId), 'adjustedCents', cents);
  }
  for (const { invoiceId, payerId, cents } of payments) {
    providers.split(byCharge((charge) => charge.providerId)(invoiceId), 'receivedCents', cents);
    payers.add(payerId, 'receivedCents', cents);
  }
  for (const { invoiceId, cents } of refunds) {
    providers.split(byCharge((charge) => charge.providerId)(invoiceId), 'receivedCents', -cents);
    payers.split(byPayment(invoiceId), 'receivedCents', -cents);
  }
  return {
    byProvider: providers.lines as ReadonlyMap<string, MoneySums>,
    byPayer: payers.lines,
    aging: agingOf(balancesOn(entries, to), to),
    total: {
      chargedCents: sumCents(charges.map(({ cents }) => cents)),
      adjustedCents: sumCents(adjustments.map(({ cents }) => cents)),
      receivedCents: sumCents([...payments.map(({ cents }) => cents), ...refunds.map(({ cents }) => -cents)]),
    },
  };
}

/** What each invoice issued by `day` still had open then. */
function balancesOn(entries: BillingEntries, day: string) {
  const balances = new Map<string, number>();
  const add = (invoiceId: string | null, cents: number) => {
    if (invoiceId !== null) balances.set(invoiceId, (balances.get(invoiceId) ?? 0) + cents);
  };
  // A charge is owed from the day its invoice is issued, whenever the service was.
  for (const { invoiceId, cents } of entries.charges) add(invoiceId, cents);
  for (const [all, sign] of [
    [entries.payments, -1],
    [entries.adjustments, -1],
    [entries.refunds, 1],
  ] as const)
    for (const entry of all) if (entry.day <= day) add(entry.invoiceId, sign * entry.cents);
  return entries.invoices.flatMap(({ id, issueDate }) =>
    issueDate <= day ? [{ issueDate, balanceCents: balances.get(id) ?? 0 }] : [],
  );
}

function grouped<E extends { readonly invoiceId: string | null }>(all: readonly E[]): ReadonlyMap<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const entry of all) {
    if (entry.invoiceId === null) continue;
    const group = groups.get(entry.invoiceId);
    if (group === undefined) groups.set(entry.invoiceId, [entry]);
    else group.push(entry);
  }
  return groups;
}

function weigh<E extends { readonly cents: number }>(
  all: readonly E[],
  keyOf: (entry: E) => Key,
): ReadonlyMap<Key, number> {
  const weights = new Map<Key, number>();
  for (const entry of all) weights.set(keyOf(entry), (weights.get(keyOf(entry)) ?? 0) + entry.cents);
  return weights;
}

/** Sums by key; a line appears with its first amount. */
function ledger() {
  const lines = new Map<Key, MoneySums>();
  const add = (key: Key, column: keyof MoneySums, cents: number) => {
    const line = lines.get(key) ?? { chargedCents: 0, adjustedCents: 0, receivedCents: 0 };
    lines.set(key, { ...line, [column]: sumCents([line[column], cents]) });
  };
  return {
    lines,
    add,
    split(weights: ReadonlyMap<Key, number>, column: keyof MoneySums, cents: number) {
      // An invoice without charges is nobody's; what was booked on it goes to no named line.
      const shares = weights.size === 0 ? [[null, 1] as const] : [...weights];
      const parts = allocateCents(
        cents,
        shares.map(([, weight]) => Math.max(weight, 0)),
      );
      shares.forEach(([key], index) => {
        const part = parts[index] ?? 0;
        if (part !== 0) add(key, column, part);
      });
    },
  };
}
