// The open practice file as the rest of db sees it, without the driver's types.

/** What SQLite can bind. Booleans are 0 or 1; times are INTEGER milliseconds. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** A prepared statement; `R` is the shape the caller's own SQL selects. Positional or named parameters. */
export interface Statement<R = unknown> {
  /** Whether the statement cannot change the file, as SQLite itself judges it. */
  readonly readonly: boolean;
  /** Whether the statement returns rows; BEGIN, COMMIT, ATTACH and the like do not. */
  readonly reader: boolean;
  /** Runs a statement that returns no rows. */
  run(...parameters: readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]): { readonly changes: number };
  /** The first row, or undefined. */
  get(...parameters: readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]): R | undefined;
  /** Every row. */
  all(...parameters: readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]): R[];
}

/** One keyed, checked connection. Made by openDatabase() only; work goes through read() and write() of transaction.ts. */
export interface Database {
  /** The file's path, for messages and for copies. */
  readonly path: string;
  /** True when the last run ended without close(): a journal, if there was one, has been rolled back. */
  readonly wasDirty: boolean;
  /** The schema version (`user_version`). */
  readonly schemaVersion: number;
  /** A statement from the connection's cache. */
  prepare<R = unknown>(sql: string): Statement<R>;
  /** Runs SQL text without parameters. */
  execute(sql: string): void;
  /** One pragma's single value. */
  pragma(text: string): unknown;
  /** Whether a transaction is open. */
  readonly inTransaction: boolean;
  /** Whether close() has not been called. */
  readonly isOpen: boolean;
  /** Closes the file and removes the dirty-shutdown mark. Safe to call twice. */
  close(): void;
}

/** Why a file could not be opened, or stopped working. */
export type DatabaseErrorCode =
  | 'missing'
  | 'wrongKey'
  | 'damaged'
  | 'newer'
  | 'readOnly'
  | 'full'
  | 'busy'
  | 'sidecar'
  | 'pragma';

const SENTENCES: Readonly<Record<DatabaseErrorCode, string>> = {
  missing: 'The practice file is not there. Restore it from a backup.',
  wrongKey:
    'The key does not fit the practice file. The file belongs to another installation, or its start is damaged.',
  damaged: 'The practice file is damaged. Do not work in it; restore the newest backup.',
  newer: 'The practice file was written by a newer version of this program. Install that version to open it.',
  readOnly: 'The practice file or its folder cannot be written to. Allow writing to it, then try again.',
  full: 'The disk is full. Free some space, then try again; nothing was changed.',
  busy: 'Another program is using the practice file. Close that program, then try again.',
  sidecar:
    'A leftover file lies beside the practice file that this program did not leave there. Have it examined first.',
  pragma: 'The practice file could not be opened with the safety settings it needs. Reinstall the program.',
};

/** A refusal to open or use the practice file; `sentence` is plain language with what to do next. */
export class DatabaseOpenError extends Error {
  readonly code: DatabaseErrorCode;
  readonly sentence: string;
  constructor(code: DatabaseErrorCode, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'DatabaseOpenError';
    this.code = code;
    this.sentence = SENTENCES[code];
  }
}

/** The code a thrown driver or file-system error stands for, or null when it is not about the file's state. */
export function databaseErrorCode(error: unknown): DatabaseErrorCode | null {
  if (error instanceof DatabaseOpenError) return error.code;
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  if (code === 'SQLITE_NOTADB') return 'wrongKey';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'full';
  // The driver reports a write cut short by a file-size limit as an input/output error on write.
  if (code === 'SQLITE_IOERR_WRITE') return 'full';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'readOnly';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'readOnly';
  if (code.startsWith('SQLITE_IOERR')) return 'damaged';
  return code === 'ENOENT' ? 'missing' : null;
}

/** Whether `error`, thrown by any read() or write(), means that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return databaseErrorCode(error) === 'full';
}
