// A person's own views of the activity log and other lists as stored: filters under a name.
import { canonicalJson } from '../../shared/canonicalJson.ts';
import type { ViewList, ViewParts } from '../../shared/catalogue/viewLists.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

export interface StoredView<Filter> {
  readonly viewId: string;
  readonly version: number;
  readonly name: string;
  readonly filter: Filter;
}

export interface NewView<Filter> {
  readonly viewId: string;
  readonly userId: string;
  readonly name: string;
  readonly filter: Filter;
  readonly nowMs: number;
}

/** The person's views of a list in order of name; nobody else's. */
export function findViews<F extends ViewParts>(tx: ReadTx, list: ViewList<F>, userId: string): StoredView<F>[] {
  const rows = tx.prepare<ViewRow>(`${VIEW_SQL} AND ${LIST_SQL} ORDER BY name_folded`).all(userId, list.id);
  return rows.map((row) => viewOf(list, row));
}

/** One view of the person, or null; a view of somebody else or of another list is not there. */
export function readView<F extends ViewParts>(
  tx: ReadTx,
  list: ViewList<F>,
  userId: string,
  viewId: string,
): StoredView<F> | null {
  const row = tx.prepare<ViewRow>(`${VIEW_SQL} AND ${LIST_SQL} AND id = ?`).get(userId, list.id, viewId);
  return row === undefined ? null : viewOf(list, row);
}

/** The person's view of that name in any case, whatever its list, or null: a name is theirs once. */
export function viewNamed(tx: ReadTx, userId: string, name: string): { viewId: string; listId: string } | null {
  const row = tx.prepare<ViewRow>(`${VIEW_SQL} AND name_folded = ?`).get(userId, folded(name));
  return row === undefined ? null : { viewId: row.id, listId: row.list ?? FIRST_LIST };
}

/** The person's view of exactly these filters, or null. */
export function viewOfFilter<F extends ViewParts>(
  tx: ReadTx,
  list: ViewList<F>,
  userId: string,
  filter: F,
): StoredView<F> | null {
  const row = tx
    .prepare<ViewRow>(`${VIEW_SQL} AND ${LIST_SQL} AND filter = ?`)
    .get(userId, list.id, canonicalJson(filter));
  return row === undefined ? null : viewOf(list, row);
}

/** Stores a view; the caller has checked that neither its name nor its filters are there already. */
export function insertView<F extends ViewParts>(tx: WriteTx, list: ViewList<F>, view: NewView<F>): void {
  const { viewId, userId, name, filter, nowMs } = view;
  tx.prepare(
    `INSERT INTO log_view (id, user_id, list, name, name_folded, filter, created_at_ms, changed_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(viewId, userId, list.id, name, folded(name), canonicalJson(filter), nowMs, nowMs);
}

/** Gives a view another name. */
export function renameView(tx: WriteTx, viewId: string, name: string, nowMs: number): void {
  tx.prepare(
    'UPDATE log_view SET name = ?, name_folded = ?, changed_at_ms = ?, version = version + 1 WHERE id = ?',
  ).run(name, folded(name), nowMs, viewId);
}

/** Removes a view. */
export function deleteView(tx: WriteTx, viewId: string): void {
  tx.prepare('DELETE FROM log_view WHERE id = ?').run(viewId);
}

interface ViewRow {
  id: string;
  list: string | null;
  version: number;
  name: string;
  filter: string;
}

/** The list of rows from before there was a second one. */
const FIRST_LIST = 'activity';
const VIEW_SQL = 'SELECT id, list, version, name, filter FROM log_view WHERE user_id = ?';
const LIST_SQL = `coalesce(list, '${FIRST_LIST}') = ?`;

function viewOf<F extends ViewParts>(list: ViewList<F>, { id, version, name, filter }: ViewRow): StoredView<F> {
  return { viewId: id, version, name, filter: list.read(JSON.parse(filter)) };
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
