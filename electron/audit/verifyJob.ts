// The job that walks the whole activity log and every protected row.
import { saveCheckpoint, verifyLog } from '../../db/audit/verify.ts';
import { type LogStatus, readLogStatus } from '../../db/repositories/logStatus.ts';
import { read, write } from '../../db/transaction.ts';
import type { JobWork } from '../jobs.ts';
import type { Services } from '../services.ts';

type Means = Pick<Services, 'database' | 'clock' | 'recordOwn' | 'raiseIntegrityAlarm'>;

const WHAT_NOW =
  'Only Super Users can work until this is explained. Keep all files as they are and call whoever set this computer up.';

/** Verifies everything, then records the result as `audit_verified` and remembers how far it came.
 *  A break raises the integrity alarm; it is the job's result, not its failure. */
export function verifyJob(services: Means, sessionId: string): JobWork {
  return async (progress) => {
    const database = services.database();
    const report = await verifyLog(database, {
      signal: progress.signal,
      onProgress: ({ done, total }) => progress.report(done, total),
    });
    const { firstBreak, entriesChecked, rowsChecked } = report;
    const changes = [{ field: 'rows compared', old: null, new: String(rowsChecked) }];
    const own = { event: 'audit_verified', sessionId, count: entriesChecked, changes };
    if (firstBreak !== null) {
      services.raiseIntegrityAlarm(`${firstBreak.sentence} ${WHAT_NOW}`);
      const where = firstBreak.number === null ? 'no entry' : `entry ${firstBreak.number}`;
      services.recordOwn({ ...own, outcome: 'failed', reason: `${firstBreak.kind}, ${where}` });
      progress.finish({ message: firstBreak.sentence, errorCount: 1, goodCount: report.verified.number });
      return;
    }
    write(database, (tx) => saveCheckpoint(tx, report, services.clock.nowMs()));
    services.recordOwn({ ...own, outcome: 'succeeded', reason: null });
    progress.report(entriesChecked, entriesChecked);
    const status = read(database, readLogStatus);
    progress.finish({ message: `${fits(entriesChecked, rowsChecked)} ${coverage(status)}`, goodCount: entriesChecked });
  };
}

function fits(entries: number, rows: number): string {
  return `All ${number(entries)} entries fit together, and ${number(rows)} rows are as the log left them.`;
}

// Honest about what a chain alone can show: a holder of all keys could have written it anew.
function coverage({ receiptNumber }: LogStatus): string {
  return receiptNumber === 0
    ? 'No receipt was given out yet, so nobody outside can confirm this. Export the log and keep the receipt elsewhere.'
    : `A receipt kept elsewhere can confirm this for the entries up to ${number(receiptNumber)}.`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
