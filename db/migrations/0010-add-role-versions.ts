// Schema step 10: roles that the practice makes itself, with their versions, parents, policies and dated changes.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const ROLE_SQL = `
ALTER TABLE role ADD COLUMN parent_id TEXT REFERENCES role (id);
ALTER TABLE role ADD COLUMN tasks TEXT;
CREATE INDEX role_by_parent ON role (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE role_narrowing (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  permission TEXT NOT NULL,
  PRIMARY KEY (role_id, permission)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_policy (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  policy_id TEXT NOT NULL REFERENCES role (id),
  PRIMARY KEY (role_id, policy_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_policy_by_policy ON role_policy (policy_id);

CREATE TABLE role_version (
  role_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  parent_id TEXT,
  policies TEXT NOT NULL,
  permissions TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_user_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (role_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_change (
  role_id TEXT PRIMARY KEY REFERENCES role (id) ON DELETE CASCADE,
  fields TEXT NOT NULL,
  confirms_widening INTEGER NOT NULL CHECK (confirms_widening IN (0, 1)),
  effective_at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  by_user_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX role_change_by_time ON role_change (effective_at_ms);
`;

const PROTECTED: readonly (readonly [string, string, string?])[] = [
  ['role_narrowing', 'role_id', 'permission'],
  ['role_policy', 'role_id', 'policy_id'],
  ['role_version', 'role_id', 'number'],
  ['role_change', 'role_id'],
];

/** Adds parent, narrowings and policies of roles, their old versions, and changes that wait for their day.
 *  A NULL parent, as in rows from before, stands for none. Versions outlive their role. */
export const addRoleVersions: Migration = {
  version: 10,
  up(target) {
    target.execute(ROLE_SQL);
    for (const [table, first, second] of PROTECTED) target.execute(protectTable(table, first, second));
  },
};
