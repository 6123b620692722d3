// A practice file brought to a chosen schema version only, for the four steps of a migration test.
import { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../../db/migrations/migration.ts';
import { migrate } from '../../db/migrations/runner.ts';

export interface VersionedFile {
  execute(sql: string): void;
  all(sql: string): unknown[];
  /** Runs the steps up to `version`; returns the versions a copy was taken at. */
  migrateTo(version: number): number[];
  readonly version: number;
  close(): void;
}

/** An in-memory file at `version` (0: empty). Plain SQLite on purpose: steps know nothing of the cipher. */
export function openAtVersion(steps: readonly Migration[], version: number): VersionedFile {
  const db = new DatabaseSync(':memory:');
  const pragma = (text: string) => Object.values(db.prepare(`PRAGMA ${text}`).get() ?? {})[0];
  const target = {
    execute: (sql: string) => db.exec(sql),
    prepare: (sql: string) => {
      const statement = db.prepare(sql);
      return {
        run: (...parameters: readonly (string | number | null)[]) => statement.run(...parameters),
        // Copied because rows come without a prototype, which no comparison expects.
        all: (...parameters: readonly (string | number | null)[]) =>
          statement.all(...parameters).map((row) => ({ ...row })),
      };
    },
    pragma,
  };
  const file: VersionedFile = {
    execute: target.execute,
    all: (sql) => target.prepare(sql).all(),
    migrateTo(wanted) {
      const copies: number[] = [];
      migrate(target, steps.slice(0, wanted), (from) => copies.push(from));
      return copies;
    },
    get version() {
      return Number(pragma('user_version'));
    },
    close: () => db.close(),
  };
  if (version > 0) file.migrateTo(version);
  return file;
}
