// The audit part of schema step 1: the log, the row hashes, and the list of rows still waiting for an entry.

// Every index is a page more to write in each call, so those that many entries have no value for leave these out.
// The virtual columns cost no space: only the indexes hold their values. `at_ms` has none, because times never
// decrease along the chain, so a span of time is a span of numbers.
export const AUDIT_SQL = `
CREATE TABLE key_generation (
  generation INTEGER PRIMARY KEY,
  entity_key BLOB NOT NULL CHECK (length(entity_key) = 32),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE audit_entry (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  at_ms INTEGER GENERATED ALWAYS AS (body ->> '$.atMs') VIRTUAL,
  actor_id TEXT GENERATED ALWAYS AS (body ->> '$.actor.id') VIRTUAL,
  event TEXT GENERATED ALWAYS AS (body ->> '$.event') VIRTUAL,
  outcome TEXT GENERATED ALWAYS AS (body ->> '$.outcome') VIRTUAL,
  object_type TEXT GENERATED ALWAYS AS (body ->> '$.object.type') VIRTUAL,
  object_id TEXT GENERATED ALWAYS AS (body ->> '$.object.id') VIRTUAL,
  patient_id TEXT GENERATED ALWAYS AS (body ->> '$.patientId') VIRTUAL,
  workstation TEXT GENERATED ALWAYS AS (body ->> '$.workstation') VIRTUAL
) STRICT;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, number);
CREATE INDEX audit_entry_by_event ON audit_entry (event, number);
CREATE INDEX audit_entry_by_object ON audit_entry (object_type, number) WHERE object_type IS NOT NULL;
CREATE INDEX audit_entry_by_object_id ON audit_entry (object_id, number) WHERE object_id IS NOT NULL;
CREATE INDEX audit_entry_by_patient ON audit_entry (patient_id, number) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_entry_by_trouble ON audit_entry (outcome, number) WHERE outcome <> 'succeeded';
CREATE INDEX audit_entry_by_workstation ON audit_entry (workstation, number);

CREATE TABLE audit_entity (
  number INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  generation INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (table_name, row_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_entity_by_number ON audit_entity (number);

CREATE TABLE audit_checkpoint (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  verified_number INTEGER NOT NULL,
  verified_hash BLOB NOT NULL CHECK (length(verified_hash) = 32),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE pending_entity (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_entry_keeps_updates_out BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
CREATE TRIGGER audit_entry_keeps_deletes_out BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
CREATE TRIGGER audit_entity_keeps_updates_out BEFORE UPDATE ON audit_entity
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
CREATE TRIGGER audit_entity_keeps_deletes_out BEFORE DELETE ON audit_entity
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
`;
