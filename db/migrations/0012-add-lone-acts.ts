// Schema step 12: who held a right that needs two people, and acts that one person did alone.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const LONE_ACT_SQL = `
ALTER TABLE refund ADD COLUMN is_approved_alone INTEGER CHECK (is_approved_alone IN (0, 1));
ALTER TABLE reconciliation ADD COLUMN is_reviewed_alone INTEGER CHECK (is_reviewed_alone IN (0, 1));

CREATE TABLE right_holder (
  user_id TEXT NOT NULL REFERENCES user (id),
  permission TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  until_ms INTEGER,
  PRIMARY KEY (user_id, permission)
) STRICT, WITHOUT ROWID;
CREATE INDEX right_holder_by_permission ON right_holder (permission, until_ms);

CREATE TABLE lone_act (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('refund', 'reconciliation')),
  record_id TEXT NOT NULL,
  label TEXT NOT NULL,
  cents INTEGER NOT NULL,
  detail TEXT NOT NULL,
  requested_at_ms INTEGER NOT NULL,
  done_at_ms INTEGER NOT NULL,
  done_by TEXT NOT NULL REFERENCES user (id),
  last_other TEXT,
  last_other_until_ms INTEGER,
  reviewer_name TEXT NOT NULL,
  reviewer_role TEXT NOT NULL,
  reviewed_by TEXT,
  reviewed_on TEXT,
  recorded_by TEXT REFERENCES user (id),
  recorded_at_ms INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (kind, record_id),
  CHECK ((reviewed_by IS NULL) = (reviewed_on IS NULL))
) STRICT;
CREATE INDEX lone_act_by_time ON lone_act (done_at_ms, id);
CREATE INDEX lone_act_waiting ON lone_act (done_at_ms, id) WHERE reviewed_on IS NULL;
CREATE INDEX lone_act_by_doer ON lone_act (done_by);
CREATE INDEX lone_act_by_recorder ON lone_act (recorded_by) WHERE recorded_by IS NOT NULL;
`;

// Nobody knows from before who held which right when: everybody who ever signed in counts, until it is seen that they do not.
const EVERYBODY_SQL = `INSERT INTO right_holder (user_id, permission, since_ms, until_ms)
  SELECT id, 'financial:approve', created_at_ms, NULL FROM user WHERE last_sign_in_at_ms IS NOT NULL`;

/** Adds the notes of who held an approving right, and the acts done alone. NULL in a new column stands for "no". */
export const addLoneActs: Migration = {
  version: 12,
  up(target) {
    target.execute(LONE_ACT_SQL);
    target.execute(protectTable('right_holder', 'user_id', 'permission'));
    target.execute(protectTable('lone_act', 'id'));
    target.execute(EVERYBODY_SQL);
  },
};
