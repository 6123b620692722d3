// Pages of the activity log, newest first, and the choices its filters offer.
import type { ReadTx } from '../transaction.ts';
import { head } from './append.ts';
import { candidatesSql, countSql, driverOf } from './driver.ts';
import type { StoredAuditEntry } from './entry.ts';
import { type AuditFilter, matchesFilter } from './filter.ts';

/** One page. `next` is the `before` of the following page; null means that the log's beginning was reached.
 *  A page may be short, even empty, while `next` is not null: a rare match was not found within one call's reach. */
export interface AuditPage {
  readonly entries: readonly StoredAuditEntry[];
  readonly next: number | null;
}

/** Someone who appears in the log, by the name of their latest entry; `id` null stands for "before sign-in". */
export interface AuditActorChoice {
  readonly id: string | null;
  readonly loginId: string | null;
  readonly name: string | null;
}

// One call looks at this many candidates at most, so that a search never holds the program.
const REACH = 10_000;
const CHUNK = 500;
// A count is a courtesy of the screen: it may cost about as much as the page itself and no more.
const COUNTED_AT_MOST = 10_000;
const READ_TO_COUNT = 1_000;

/** The newest `limit` entries that match, with numbers below `before`. By index for every single filter.
 *  Units: `before` is an entry number, as returned in `next`. */
export function findEntries(
  tx: ReadTx,
  filter: AuditFilter,
  page: { limit: number; before?: number | undefined },
): AuditPage {
  const span = spanOf(tx, filter);
  const driver = driverOf(filter);
  const entries: StoredAuditEntry[] = [];
  let before = Math.min(page.before ?? Number.MAX_SAFE_INTEGER, span.last + 1);
  for (let looked = 0; looked < REACH; ) {
    // The first chunk is one page: with a single filter every candidate matches.
    const size = looked === 0 ? page.limit + 1 : CHUNK;
    const { sql, parameters } = candidatesSql(driver, span.first, before, size);
    const rows = tx.prepare<Candidate>(sql).all(...parameters);
    for (const row of rows) {
      if (entries.length === page.limit) return { entries, next: before };
      before = row.number;
      const entry = JSON.parse(row.body) as StoredAuditEntry;
      if (matchesFilter(entry, filter)) entries.push(entry);
    }
    looked += rows.length;
    if (rows.length < size) return { entries, next: null };
  }
  return { entries, next: before };
}

/** How many match. `isAtLeast`: telling exactly would take reading too much of the log, so there may be more. */
export interface AuditCount {
  readonly count: number;
  readonly isAtLeast: boolean;
}

/** How many entries match, counted no further than COUNTED_AT_MOST by index, and among the newest
 *  READ_TO_COUNT candidates where no index holds the whole filter. */
export function countEntries(tx: ReadTx, filter: AuditFilter): AuditCount {
  const span = spanOf(tx, filter);
  const driver = driverOf(filter);
  if (span.last < span.first) return { count: 0, isAtLeast: false };
  if (driver.isExact && driver.branches.length === 0) return { count: span.last - span.first + 1, isAtLeast: false };
  if (!driver.isExact) {
    const { sql, parameters } = candidatesSql(driver, span.first, span.last + 1, READ_TO_COUNT);
    const rows = tx.prepare<Candidate>(sql).all(...parameters);
    const matching = rows.filter((row) => matchesFilter(JSON.parse(row.body) as StoredAuditEntry, filter));
    return { count: matching.length, isAtLeast: rows.length === READ_TO_COUNT };
  }
  const { sql, parameters } = countSql(driver, span.first, span.last, COUNTED_AT_MOST + 1);
  const count = tx.prepare<{ count: number }>(sql).get(...parameters)?.count ?? 0;
  return { count: Math.min(count, COUNTED_AT_MOST), isAtLeast: count > COUNTED_AT_MOST };
}

/** Everybody who ever acted, leavers included, by latest name. */
export function listActors(tx: ReadTx): AuditActorChoice[] {
  const bodies = tx
    .prepare<{ body: string }>(
      // Hops from one id to the next in the index instead of reading every entry.
      `WITH RECURSIVE actor (id) AS (
         SELECT min(actor_id) FROM audit_entry
         UNION ALL
         SELECT (SELECT min(actor_id) FROM audit_entry WHERE actor_id > actor.id) FROM actor WHERE actor.id IS NOT NULL)
       SELECT body FROM audit_entry WHERE number IN (
         SELECT (SELECT max(number) FROM audit_entry WHERE actor_id IS actor.id) FROM actor)`,
    )
    .all();
  return bodies
    .map(({ body }) => (JSON.parse(body) as StoredAuditEntry).actor)
    .map(({ id, loginId, name }) => (id === null ? { id, loginId: null, name: null } : { id, loginId, name }))
    .sort((left, right) => (left.name ?? '').localeCompare(right.name ?? '', 'en'));
}

/** The values of `column` that occur in the log, in order. */
export function listValues(tx: ReadTx, column: 'event' | 'object_type' | 'workstation'): string[] {
  const rows = tx
    .prepare<{ value: string | null }>(
      `WITH RECURSIVE found (value) AS (
         SELECT min(${column}) FROM audit_entry WHERE ${column} IS NOT NULL
         UNION ALL
         SELECT (SELECT min(${column}) FROM audit_entry WHERE ${column} > found.value) FROM found
         WHERE found.value IS NOT NULL)
       SELECT value FROM found WHERE value IS NOT NULL`,
    )
    .all();
  return rows.flatMap(({ value }) => (value === null ? [] : [value]));
}

/** The span of entry numbers the filter's times stand for; `last` < `first` when there is none.
 *  By halving, because times never decrease along the log. */
export function spanOf(tx: ReadTx, filter: AuditFilter): { first: number; last: number } {
  const end = head(tx).number;
  const first = filter.fromMs === undefined ? 1 : firstAtOrAfter(tx, filter.fromMs, end);
  const last = filter.toMs === undefined ? end : firstAtOrAfter(tx, filter.toMs + 1, end) - 1;
  return { first, last };
}

interface Candidate {
  number: number;
  body: string;
}

function firstAtOrAfter(tx: ReadTx, atMs: number, end: number): number {
  const timeOf = tx.prepare<{ at_ms: number }>('SELECT at_ms FROM audit_entry WHERE number = ?');
  let low = 1;
  let high = end + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((timeOf.get(middle)?.at_ms ?? Number.POSITIVE_INFINITY) >= atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
