// The figures of providers, shown and saved (S2.34).
import { basename } from 'node:path';
import { CSV_BYTE_ORDER_MARK, csvLine } from '../../db/audit/csv.ts';
import { readBillingEntries } from '../../db/repositories/billingEntries.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { countAppointments, measuredProviders, sumRatings } from '../../db/repositories/providerMetrics.ts';
import { readCommissions } from '../../db/repositories/providerProfile.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { EVERY_ROW } from '../../shared/authorization/scope.ts';
import { billingReport } from '../../shared/billing/billingReport.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { providerMetrics } from '../../shared/metrics/providerMetrics.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { startOfDay } from '../../shared/schedule/zonedTime.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import type { ChosenPath } from './records/prepareExport.ts';
import { saveAfterCommit } from './saveAfterCommit.ts';
import { whenSignedIn } from './whenSignedIn.ts';

type Metrics = Output<'provider.readMetrics'>;
type MetricsCall = AuthorizedCall<'provider.readMetrics'> | AuthorizedCall<'provider.exportMetrics'>;

export const providerMetricsHandlers: Pick<Handlers, 'provider.readMetrics' | 'provider.exportMetrics'> = {
  'provider.readMetrics': (call, tx) => {
    const metrics = measure(call, tx);
    if (!isRefusal(metrics)) call.note({ count: metrics.lines.length });
    return metrics;
  },
  'provider.exportMetrics': (call, tx) => {
    const metrics = measure(call, tx);
    if (isRefusal(metrics)) return metrics;
    const { path } = call.prepared;
    if (path === null) return { isSaved: false };
    const { fromDay, toDay, purpose } = call.input;
    const trouble = saveAfterCommit(
      call,
      path,
      CSV_BYTE_ORDER_MARK + csvRows(metrics, fromDay, toDay).map(csvLine).join(''),
    );
    if (trouble !== null) return trouble;
    const rowCount = metrics.lines.length;
    const label = `${basename(path)} (${rowCount} rows)`;
    call.note({ why: purpose, count: rowCount, object: { type: 'report', id: 'providerMetrics', label } });
    return { isSaved: true, fileName: basename(path), rowCount };
  },
};

/** Asks where the figures are to be saved, before the transaction that writes its entry. */
export function prepareMetricsExport(
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string },
  windowId: string,
  services: Services,
): Promise<ChosenPath | Refusal> {
  return whenSignedIn(windowId, services, async () => ({
    path: await services.dialogs.chooseSave({
      title: 'Save the figures of providers',
      suggestedName: `provider-metrics-${fromDay}-to-${toDay}.csv`,
    }),
  }));
}

function measure(call: MetricsCall, tx: ReadTx): Metrics | Refusal {
  const { fromDay, toDay, providerIds } = call.input;
  if (fromDay > toDay)
    return refuse('INVALID_INPUT', 'The first day lies after the last one. Exchange them and try again.', {
      fields: [{ path: 'fromDay', message: 'lies after the last day' }],
    });
  const { timeZone } = readPractice(tx);
  const providers = measuredProviders(tx, call.scope, providerIds);
  const { lines, total } = providerMetrics(providers, {
    appointments: countAppointments(tx, startOfDay(fromDay, timeZone), startOfDay(addDays(toDay, 1), timeZone)),
    // A provider's figures count all of their work, whoever sees those patients today; no patient is told.
    money: billingReport(readBillingEntries(tx, EVERY_ROW, toDay), fromDay, toDay).byProvider,
    ratings: sumRatings(tx, fromDay, toDay),
    commissions: readCommissions(tx),
  });
  return { lines: [...lines], total };
}

const COLUMNS = [
  'Appointments',
  'Completed',
  'Cancelled',
  'No-show',
  'Charged',
  'Received',
  'Ratings',
  'Average stars',
  'Commission %',
  'Commission',
];

function csvRows({ lines, total }: Metrics, fromDay: string, toDay: string): string[][] {
  const hundredths = (value: number) => (value / 100).toFixed(2);
  const cells = (figures: Metrics['total'], percent: string) => [
    String(figures.bookedCount),
    String(figures.completedCount),
    String(figures.cancelledCount),
    String(figures.noShowCount),
    hundredths(figures.chargedCents),
    hundredths(figures.receivedCents),
    String(figures.ratingCount),
    figures.starsHundredths === null ? '' : hundredths(figures.starsHundredths),
    percent,
    hundredths(figures.commissionCents),
  ];
  return [
    [`Provider (${fromDay} to ${toDay})`, ...COLUMNS],
    ...lines.map((line) => [line.name, ...cells(line, hundredths(line.commissionBasisPoints))]),
    ['Total', ...cells(total, '')],
  ];
}
