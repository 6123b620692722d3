// Brings a file to the newest schema in one transaction, with a copy taken first.
import { DatabaseOpenError } from '../database.ts';
import type { Migration, MigrationTarget } from './migration.ts';

/** The connection as the runner needs it. */
export interface MigratableFile extends MigrationTarget {
  pragma(text: string): unknown;
}

/** Runs every step above the file's `user_version`, all in one transaction together with the new version.
 *  `takeSnapshot` is called once, before anything changes, unless the file is empty. Returns the version reached.
 *  Throws DatabaseOpenError 'newer' when the file is ahead of the list and 'damaged' when an unversioned file holds tables.
 *  Rows of protected tables that a step changes stay pending: the next appendEntry() covers them. */
export function migrate(
  file: MigratableFile,
  steps: readonly Migration[],
  takeSnapshot: (from: number) => void,
): number {
  assertOrdered(steps);
  const from = Number(file.pragma('user_version'));
  if (from > steps.length) throw new DatabaseOpenError('newer', `schema version ${from} is newer than ${steps.length}`);
  if (from === steps.length) return from;
  const isEmpty = file.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').all().length === 0;
  if (from === 0 && !isEmpty) throw new DatabaseOpenError('damaged', 'the file holds tables but no schema version');
  if (!isEmpty) takeSnapshot(from);
  file.execute('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(from)) step.up(file);
    const broken = file.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new DatabaseOpenError('damaged', 'rows point to rows that are not there');
    file.execute(`PRAGMA user_version=${steps.length}`);
    file.execute('COMMIT');
  } catch (error) {
    file.execute('ROLLBACK');
    throw error;
  }
  return steps.length;
}

function assertOrdered(steps: readonly Migration[]): void {
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1) throw new Error(`migration ${step.version} stands at place ${index + 1}`);
  }
}
