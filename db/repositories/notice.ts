// Notices that Super Users must confirm having read.
import type { ReadTx, WriteTx } from '../transaction.ts';

export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly atMs: number;
}

/** Adds a notice; it stays open until acknowledged. */
export function addNotice(tx: WriteTx, { id, kind, text, atMs }: Notice & { readonly kind: string }): void {
  tx.prepare('INSERT INTO notice (id, kind, text, at_ms) VALUES (?, ?, ?, ?)').run(id, kind, text, atMs);
}

/** The notices nobody has confirmed yet, oldest first. */
export function openNotices(tx: ReadTx): Notice[] {
  return tx
    .prepare<Notice>(`SELECT id, text, at_ms AS atMs FROM notice WHERE acknowledged_at_ms IS NULL ORDER BY at_ms, id`)
    .all();
}

/** The oldest open alarm about the log or the files, or null. It outlives restarts until a Super User confirms it. */
export function openAlarm(tx: ReadTx): string | null {
  const found = tx
    .prepare<{ text: string }>(
      `SELECT text FROM notice WHERE kind = 'integrity' AND acknowledged_at_ms IS NULL ORDER BY at_ms, id LIMIT 1`,
    )
    .get();
  return found?.text ?? null;
}

/** Closes the alarms that registering a computer anew explains. */
export function closeAlarms(tx: WriteTx, atMs: number): void {
  tx.prepare(
    `UPDATE notice SET acknowledged_by = 'recovery', acknowledged_at_ms = ? WHERE kind = 'integrity' AND acknowledged_at_ms IS NULL`,
  ).run(atMs);
}

/** Notes who confirmed an open notice; false when there is no such notice or it is closed already. */
export function acknowledge(tx: WriteTx, noticeId: string, byUserId: string, atMs: number): boolean {
  return (
    tx
      .prepare(
        'UPDATE notice SET acknowledged_by = ?, acknowledged_at_ms = ? WHERE id = ? AND acknowledged_at_ms IS NULL',
      )
      .run(byUserId, atMs, noticeId).changes > 0
  );
}
