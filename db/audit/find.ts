// Pages of the activity log, newest first, and the choices its filters offer.
import type { ReadTx } from '../transaction.ts';
import { head } from './append.ts';
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
    const rows = tx.prepare<Candidate>(candidateSql(driver)).all(...driver.parameters, span.first, before, size);
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

/** How many entries match, or null when telling would take reading too much of the log. */
export function countEntries(tx: ReadTx, filter: AuditFilter): number | null {
  const span = spanOf(tx, filter);
  const driver = driverOf(filter);
  if (span.last < span.first) return 0;
  if (driver.isExact && driver.where === '') return span.last - span.first + 1;
  const rest = driver.isExact ? '' : ` LIMIT ${REACH + 1}`;
  const found = tx
    .prepare<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM audit_entry ${driver.index}
       WHERE ${driver.where} number >= ? AND number <= ?${rest})`,
    )
    .get(...driver.parameters, span.first, span.last);
  const candidates = found?.count ?? 0;
  if (driver.isExact) return candidates;
  if (candidates > REACH) return null;
  const rows = tx.prepare<Candidate>(candidateSql(driver)).all(...driver.parameters, span.first, span.last + 1, REACH);
  return rows.filter((row) => matchesFilter(JSON.parse(row.body) as StoredAuditEntry, filter)).length;
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
export function listValues(tx: ReadTx, column: 'event' | 'object_type'): string[] {
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

interface Driver {
  readonly index: string;
  readonly where: string;
  readonly parameters: readonly (string | null)[];
  /** Whether index and span already are the whole filter. */
  readonly isExact: boolean;
}

// The most selective first: a patient has few entries, an event many. The rest is checked entry by entry.
function driverOf(filter: AuditFilter): Driver {
  const { patientId, actorId, outcome, event, objectType, text } = filter;
  const asked = [patientId, actorId, outcome, event, objectType].filter((value) => value !== undefined).length;
  const isExact = asked === 1 && (text ?? '').trim() === '';
  const by = (index: string, where: string, ...parameters: (string | null)[]): Driver => ({
    index: `INDEXED BY audit_entry_by_${index}`,
    where: `${where} AND`,
    parameters,
    isExact,
  });
  if (patientId !== undefined) return by('patient', 'patient_id = ?', patientId);
  if (actorId !== undefined) return by('actor', 'actor_id IS ?', actorId);
  if (outcome !== undefined && outcome !== 'succeeded') {
    return by('trouble', "outcome = ? AND outcome <> 'succeeded'", outcome);
  }
  if (event !== undefined) return by('event', 'event = ?', event);
  if (objectType !== undefined) return by('object', 'object_type = ?', objectType);
  return { index: '', where: '', parameters: [], isExact: asked === 0 && (text ?? '').trim() === '' };
}

function candidateSql(driver: Driver): string {
  return `SELECT number, body FROM audit_entry ${driver.index}
    WHERE ${driver.where} number >= ? AND number < ? ORDER BY number DESC LIMIT ?`;
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
