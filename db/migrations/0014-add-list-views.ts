// Schema step 14: views of more lists than the activity log, and the columns a person chose for a list.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const VIEW_SQL = `
ALTER TABLE log_view ADD COLUMN list TEXT;

CREATE TABLE list_layout (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  columns TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (user_id, list)
) STRICT, WITHOUT ROWID;
`;

/** A view without a list, as in rows from before, is one of the activity log. */
export const addListViews: Migration = {
  version: 14,
  up(target) {
    target.execute(VIEW_SQL);
    target.execute(protectTable('list_layout', 'user_id', 'list'));
  },
};
