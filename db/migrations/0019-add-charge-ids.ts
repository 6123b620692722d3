// Schema step 19: charges keep the id of the program they were imported from.
import type { Migration } from './migration.ts';

const SQL = `
ALTER TABLE charge ADD COLUMN external_id TEXT;
CREATE UNIQUE INDEX charge_by_external_id ON charge (external_id) WHERE external_id IS NOT NULL;
`;

/** Adds the column by which a charge is known again when the same file comes a second time (S2.107). */
export const addChargeIds: Migration = {
  version: 19,
  up(target) {
    target.execute(SQL);
  },
};
