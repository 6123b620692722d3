// Checks that the row hashes stored for a span of entries are exactly those the entries vouch for.
import type { Hash } from 'node:crypto';
import type { Database } from '../database.ts';
import { read } from '../transaction.ts';
import { addToEntityDigest, startEntityDigest } from './entityHash.ts';
import type { EntityDigest, StoredAuditEntry } from './entry.ts';
import type { Progress } from './sliced.ts';

/** The first thing that does not fit. `number` is the entry concerned; null when a row has no entry at all. */
export interface LogBreak {
  readonly number: number | null;
  readonly kind:
    | 'missingEntry'
    | 'changedEntry'
    | 'misplacedEntry'
    | 'foreignEntry'
    | 'checkpoint'
    | 'rowHashes'
    | 'changedRow'
    | 'missingRow'
    | 'unauditedRow';
  /** Plain language, without data of the row. */
  readonly sentence: string;
}

/** One stored entry, as bytes hash and as text. */
export interface EntryRow {
  readonly number: number;
  readonly body: string;
  readonly hash: Buffer;
}

interface EntityRowHash {
  number: number;
  table_name: string;
  row_id: string;
  generation: number;
  hash: Buffer;
}

const BATCH = 512;
// INDEXED BY makes it an error, not a slow scan, should the index ever be lost.
const HASHES_SQL = `SELECT number, table_name, row_id, generation, hash
  FROM audit_entity INDEXED BY audit_entity_by_number
  WHERE (number, table_name, row_id) > (?, ?, ?) AND number <= ?
  ORDER BY number, table_name, row_id LIMIT ${BATCH}`;

/** Compares the stored row hashes of `entries` (a gapless, already chained run after `after`) with their digests.
 *  Returns the break with the lowest number, or null. Yields between batches: one entry may cover 100,000 rows. */
export function* findEntityBreak(
  db: Database,
  entries: readonly EntryRow[],
  after: number,
  total: number,
): Generator<Progress, LogBreak | null> {
  const lastEntry = entries.at(-1);
  if (lastEntry === undefined) return null;
  const walk = new DigestWalk(db, after, lastEntry.number);
  for (const entry of entries) {
    const expected = entitiesOf(entry.body);
    const actual = yield* walk.next(entry.number, total);
    if (!isSame(expected, actual)) {
      const sentence = `The row hashes of entry ${entry.number} are not the ones the entry vouches for.`;
      return { number: entry.number, kind: 'rowHashes', sentence };
    }
  }
  return null;
}

// Reads the row hashes of a span in order, batch by batch, and sums them up per entry.
class DigestWalk {
  readonly #db: Database;
  readonly #last: number;
  #cursor: { number: number; table: string; row: string };
  #batch: EntityRowHash[] = [];
  #place = 0;
  #isAtEnd = false;

  constructor(db: Database, after: number, last: number) {
    this.#db = db;
    this.#last = last;
    this.#cursor = { number: after + 1, table: '', row: '' };
  }

  *next(number: number, total: number): Generator<Progress, EntityDigest | null> {
    let digest: Hash | undefined;
    let count = 0;
    let generation = 0;
    for (;;) {
      const row = this.#peek();
      if (row === undefined && !this.#isAtEnd) {
        this.#fill();
        yield { done: number, total };
        continue;
      }
      if (row === undefined || row.number !== number) break;
      digest ??= startEntityDigest();
      addToEntityDigest(digest, row.table_name, row.row_id, row.hash);
      // Mixed generations cannot come from appendEntry, so they must not sum up to a match.
      generation = count === 0 || generation === row.generation ? row.generation : -1;
      count += 1;
      this.#place += 1;
    }
    return digest === undefined ? null : { count, digest: digest.digest('hex'), generation };
  }

  #peek(): EntityRowHash | undefined {
    return this.#batch[this.#place];
  }

  #fill(): void {
    const { number, table, row } = this.#cursor;
    this.#batch = read(this.#db, (tx) => tx.prepare<EntityRowHash>(HASHES_SQL).all(number, table, row, this.#last));
    this.#place = 0;
    this.#isAtEnd = this.#batch.length < BATCH;
    const last = this.#batch.at(-1);
    if (last !== undefined) this.#cursor = { number: last.number, table: last.table_name, row: last.row_id };
  }
}

/** The digest a stored body vouches for, or null. Parses only bodies that have one. */
function entitiesOf(body: string): EntityDigest | null {
  if (!body.includes('"entities":{')) return null;
  return (JSON.parse(body) as StoredAuditEntry).entities;
}

function isSame(left: EntityDigest | null, right: EntityDigest | null): boolean {
  if (left === null || right === null) return left === right;
  return left.count === right.count && left.digest === right.digest && left.generation === right.generation;
}
