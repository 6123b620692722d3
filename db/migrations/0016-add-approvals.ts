// Schema step 16: changes of rights that wait for a second person, and who was given which role when and by whom.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const APPROVAL_SQL = `
CREATE TABLE rights_proposal (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('role', 'user')),
  target_id TEXT NOT NULL,
  target_name TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  input TEXT,
  changes TEXT NOT NULL,
  reason TEXT NOT NULL,
  effective_at_ms INTEGER,
  by_user_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn')),
  decided_by TEXT,
  decided_at_ms INTEGER,
  decision_reason TEXT,
  CHECK ((state = 'waiting') = (decided_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX rights_proposal_waiting ON rights_proposal (kind, target_id) WHERE state = 'waiting';
CREATE INDEX rights_proposal_by_decision ON rights_proposal (decided_at_ms);

ALTER TABLE role_version ADD COLUMN approved_by TEXT;
ALTER TABLE role_change ADD COLUMN approved_by TEXT;

CREATE TABLE given_role (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  role_id TEXT NOT NULL,
  role_name TEXT NOT NULL,
  given_at_ms INTEGER NOT NULL,
  given_by TEXT NOT NULL,
  given_reason TEXT,
  given_approved_by TEXT,
  taken_at_ms INTEGER,
  taken_by TEXT,
  taken_reason TEXT
) STRICT;
CREATE INDEX given_role_by_user ON given_role (user_id, role_id);
CREATE INDEX given_role_by_role ON given_role (role_id, given_at_ms);
`;

/** Adds both tables. Who approved is NULL where one person was enough; roles given before have no row of their giving. */
export const addApprovals: Migration = {
  version: 16,
  up(target) {
    target.execute(APPROVAL_SQL);
    for (const table of ['rights_proposal', 'given_role']) target.execute(protectTable(table, 'id'));
  },
};
