// One program per vault: an exclusive lock on a tiny database file, which dies with the process that holds it.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface VaultLock {
  release(): void;
}

/** The lock, or `null` when another process holds it. A lock left by a killed process never blocks. */
export function acquireVaultLock(vaultDir: string): VaultLock | null {
  mkdirSync(vaultDir, { recursive: true, mode: 0o700 });
  const database = new Database(join(vaultDir, 'lock.db'), { timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release: () => {
      if (!database.open) return;
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
