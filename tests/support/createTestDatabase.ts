// A real encrypted practice file in a folder of its own, for tests.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityKey } from '../../db/audit/append.ts';
import type { Database } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';

export interface TestDatabase {
  readonly db: Database;
  readonly path: string;
  readonly directory: string;
  readonly keys: EntityKey & { readonly pageKey: Buffer };
  /** Closes the file and removes its folder. */
  close(): void;
}

/** A new, empty, migrated practice file with random keys. */
export function createTestDatabase(): TestDatabase {
  const directory = mkdtempSync(join(tmpdir(), 'keyward-test-'));
  const path = join(directory, 'console.db');
  const keys = { pageKey: randomBytes(32), entityKey: randomBytes(32), generation: 1 };
  const db = openDatabase({ path, pageKey: keys.pageKey, create: true });
  return {
    db,
    path,
    directory,
    keys,
    close() {
      db.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
