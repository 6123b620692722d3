// The days of the books: what was recorded on one, and whether it is closed.
import { type DayEntry, type DayTotals, dayTotals } from '../../shared/billing/dayTotals.ts';
import { createLocalTime } from '../audit/localTime.ts';
import type { ReadTx } from '../transaction.ts';
import { readPractice } from './practice.ts';

/** Today in the practice's time zone, `YYYY-MM-DD`. */
export function practiceDay(tx: ReadTx, nowMs: number): string {
  return createLocalTime(readPractice(tx).timeZone)(nowMs).slice(0, 10);
}

/** What payments and refunds of the day should have left in drawer and terminal. */
export function recordedOn(tx: ReadTx, day: string): DayTotals {
  const entries = tx
    .prepare<DayEntry>(
      `SELECT method, cents FROM payment WHERE paid_date = ?
       UNION ALL SELECT method, -cents FROM refund WHERE paid_date = ? AND state = 'paid'`,
    )
    .all(day, day);
  return dayTotals(entries);
}

/** Whether the day was reviewed: nothing more may be dated on it. */
export function isDayClosed(tx: ReadTx, day: string): boolean {
  return tx.prepare(`SELECT 1 FROM reconciliation WHERE day = ? AND state = 'reviewed'`).get(day) !== undefined;
}

/** Whether somebody has counted the day already. */
export function isDayCounted(tx: ReadTx, day: string): boolean {
  return tx.prepare('SELECT 1 FROM reconciliation WHERE day = ?').get(day) !== undefined;
}
