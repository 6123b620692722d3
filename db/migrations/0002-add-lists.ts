// Schema step 2: locations and payers, what patients have to do with them, and how files were imported.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const LISTS_SQL = `
CREATE TABLE location (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  state TEXT NOT NULL,
  zip TEXT NOT NULL,
  phone TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX location_by_name ON location (name, id);

CREATE TABLE payer (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  state TEXT NOT NULL,
  zip TEXT NOT NULL,
  phone TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX payer_by_name ON payer (name, id);

ALTER TABLE patient ADD COLUMN sensitivity TEXT;
-- Lists of patients are made and counted from an index alone, so whether somebody may see a row must stand in it.
DROP INDEX patient_by_name;
DROP INDEX patient_by_birth_date;
DROP INDEX patient_by_city;
CREATE INDEX patient_by_name ON patient (last_name, first_name, id, sensitivity);
CREATE INDEX patient_by_birth_date ON patient (birth_date, last_name, first_name, id, sensitivity);
CREATE INDEX patient_by_city ON patient (city, last_name, first_name, id, sensitivity);
ALTER TABLE patient ADD COLUMN payer_id TEXT REFERENCES payer (id);
ALTER TABLE patient ADD COLUMN member_number TEXT;
ALTER TABLE patient ADD COLUMN location_id TEXT REFERENCES location (id);
CREATE INDEX patient_by_payer ON patient (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX patient_by_location ON patient (location_id) WHERE location_id IS NOT NULL;

CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  mapping TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
`;

/** Adds the lists. New columns of patients are nullable, or every audited row hash would change. */
export const addLists: Migration = {
  version: 2,
  up(target) {
    target.execute(LISTS_SQL);
    for (const table of ['location', 'payer', 'import_mapping']) target.execute(protectTable(table, 'id'));
  },
};
