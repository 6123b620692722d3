// Acts that one person did alone, and their review by somebody outside the practice (S2.36, N8).
import type { SecondPersonRuleName } from '../../shared/billing/secondPerson.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export interface OutsideReviewer {
  readonly name: string;
  /** What they are to the practice, and their firm: `Accountant, Hill & Lane`. */
  readonly role: string;
}

export interface NewLoneAct {
  readonly id: string;
  readonly kind: SecondPersonRuleName;
  readonly recordId: string;
  /** What was done, without patient data: `Refund R-0000001`. */
  readonly label: string;
  readonly cents: number;
  /** What the amount does not say, or ''. */
  readonly detail: string;
  readonly requestedAtMs: number;
  readonly doneAtMs: number;
  readonly doneByUserId: string;
  /** Who else held the right last, and until when; null: nobody ever. */
  readonly lastOther: { readonly name: string; readonly untilMs: number } | null;
  /** Who is to look at it, as named when it was done. */
  readonly reviewer: OutsideReviewer;
}

export interface LoneAct extends Omit<NewLoneAct, 'doneByUserId'> {
  readonly version: number;
  readonly doneBy: string;
  /** The number of its entry in the activity log; null only for a log that was damaged. */
  readonly entryNumber: number | null;
  readonly review: LoneActReview | null;
}

export interface LoneActReview {
  readonly reviewedBy: string;
  /** `YYYY-MM-DD`. */
  readonly reviewedOn: string;
  readonly recordedBy: string;
  readonly recordedAtMs: number;
}

/** Writes an act down; the caller has judged it. */
export function insertLoneAct(tx: WriteTx, act: NewLoneAct): void {
  const { lastOther, reviewer, ...rest } = act;
  tx.prepare(INSERT_SQL).run({
    ...rest,
    lastOther: lastOther?.name ?? null,
    lastOtherUntilMs: lastOther?.untilMs ?? null,
    reviewerName: reviewer.name,
    reviewerRole: reviewer.role,
  });
}

/** The newest acts first, at most `limit`; `isWaiting`: only those nobody has reviewed. */
export function findLoneActs(tx: ReadTx, isWaiting: boolean, limit: number): LoneAct[] {
  const where = isWaiting ? 'WHERE reviewed_on IS NULL' : '';
  return tx
    .prepare<LoneActRow>(`SELECT * FROM lone_act ${where} ORDER BY done_at_ms DESC, id DESC LIMIT ?`)
    .all(limit)
    .map((row) => actOf(tx, row));
}

/** How many wait for a review. */
export function countWaitingLoneActs(tx: ReadTx): number {
  const row = tx.prepare<{ count: number }>('SELECT count(*) AS count FROM lone_act WHERE reviewed_on IS NULL').get();
  return row?.count ?? 0;
}

/** When the act was done that waits longest, or null when none waits. UTC epoch ms. */
export function oldestWaitingLoneActMs(tx: ReadTx): number | null {
  const row = tx
    .prepare<{ atMs: number | null }>('SELECT min(done_at_ms) AS atMs FROM lone_act WHERE reviewed_on IS NULL')
    .get();
  return row?.atMs ?? null;
}

/** One act, or null. */
export function readLoneAct(tx: ReadTx, id: string): LoneAct | null {
  const row = tx.prepare<LoneActRow>('SELECT * FROM lone_act WHERE id = ?').get(id);
  return row === undefined ? null : actOf(tx, row);
}

/** The act by which this record was confirmed alone, or null. */
export function readLoneActOf(tx: ReadTx, kind: SecondPersonRuleName, recordId: string): LoneAct | null {
  const row = tx.prepare<LoneActRow>('SELECT * FROM lone_act WHERE kind = ? AND record_id = ?').get(kind, recordId);
  return row === undefined ? null : actOf(tx, row);
}

/** Writes down who reviewed an act and on which day. */
export function markLoneActReviewed(
  tx: WriteTx,
  id: string,
  review: Omit<LoneActReview, 'recordedBy'> & { readonly recordedByUserId: string },
): void {
  tx.prepare(
    `UPDATE lone_act SET reviewed_by = :reviewedBy, reviewed_on = :reviewedOn, recorded_by = :recordedByUserId,
     recorded_at_ms = :recordedAtMs, version = version + 1 WHERE id = :id`,
  ).run({ id, ...review });
}

const INSERT_SQL = `INSERT INTO lone_act (id, kind, record_id, label, cents, detail, requested_at_ms, done_at_ms, done_by,
    last_other, last_other_until_ms, reviewer_name, reviewer_role)
  VALUES (:id, :kind, :recordId, :label, :cents, :detail, :requestedAtMs, :doneAtMs, :doneByUserId,
    :lastOther, :lastOtherUntilMs, :reviewerName, :reviewerRole)`;

const ENTRY_SQL = `SELECT number FROM audit_entry WHERE object_id = ? AND outcome = 'succeeded'
  AND event IN ('refund_approved_alone', 'reconciliation_reviewed_alone') ORDER BY number DESC LIMIT 1`;

interface LoneActRow {
  id: string;
  kind: SecondPersonRuleName;
  record_id: string;
  label: string;
  cents: number;
  detail: string;
  requested_at_ms: number;
  done_at_ms: number;
  done_by: string;
  last_other: string | null;
  last_other_until_ms: number | null;
  reviewer_name: string;
  reviewer_role: string;
  reviewed_by: string | null;
  reviewed_on: string | null;
  recorded_by: string | null;
  recorded_at_ms: number | null;
  version: number;
}

function actOf(tx: ReadTx, row: LoneActRow): LoneAct {
  const { last_other, last_other_until_ms, reviewed_by, reviewed_on } = row;
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    recordId: row.record_id,
    label: row.label,
    cents: row.cents,
    detail: row.detail,
    requestedAtMs: row.requested_at_ms,
    doneAtMs: row.done_at_ms,
    doneBy: nameOfActor(tx, row.done_by),
    lastOther:
      last_other === null || last_other_until_ms === null ? null : { name: last_other, untilMs: last_other_until_ms },
    reviewer: { name: row.reviewer_name, role: row.reviewer_role },
    entryNumber: tx.prepare<{ number: number }>(ENTRY_SQL).get(row.record_id)?.number ?? null,
    review:
      reviewed_by === null || reviewed_on === null
        ? null
        : {
            reviewedBy: reviewed_by,
            reviewedOn: reviewed_on,
            recordedBy: nameOfActor(tx, row.recorded_by ?? ''),
            recordedAtMs: row.recorded_at_ms ?? 0,
          },
  };
}
