// Schema step 11: tax ids of the practice, and how long it keeps its records.
import type { Migration } from './migration.ts';

/** Adds columns to the one practice row; NULL, as in a row from before, stands for "never said". */
export const addPracticeData: Migration = {
  version: 11,
  up(target) {
    for (const column of [
      'tax_id TEXT',
      'state_tax_id TEXT',
      'log_retention_years INTEGER CHECK (log_retention_years >= 6)',
      'record_retention_years INTEGER CHECK (record_retention_years >= 6)',
    ])
      target.execute(`ALTER TABLE practice ADD COLUMN ${column}`);
  },
};
