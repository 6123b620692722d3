// Schema step 1: everything the first office needs.
import { AUDIT_SQL } from './0001-audit-tables.ts';
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const PRACTICE_SQL = `
CREATE TABLE practice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  address TEXT NOT NULL,
  setup_step TEXT NOT NULL,
  second_super_user_reason TEXT,
  install_id TEXT NOT NULL,
  rotation_due INTEGER NOT NULL DEFAULT 0 CHECK (rotation_due IN (0, 1)),
  gate_sequence INTEGER NOT NULL DEFAULT 0,
  created_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  acknowledged_by TEXT,
  acknowledged_at_ms INTEGER
) STRICT;
`;

const PEOPLE_SQL = `
CREATE TABLE user (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  last_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  middle_initial TEXT NOT NULL DEFAULT '',
  login_id TEXT NOT NULL,
  login_id_folded TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'disabled', 'deleted')),
  is_super_user INTEGER NOT NULL DEFAULT 0 CHECK (is_super_user IN (0, 1)),
  has_access_security INTEGER NOT NULL DEFAULT 0 CHECK (has_access_security IN (0, 1)),
  provider_scope TEXT NOT NULL CHECK (provider_scope IN ('all', 'selected')),
  email TEXT,
  phone TEXT,
  note TEXT,
  last_sign_in_at_ms INTEGER,
  last_sign_in_workstation TEXT,
  previous_sign_in_at_ms INTEGER,
  password_changed_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX user_by_name ON user (last_name, first_name, id);
CREATE INDEX user_super ON user (id) WHERE is_super_user = 1;

CREATE TABLE retired_login_id (
  login_id_folded TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  retired_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX retired_login_id_by_user ON retired_login_id (user_id);

CREATE TABLE role (
  id TEXT PRIMARY KEY,
  code INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  purpose TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE role_permission (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  permission TEXT NOT NULL,
  PRIMARY KEY (role_id, permission)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_role (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id),
  PRIMARY KEY (user_id, role_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_role_by_role ON user_role (role_id);

CREATE TABLE user_permission (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  permission TEXT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('grant', 'revoke')),
  reason TEXT,
  by_user_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user_id, permission)
) STRICT, WITHOUT ROWID;

CREATE TABLE lock_out (
  kind TEXT NOT NULL CHECK (kind IN ('user', 'role', 'workstation')),
  target_id TEXT NOT NULL,
  until_ms INTEGER,
  reason TEXT NOT NULL,
  by_user_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (kind, target_id)
) STRICT, WITHOUT ROWID;
`;

// A person's own views of the activity log; neither two of one name nor two of the same filters.
const VIEW_SQL = `
CREATE TABLE log_view (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  filter TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (user_id, name_folded),
  UNIQUE (user_id, filter)
) STRICT;
`;

const CARE_SQL = `
CREATE TABLE provider (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  last_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  specialty TEXT NOT NULL DEFAULT '',
  gender TEXT NOT NULL DEFAULT '',
  organization TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  zip TEXT NOT NULL DEFAULT '',
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX provider_by_name ON provider (last_name, first_name, id);

CREATE TABLE user_provider (
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  provider_id TEXT NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  PRIMARY KEY (user_id, provider_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_provider_by_provider ON user_provider (provider_id);

CREATE TABLE patient (
  id TEXT PRIMARY KEY,
  record_number INTEGER NOT NULL UNIQUE,
  external_id TEXT UNIQUE,
  last_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  middle_name TEXT NOT NULL DEFAULT '',
  birth_date TEXT NOT NULL,
  death_date TEXT,
  gender TEXT NOT NULL DEFAULT '',
  ssn TEXT,
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  county TEXT NOT NULL DEFAULT '',
  zip TEXT NOT NULL DEFAULT '',
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX patient_by_name ON patient (last_name, first_name, id);
CREATE INDEX patient_by_birth_date ON patient (birth_date, last_name, first_name, id);
CREATE INDEX patient_by_city ON patient (city, last_name, first_name, id);

CREATE TABLE patient_provider (
  patient_id TEXT NOT NULL REFERENCES patient (id) ON DELETE CASCADE,
  provider_id TEXT NOT NULL REFERENCES provider (id),
  PRIMARY KEY (patient_id, provider_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_provider_by_provider ON patient_provider (provider_id, patient_id);
`;

const PROTECTED: readonly (readonly [string, string, string?])[] = [
  ['practice', 'id'],
  ['setting', 'key'],
  ['user', 'id'],
  ['retired_login_id', 'login_id_folded'],
  ['role', 'id'],
  ['role_permission', 'role_id', 'permission'],
  ['user_role', 'user_id', 'role_id'],
  ['user_permission', 'user_id', 'permission'],
  ['log_view', 'id'],
  ['user_provider', 'user_id', 'provider_id'],
  ['lock_out', 'kind', 'target_id'],
  ['provider', 'id'],
  ['patient', 'id'],
  ['patient_provider', 'patient_id', 'provider_id'],
  ['notice', 'id'],
];

/** Creates the practice, people, view, care and audit tables, and the triggers that note every protected change. */
export const createPractice: Migration = {
  version: 1,
  up(target) {
    target.execute(PRACTICE_SQL);
    target.execute(PEOPLE_SQL);
    target.execute(VIEW_SQL);
    target.execute(CARE_SQL);
    target.execute(AUDIT_SQL);
    for (const [table, first, second] of PROTECTED) target.execute(protectTable(table, first, second));
  },
};
