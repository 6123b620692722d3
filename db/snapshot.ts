// An encrypted copy of the practice file under the same key, consistent at one moment.
import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';

/** What a snapshot needs of a connection. */
export interface SnapshotSource {
  prepare(sql: string): { run(path: string): unknown };
}

/** Copies the file behind `source` to `targetPath` (which must not exist) by VACUUM INTO, and syncs it.
 *  The copy keeps cipher and key: `backup()` fails on keyed files and `serialize()` would be plain text.
 *  On any error the partial copy is removed and the error thrown on. Must not run inside a transaction. */
export function snapshotDatabase(source: SnapshotSource, targetPath: string): void {
  // Asked first, so that the clean-up below can only ever remove our own partial copy.
  if (existsSync(targetPath)) throw new Error('the copy would overwrite a file');
  try {
    source.prepare('VACUUM INTO ?').run(targetPath);
  } catch (error) {
    rmSync(targetPath, { force: true });
    throw error;
  }
  syncFile(targetPath);
}

/** Makes a written file durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
