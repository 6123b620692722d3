// Schema step 4: clinical notes and their addenda.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const NOTES_SQL = `
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  note_date TEXT NOT NULL,
  note_class TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES user (id),
  signed_at_ms INTEGER,
  signed_by_id TEXT REFERENCES user (id),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((signed_at_ms IS NULL) = (signed_by_id IS NULL))
) STRICT;
CREATE INDEX note_by_date ON note (note_date, title, id, note_class);
CREATE INDEX note_by_patient ON note (patient_id, note_date);
CREATE INDEX note_by_author ON note (author_id, note_date);

CREATE TABLE note_addendum (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note (id),
  patient_id TEXT NOT NULL REFERENCES patient (id),
  note_author_id TEXT NOT NULL REFERENCES user (id),
  note_class TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL,
  written_by_id TEXT NOT NULL REFERENCES user (id),
  body TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX note_addendum_by_note ON note_addendum (note_id, written_at_ms);
`;

/** Adds the tables of clinical notes. */
export const addNotes: Migration = {
  version: 4,
  up(target) {
    target.execute(NOTES_SQL);
    for (const table of ['note', 'note_addendum']) target.execute(protectTable(table, 'id'));
  },
};
