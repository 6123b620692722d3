// The only file that imports the driver: opens the encrypted practice file under asserted rules, or says why not.
import { closeSync, copyFileSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { applyConnectionRules, assertConnectionRules, assertSqliteVersion } from './connectionRules.ts';
import { type Database, DatabaseOpenError, databaseErrorCode, type Statement } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './migrations/runner.ts';
import { type SchemaObject, schemaDigest } from './schemaDigest.ts';
import { snapshotDatabase, syncFile } from './snapshot.ts';

export { DatabaseOpenError, isDiskFull } from './database.ts';

/** What opening needs. `pageKey` is the raw 32-byte page key; the caller keeps and wipes it. */
export interface OpenOptions {
  readonly path: string;
  readonly pageKey: Buffer;
  /** Make the file when it is missing (first run). Without it a missing file is an error. */
  readonly create?: boolean;
}

/** The multiple-ciphers build adds keying; the types of the plain driver do not know it. */
interface KeyedDriver extends Driver.Database {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

const BUSY_TIMEOUT_MS = 1_000;
const PAGE_KEY_BYTES = 32;
const IN_MEMORY = ':memory:';

/** Opens the practice file: sidecar check, key, connection rules, trial read, migration (copy first), schema check.
 *  While open, a mark `<path>-open` lies beside the file; a journal found without that mark was planted and is refused.
 *  Before a migration a copy is left at `<path>-before-<version>`.
 *  Throws DatabaseOpenError and nothing else for any state of the file; nothing stays open after an error.
 *  Source: security.md 1.4, connection rules. */
export function openDatabase(options: OpenOptions): Database {
  const { path, pageKey, create = false } = options;
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (isNew && !create) throw new DatabaseOpenError('missing', 'the practice file is missing or empty');
  const wasDirty = refuseForeignSidecars(path);
  let driver: KeyedDriver | undefined;
  try {
    assertWritable(path, isNew);
    driver = openKeyed(path, pageKey);
    assertReadable(driver, path);
    const connection = driver;
    const version = migrate(migratable(connection), MIGRATIONS, (from) => {
      const copy = `${path}-before-${from + 1}`;
      rmSync(copy, { force: true });
      snapshotDatabase(migratable(connection), copy);
    });
    if (schemaDigest(schemaObjects(connection)) !== expectedSchemaDigest()) {
      throw new DatabaseOpenError('damaged', 'the schema is not the one this version writes');
    }
    assertConnectionRules(pragmas(connection));
    return wrap(connection, path, wasDirty, version);
  } catch (error) {
    driver?.close();
    if (!wasDirty) rmSync(markPath(path), { force: true });
    throw asOpenError(error);
  }
}

/** Writes a copy of the closed or idle file at `sourcePath` to `targetPath` under the key `to`, and verifies it.
 *  The source is only read. On any error the target is removed. Throws DatabaseOpenError.
 *  A copy is rekeyed, never the file itself, so that a crash leaves the old file whole. */
export function rekeyDatabase(from: Buffer, to: Buffer, sourcePath: string, targetPath: string): void {
  let driver: KeyedDriver | undefined;
  try {
    copyFileSync(sourcePath, targetPath);
    driver = openKeyed(targetPath, from);
    assertReadable(driver, targetPath);
    const key = rawKey(to);
    driver.rekey(key);
    key.fill(0);
    driver.close();
    driver = openKeyed(targetPath, to);
    if (driver.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new DatabaseOpenError('damaged', 'the rekeyed copy did not pass its check');
    }
    driver.close();
    syncFile(targetPath);
  } catch (error) {
    driver?.close();
    rmSync(targetPath, { force: true });
    throw asOpenError(error);
  }
}

/** A database of its own in memory, empty: for questions about a state that is not the present one (N7). It never touches
 *  the disk and is gone after close(). */
export function openInMemory(): Database {
  const driver = new Driver(IN_MEMORY);
  driver.pragma('temp_store=MEMORY');
  return wrap(driver, IN_MEMORY, false, 0);
}

/** Reads every page and index of the open file; an empty list means it is whole. Slow: about 1 s per 100 MB. */
export function findDamage(db: Database): string[] {
  try {
    const rows = db.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (databaseErrorCode(error) === null) throw error;
    return ['a page could not be read'];
  }
}

function openKeyed(path: string, pageKey: Buffer): KeyedDriver {
  const driver = new Driver(path, { timeout: BUSY_TIMEOUT_MS }) as KeyedDriver;
  try {
    driver.pragma("cipher='sqlcipher'");
    driver.pragma('legacy=4');
    const key = rawKey(pageKey);
    driver.key(key);
    key.fill(0);
    assertSqliteVersion(String(driver.prepare('SELECT sqlite_version()').pluck().get()));
    applyConnectionRules(pragmas(driver));
    assertConnectionRules(pragmas(driver));
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

// The `raw:` prefix hands the 32 bytes to the page cipher as they are; without it they would pass through PBKDF2.
function rawKey(pageKey: Buffer): Buffer {
  if (pageKey.length !== PAGE_KEY_BYTES) throw new RangeError(`the page key must have ${PAGE_KEY_BYTES} bytes`);
  return Buffer.concat([Buffer.from('raw:'), pageKey]);
}

// A stale page accepted as new is the one thing the page cipher cannot see, so nothing is replayed unasked.
function refuseForeignSidecars(path: string): boolean {
  const wasDirty = existsSync(markPath(path));
  const suffixes = wasDirty ? ['-wal', '-shm'] : ['-wal', '-shm', '-journal'];
  for (const suffix of suffixes) {
    if (existsSync(path + suffix)) throw new DatabaseOpenError('sidecar', `a foreign file \`${suffix}\` lies beside`);
  }
  return wasDirty;
}

// SQLite falls back to reading silently, so writing is tried first: the file, and its folder by way of the mark.
function assertWritable(path: string, isNew: boolean): void {
  if (!isNew) closeSync(openSync(path, 'r+'));
  closeSync(openSync(markPath(path), 'w', 0o600));
}

function assertReadable(driver: Driver.Database, path: string): void {
  try {
    driver.exec('BEGIN IMMEDIATE; ROLLBACK');
    driver.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    const isCut = statSync(path).size % 4096 !== 0;
    if (databaseErrorCode(error) === 'wrongKey' && isCut) {
      throw new DatabaseOpenError('damaged', 'the file does not end at a page border', error);
    }
    throw error;
  }
}

let expectedDigest: string | undefined;

function expectedSchemaDigest(): string {
  if (expectedDigest === undefined) {
    const blank = new Driver(':memory:');
    migrate(migratable(blank), MIGRATIONS, () => undefined);
    expectedDigest = schemaDigest(schemaObjects(blank));
    blank.close();
  }
  return expectedDigest;
}

function schemaObjects(driver: Driver.Database): SchemaObject[] {
  const sql = 'SELECT type, name, tbl_name AS tableName, sql FROM sqlite_schema ORDER BY type, name';
  return driver.prepare<[], SchemaObject>(sql).all();
}

function pragmas(driver: Driver.Database): { pragma(text: string): unknown } {
  return { pragma: (text) => driver.pragma(text, { simple: true }) };
}

function migratable(driver: Driver.Database) {
  return {
    execute: (sql: string) => void driver.exec(sql),
    prepare: (sql: string) => driver.prepare(sql),
    ...pragmas(driver),
  };
}

function wrap(driver: Driver.Database, path: string, wasDirty: boolean, schemaVersion: number): Database {
  const statements = new Map<string, Statement>();
  return {
    path,
    wasDirty,
    schemaVersion,
    prepare<R>(sql: string): Statement<R> {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = driver.prepare(sql) as Statement;
        statements.set(sql, statement);
      }
      // The row's shape is the caller's claim about its own SQL; the driver cannot know it.
      return statement as Statement<R>;
    },
    execute: (sql) => void driver.exec(sql),
    pragma: (text) => driver.pragma(text, { simple: true }),
    get inTransaction() {
      return driver.inTransaction;
    },
    get isOpen() {
      return driver.open;
    },
    close() {
      if (!driver.open) return;
      statements.clear();
      driver.close();
      if (path !== IN_MEMORY) rmSync(markPath(path), { force: true });
    },
  };
}

function markPath(path: string): string {
  return `${path}-open`;
}

function asOpenError(error: unknown): unknown {
  const code = databaseErrorCode(error);
  if (code === null || error instanceof DatabaseOpenError) return error;
  return new DatabaseOpenError(code, 'the practice file could not be opened', error);
}
