// The billing report, shown and saved (S2.111).
import { basename } from 'node:path';
import { CSV_BYTE_ORDER_MARK, csvLine } from '../../../db/audit/csv.ts';
import { readTitles } from '../../../db/records/recordTitle.ts';
import { readBillingEntries } from '../../../db/repositories/billingEntries.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { billingReport, type MoneySums } from '../../../shared/billing/billingReport.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { saveAfterCommit } from '../saveAfterCommit.ts';

type Report = Output<'report.readBilling'>;
type ReportCall = AuthorizedCall<'report.readBilling'> | AuthorizedCall<'report.saveBilling'>;

export const billingReportHandlers: Pick<Handlers, 'report.readBilling' | 'report.saveBilling'> = {
  'report.readBilling': (call, tx) => readReport(call, tx),
  'report.saveBilling': (call, tx) => {
    const report = readReport(call, tx);
    if (isRefusal(report)) return report;
    const { path } = call.prepared;
    if (path === null) return { isSaved: false };
    const lines = csvLines(report, call.input.from, call.input.to);
    const trouble = saveAfterCommit(call, path, CSV_BYTE_ORDER_MARK + lines.map(csvLine).join(''));
    if (trouble !== null) return trouble;
    const rowCount = lines.length - 1;
    const label = `${basename(path)} (${rowCount} rows)`;
    call.note({ why: call.input.purpose, count: rowCount, object: { type: 'report', id: 'billing', label } });
    return { isSaved: true, fileName: basename(path), rowCount };
  },
};

function readReport(call: ReportCall, tx: ReadTx): Report | Refusal {
  const { from, to } = call.input;
  if (from > to)
    return refuse('INVALID_INPUT', 'The first day lies after the last one. Exchange them and try again.', {
      fields: [{ path: 'from', message: 'lies after the last day' }],
    });
  const { byProvider, byPayer, aging, total } = billingReport(readBillingEntries(tx, call.scope, to), from, to);
  return {
    byProvider: named(tx, 'provider', byProvider, 'No provider'),
    byPayer: named(tx, 'payer', byPayer, 'Patients'),
    aging: [...aging],
    total: { name: 'Total', ...total },
  };
}

function named(
  tx: ReadTx,
  typeName: 'provider' | 'payer',
  lines: ReadonlyMap<string | null, MoneySums>,
  nobody: string,
): Report['byPayer'] {
  const titles = readTitles(
    tx,
    typeName,
    [...lines.keys()].filter((id) => id !== null),
  );
  return [...lines]
    .map(([id, sums]) => ({ name: id === null ? nobody : (titles.get(id) ?? id), ...sums }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function csvLines({ byProvider, byPayer, aging, total }: Report, from: string, to: string): string[][] {
  const amount = (cents: number) => (cents / 100).toFixed(2);
  const money = (part: string, lines: Report['byPayer']) =>
    lines.map((line) => [
      part,
      line.name,
      amount(line.chargedCents),
      amount(line.adjustedCents),
      amount(line.receivedCents),
      '',
    ]);
  return [
    [`Part (${from} to ${to})`, 'Name', 'Charged', 'Adjusted', 'Received', 'Owed'],
    ...money('By provider', byProvider),
    ...money('By payer', byPayer),
    ...money('Total', [total]),
    ...aging.map(({ label, balanceCents }) => [`Owed on ${to}`, label, '', '', '', amount(balanceCents)]),
  ];
}
