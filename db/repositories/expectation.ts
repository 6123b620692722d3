// What the practice expects of its rights, as stored (P6).
import type { AboutKind } from '../../shared/catalogue/aboutKinds.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

/** What one expectation says, by ids. */
export interface ExpectationFields {
  readonly who: { readonly kind: 'user' | 'role'; readonly id: string };
  readonly isMust: boolean;
  /** A procedure or permission; a word of another version stays as it is. */
  readonly act: string;
  /** `id` is null where it is about anything. */
  readonly about: { readonly kind: AboutKind; readonly id: string | null };
}

export interface StoredExpectation extends ExpectationFields {
  readonly id: string;
  readonly version: number;
  /** As it was found at the last change of rights. */
  readonly isBroken: boolean;
  readonly brokenAtMs: number | null;
  readonly createdAtMs: number;
  readonly createdBy: string;
}

/** Every expectation, the oldest first. */
export function findExpectations(tx: ReadTx): StoredExpectation[] {
  return tx.prepare<Row>(`${EXPECTATION_SQL} ORDER BY created_at_ms, id`).all().map(expectationOf);
}

/** One expectation, or null when it is not there. */
export function readExpectation(tx: ReadTx, id: string): StoredExpectation | null {
  const row = tx.prepare<Row>(`${EXPECTATION_SQL} WHERE id = ?`).get(id);
  return row === undefined ? null : expectationOf(row);
}

/** How many there are, and how many were broken at the last change of rights. */
export function countExpectations(tx: ReadTx): { readonly count: number; readonly brokenCount: number } {
  const found = tx
    .prepare<{ count: number; broken: number | null }>(
      'SELECT count(*) AS count, sum(is_broken) AS broken FROM expectation',
    )
    .get();
  return { count: found?.count ?? 0, brokenCount: found?.broken ?? 0 };
}

/** Whether exactly this is expected already. */
export function isExpected(tx: ReadTx, fields: ExpectationFields): boolean {
  return tx.prepare(`SELECT 1 FROM expectation WHERE ${SAME_SQL}`).get(...columnsOf(fields)) !== undefined;
}

/** Stores an expectation, which counts as holding until it is judged. */
export function insertExpectation(
  tx: WriteTx,
  id: string,
  fields: ExpectationFields,
  stamp: { readonly byUserId: string; readonly atMs: number },
): void {
  tx.prepare(
    `INSERT INTO expectation (who_kind, who_id, is_must, act, about_kind, about_id, id, created_at_ms, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...columnsOf(fields), id, stamp.atMs, stamp.byUserId);
}

/** Notes that it broke at `brokenAtMs`, or with null that it holds again. */
export function markExpectation(tx: WriteTx, id: string, brokenAtMs: number | null): void {
  tx.prepare('UPDATE expectation SET is_broken = ?, broken_at_ms = ? WHERE id = ?').run(
    brokenAtMs === null ? 0 : 1,
    brokenAtMs,
    id,
  );
}

/** Removes an expectation. */
export function deleteExpectation(tx: WriteTx, id: string): void {
  tx.prepare('DELETE FROM expectation WHERE id = ?').run(id);
}

interface Row {
  id: string;
  version: number;
  who_kind: 'user' | 'role';
  who_id: string;
  is_must: number;
  act: string;
  about_kind: AboutKind;
  about_id: string | null;
  is_broken: number;
  broken_at_ms: number | null;
  created_at_ms: number;
  created_by: string;
}

const EXPECTATION_SQL = `SELECT id, version, who_kind, who_id, is_must, act, about_kind, about_id, is_broken, broken_at_ms,
  created_at_ms, created_by FROM expectation`;
const SAME_SQL = 'who_kind = ? AND who_id = ? AND is_must = ? AND act = ? AND about_kind = ? AND about_id IS ?';

function columnsOf({ who, isMust, act, about }: ExpectationFields) {
  return [who.kind, who.id, isMust ? 1 : 0, act, about.kind, about.id] as const;
}

function expectationOf(row: Row): StoredExpectation {
  return {
    id: row.id,
    version: row.version,
    who: { kind: row.who_kind, id: row.who_id },
    isMust: row.is_must === 1,
    act: row.act,
    about: { kind: row.about_kind, id: row.about_id },
    isBroken: row.is_broken === 1,
    brokenAtMs: row.broken_at_ms,
    createdAtMs: row.created_at_ms,
    createdBy: row.created_by,
  };
}
