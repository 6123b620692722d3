// Schema step 8: provider profiles and ratings.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const PROFILES_SQL = `
ALTER TABLE provider ADD COLUMN credentials TEXT;
ALTER TABLE provider ADD COLUMN further_specialties TEXT;
ALTER TABLE provider ADD COLUMN user_id TEXT REFERENCES user (id);
ALTER TABLE provider ADD COLUMN bio TEXT;
ALTER TABLE provider ADD COLUMN npi TEXT;
ALTER TABLE provider ADD COLUMN license_number TEXT;
ALTER TABLE provider ADD COLUMN license_state TEXT;
ALTER TABLE provider ADD COLUMN license_expires TEXT;
CREATE UNIQUE INDEX provider_by_user ON provider (user_id) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX provider_by_npi ON provider (npi) WHERE npi <> '';
CREATE INDEX provider_by_license_expires ON provider (license_expires) WHERE license_expires IS NOT NULL;

CREATE TABLE provider_location (
  provider_id TEXT NOT NULL REFERENCES provider (id),
  location_id TEXT NOT NULL REFERENCES location (id),
  PRIMARY KEY (provider_id, location_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_location_by_location ON provider_location (location_id);

CREATE TABLE provider_photo (
  provider_id TEXT PRIMARY KEY REFERENCES provider (id) ON DELETE CASCADE,
  jpeg_base64 TEXT NOT NULL CHECK (length(jpeg_base64) BETWEEN 1 AND 87384),
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE provider_commission (
  provider_id TEXT PRIMARY KEY REFERENCES provider (id) ON DELETE CASCADE,
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE rating (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  day TEXT NOT NULL,
  provider_id TEXT NOT NULL REFERENCES provider (id),
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  patient_id TEXT REFERENCES patient (id),
  comment TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX rating_by_day ON rating (day, id);
CREATE INDEX rating_by_stars ON rating (stars, id);
CREATE INDEX rating_by_provider ON rating (provider_id, day, stars);
CREATE INDEX rating_by_patient ON rating (patient_id) WHERE patient_id IS NOT NULL;
`;

/** Adds what a profile holds. New columns of providers are nullable, or every audited row hash would change. */
export const addProfiles: Migration = {
  version: 8,
  up(target) {
    target.execute(PROFILES_SQL);
    target.execute(protectTable('provider_location', 'provider_id', 'location_id'));
    target.execute(protectTable('rating', 'id'));
    for (const table of ['provider_photo', 'provider_commission']) target.execute(protectTable(table, 'provider_id'));
  },
};
