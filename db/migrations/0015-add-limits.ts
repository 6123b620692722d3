// Schema step 15: locations as a tree and as limits, terms of what is given, hours and conditions of roles, shared patients.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const LOCATION_SQL = `
ALTER TABLE location ADD COLUMN parent_id TEXT REFERENCES location (id);
CREATE INDEX location_by_parent ON location (parent_id) WHERE parent_id IS NOT NULL;

ALTER TABLE user ADD COLUMN location_scope TEXT CHECK (location_scope IN ('all', 'selected'));
ALTER TABLE user ADD COLUMN patient_id TEXT REFERENCES patient (id);
CREATE UNIQUE INDEX user_by_patient ON user (patient_id) WHERE patient_id IS NOT NULL;

CREATE TABLE user_location (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  location_id TEXT NOT NULL REFERENCES location (id),
  PRIMARY KEY (user_id, location_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_location_by_location ON user_location (location_id);
`;

const TERMS_SQL = `
ALTER TABLE user_role ADD COLUMN valid_from TEXT;
ALTER TABLE user_role ADD COLUMN valid_until TEXT;
ALTER TABLE user_role ADD COLUMN is_bound INTEGER CHECK (is_bound IN (0, 1));
ALTER TABLE user_permission ADD COLUMN valid_from TEXT;
ALTER TABLE user_permission ADD COLUMN valid_until TEXT;

CREATE TABLE user_role_location (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  role_id TEXT NOT NULL,
  location_id TEXT NOT NULL REFERENCES location (id),
  UNIQUE (user_id, role_id, location_id),
  FOREIGN KEY (user_id, role_id) REFERENCES user_role (user_id, role_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX user_role_location_by_location ON user_role_location (location_id);

CREATE TABLE role_hours (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 0 AND 1440),
  PRIMARY KEY (role_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_condition (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  permission TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (role_id, place)
) STRICT, WITHOUT ROWID;

ALTER TABLE role_version ADD COLUMN hours TEXT;
ALTER TABLE role_version ADD COLUMN conditions TEXT;
`;

const GRANT_SQL = `
CREATE TABLE patient_grant (
  id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX patient_grant_by_user ON patient_grant (user_id, valid_until);
CREATE INDEX patient_grant_by_patient ON patient_grant (patient_id);
CREATE INDEX patient_grant_by_end ON patient_grant (valid_until, id);
`;

const PROTECTED: readonly (readonly [string, string, string?])[] = [
  ['user_location', 'user_id', 'location_id'],
  ['user_role_location', 'id'],
  ['role_hours', 'role_id', 'place'],
  ['role_condition', 'role_id', 'place'],
  ['patient_grant', 'id'],
];

/** Adds what limits people by place, time and condition. NULL in a new column, as in rows from before, is no limit. */
export const addLimits: Migration = {
  version: 15,
  up(target) {
    for (const sql of [LOCATION_SQL, TERMS_SQL, GRANT_SQL]) target.execute(sql);
    for (const [table, first, second] of PROTECTED) target.execute(protectTable(table, first, second));
  },
};
