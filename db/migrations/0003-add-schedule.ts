// Schema step 3: appointments, working hours, breaks and absences.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const SCHEDULE_SQL = `
CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  provider_id TEXT NOT NULL REFERENCES provider (id),
  location_id TEXT REFERENCES location (id),
  starts_at_ms INTEGER NOT NULL,
  ends_at_ms INTEGER NOT NULL CHECK (ends_at_ms > starts_at_ms),
  reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('booked', 'arrived', 'completed', 'cancelled', 'noShow')),
  is_walk_in INTEGER NOT NULL CHECK (is_walk_in IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX appointment_by_start ON appointment (starts_at_ms, id);
-- With the patient, so that the rows of confidential ones are left out without fetching any.
CREATE INDEX appointment_by_provider ON appointment (provider_id, starts_at_ms, id, patient_id);
CREATE INDEX appointment_by_patient ON appointment (patient_id, starts_at_ms, id);
CREATE INDEX appointment_by_location ON appointment (location_id, starts_at_ms, id) WHERE location_id IS NOT NULL;
CREATE INDEX appointment_by_status ON appointment (status, starts_at_ms, id);

CREATE TABLE working_hours (
  id TEXT PRIMARY KEY,
  provider_id TEXT NOT NULL REFERENCES provider (id),
  weekday TEXT NOT NULL CHECK (weekday IN ('1', '2', '3', '4', '5', '6', '7')),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  location_id TEXT REFERENCES location (id),
  note TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX working_hours_by_weekday ON working_hours (weekday, note, id);
CREATE INDEX working_hours_by_provider ON working_hours (provider_id, weekday, id);
CREATE INDEX working_hours_by_location ON working_hours (location_id) WHERE location_id IS NOT NULL;

CREATE TABLE provider_break (
  id TEXT PRIMARY KEY,
  provider_id TEXT NOT NULL REFERENCES provider (id),
  repeats TEXT NOT NULL CHECK (repeats IN ('weekly', 'dated')),
  weekday TEXT NOT NULL CHECK (weekday IN ('0', '1', '2', '3', '4', '5', '6', '7')),
  first_day TEXT,
  last_day TEXT,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (repeats = 'weekly' OR (first_day IS NOT NULL AND last_day IS NOT NULL AND first_day <= last_day))
) STRICT;
CREATE INDEX provider_break_by_first_day ON provider_break (first_day, note, id);
CREATE INDEX provider_break_by_provider ON provider_break (provider_id, last_day);
`;

/** Adds the schedule. A provider, patient or location is kept while an appointment names it. */
export const addSchedule: Migration = {
  version: 3,
  up(target) {
    target.execute(SCHEDULE_SQL);
    for (const table of ['appointment', 'working_hours', 'provider_break']) target.execute(protectTable(table, 'id'));
  },
};
