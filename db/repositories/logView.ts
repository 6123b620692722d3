// A person's own views of the activity log as stored.
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { readViewFilter, type ViewFilter } from '../../shared/catalogue/viewFilter.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

export interface StoredLogView {
  readonly viewId: string;
  readonly version: number;
  readonly name: string;
  readonly filter: ViewFilter;
}

export interface NewLogView {
  readonly viewId: string;
  readonly userId: string;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly nowMs: number;
}

/** The person's views in order of name; nobody else's. */
export function findLogViews(tx: ReadTx, userId: string): StoredLogView[] {
  return tx.prepare<ViewRow>(`${VIEW_SQL} ORDER BY name_folded`).all(userId).map(viewOf);
}

/** One view of the person, or null; a view of somebody else is not there. */
export function readLogView(tx: ReadTx, userId: string, viewId: string): StoredLogView | null {
  const row = tx.prepare<ViewRow>(`${VIEW_SQL} AND id = ?`).get(userId, viewId);
  return row === undefined ? null : viewOf(row);
}

/** The person's view of that name in any case, or null. */
export function logViewNamed(tx: ReadTx, userId: string, name: string): StoredLogView | null {
  const row = tx.prepare<ViewRow>(`${VIEW_SQL} AND name_folded = ?`).get(userId, folded(name));
  return row === undefined ? null : viewOf(row);
}

/** The person's view of exactly these filters, or null. */
export function logViewOfFilter(tx: ReadTx, userId: string, filter: ViewFilter): StoredLogView | null {
  const row = tx.prepare<ViewRow>(`${VIEW_SQL} AND filter = ?`).get(userId, canonicalJson(filter));
  return row === undefined ? null : viewOf(row);
}

/** Stores a view; the caller has checked that neither its name nor its filters are there already. */
export function insertLogView(tx: WriteTx, { viewId, userId, name, filter, nowMs }: NewLogView): void {
  tx.prepare(
    `INSERT INTO log_view (id, user_id, name, name_folded, filter, created_at_ms, changed_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(viewId, userId, name, folded(name), canonicalJson(filter), nowMs, nowMs);
}

/** Gives a view another name. */
export function renameLogView(tx: WriteTx, viewId: string, name: string, nowMs: number): void {
  tx.prepare(
    'UPDATE log_view SET name = ?, name_folded = ?, changed_at_ms = ?, version = version + 1 WHERE id = ?',
  ).run(name, folded(name), nowMs, viewId);
}

/** Removes a view. */
export function deleteLogView(tx: WriteTx, viewId: string): void {
  tx.prepare('DELETE FROM log_view WHERE id = ?').run(viewId);
}

interface ViewRow {
  id: string;
  version: number;
  name: string;
  filter: string;
}

const VIEW_SQL = 'SELECT id, version, name, filter FROM log_view WHERE user_id = ?';

function viewOf({ id, version, name, filter }: ViewRow): StoredLogView {
  return { viewId: id, version, name, filter: readViewFilter(JSON.parse(filter)) };
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
