// The settings every connection must have, and the refusal when one does not hold.
import { DatabaseOpenError } from './database.ts';

/** Reads or sets one pragma. */
export interface PragmaSource {
  pragma(text: string): unknown;
}

/** Name, the value set, and the value SQLite must then report.
 *  Source: security.md 1.4 (each line has a measured failure behind it). `recursive_triggers` makes a row replaced by
 *  INSERT OR REPLACE fire its delete trigger, without which it would leave no audit trace. */
export const CONNECTION_RULES = [
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['recursive_triggers', 'ON', 1],
] as const;

// The release that mended the loss of commits after a WAL reset.
const LOWEST_SQLITE = [3, 51, 3] as const;

/** Sets every rule on a fresh connection. */
export function applyConnectionRules(source: PragmaSource): void {
  for (const [name, value] of CONNECTION_RULES) source.pragma(`${name}=${value}`);
}

/** Throws DatabaseOpenError 'pragma' unless every rule holds now. */
export function assertConnectionRules(source: PragmaSource): void {
  for (const [name, , expected] of CONNECTION_RULES) {
    if (source.pragma(name) !== expected)
      throw new DatabaseOpenError('pragma', `connection rule \`${name}\` does not hold`);
  }
}

/** Throws DatabaseOpenError 'pragma' for an SQLite older than the floor. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, floor] of LOWEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > floor) return;
    if (part < floor) throw new DatabaseOpenError('pragma', `the SQLite version is below ${LOWEST_SQLITE.join('.')}`);
  }
}
