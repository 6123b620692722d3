// Reading and writing transactions: synchronous, branded, and never committed with an unaudited change.
import type { Database, Statement } from './database.ts';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** Proof of standing inside a transaction; repositories that only read take this first. */
export interface ReadTx {
  readonly [readBrand]: true;
  /** A statement from the connection's cache; `R` is the row the SQL selects. Throws after the transaction ended. */
  prepare<R = unknown>(sql: string): Statement<R>;
}

/** Proof of standing inside BEGIN IMMEDIATE; a WriteTx may be passed where a ReadTx is asked. */
export interface WriteTx extends ReadTx {
  readonly [writeBrand]: true;
}

/** Thrown by write() when rows of a protected table changed and no audit entry covered them; all is rolled back. */
export class UnauditedChangeError extends Error {
  constructor() {
    super('protected rows changed without an audit entry');
    this.name = 'UnauditedChangeError';
  }
}

const live = new WeakMap<ReadTx, Database>();

/** Runs `work` in one read transaction, so it sees one state and can change nothing (see readOnly()).
 *  `work` must be synchronous; a returned promise is an error. Transactions do not nest. */
export function read<T>(db: Database, work: (tx: ReadTx) => T): T {
  refuseNesting(db);
  return run(
    db,
    'BEGIN',
    (tx) => readOnly(tx, work),
    () => undefined,
  );
}

/** Runs `work` in BEGIN IMMEDIATE and commits; anything thrown rolls everything back and is thrown on.
 *  INVARIANT: no entry, no change: throws UnauditedChangeError when appendEntry() has not covered every changed row.
 *  `work` must be synchronous; a returned promise is an error. Transactions do not nest. */
export function write<T>(db: Database, work: (tx: WriteTx) => T): T {
  refuseNesting(db);
  return run(db, 'BEGIN IMMEDIATE', work, (tx) => {
    const pending = tx.prepare('SELECT 1 FROM pending_entity LIMIT 1').get();
    if (pending !== undefined) throw new UnauditedChangeError();
  });
}

/** Runs the handler of a query inside a write transaction (which will hold its audit entry): every statement that could
 *  change the file, or that returns no rows, is refused before it runs. Narrower than `query_only`, which lets COMMIT,
 *  ATTACH and PRAGMA through, and cheaper, because switching that makes SQLite prepare every statement anew.
 *  INVARIANT: SQLite itself judges whether a statement can change the file; no function or virtual table of ours writes. */
export function readOnly<T>(tx: WriteTx, work: (tx: ReadTx) => T): T {
  const db = databaseOf(tx);
  const inner = {
    prepare<R>(sql: string): Statement<R> {
      const statement = databaseOf(inner).prepare<R>(sql);
      if (!statement.readonly || !statement.reader) throw new Error('a query may only use readonly statements');
      return statement;
    },
  } as ReadTx;
  live.set(inner, db);
  try {
    return work(inner);
  } finally {
    live.delete(inner);
  }
}

function run<T>(db: Database, begin: string, work: (tx: WriteTx) => T, beforeCommit: (tx: WriteTx) => void): T {
  db.prepare(begin).run();
  const tx = mint(db);
  try {
    const result = work(tx);
    if (result instanceof Promise) throw new TypeError('a transaction must be synchronous');
    beforeCommit(tx);
    db.prepare('COMMIT').run();
    return result;
  } catch (error) {
    // A failed commit (disk full) may or may not have ended the transaction by itself.
    if (db.isOpen && db.inTransaction) db.prepare('ROLLBACK').run();
    throw error;
  } finally {
    live.delete(tx);
  }
}

function mint(db: Database): WriteTx {
  const tx = {
    prepare<R>(sql: string): Statement<R> {
      return databaseOf(tx).prepare<R>(sql);
    },
  } as WriteTx;
  live.set(tx, db);
  return tx;
}

function databaseOf(tx: ReadTx): Database {
  const db = live.get(tx);
  if (db === undefined) throw new Error('the transaction has ended');
  return db;
}

function refuseNesting(db: Database): void {
  if (db.inTransaction) throw new Error('transactions do not nest');
}
