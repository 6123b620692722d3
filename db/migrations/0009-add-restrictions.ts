// Schema step 9: what is taken from a user whatever their roles give.
import type { Migration } from './migration.ts';

/** Adds the ePHI Restricted flag; NULL, as in rows from before, stands for "not restricted". */
export const addRestrictions: Migration = {
  version: 9,
  up(target) {
    target.execute('ALTER TABLE user ADD COLUMN is_phi_restricted INTEGER CHECK (is_phi_restricted IN (0, 1))');
  },
};
