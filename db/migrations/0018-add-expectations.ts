// Schema step 18: what a practice expects of its rights, and an index that tells which acts each person was permitted.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

// The index grows by two columns instead of a second one beside it: an index more would be a page more in every call.
const SQL = `
ALTER TABLE audit_entry ADD COLUMN procedure TEXT GENERATED ALWAYS AS (body ->> '$.procedure') VIRTUAL;
DROP INDEX audit_entry_by_actor;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, number, procedure, outcome);

CREATE TABLE expectation (
  id TEXT PRIMARY KEY,
  who_kind TEXT NOT NULL CHECK (who_kind IN ('user', 'role')),
  who_id TEXT NOT NULL,
  is_must INTEGER NOT NULL CHECK (is_must IN (0, 1)),
  act TEXT NOT NULL,
  about_kind TEXT NOT NULL CHECK (about_kind IN ('any', 'record', 'patient', 'provider')),
  about_id TEXT,
  is_broken INTEGER NOT NULL DEFAULT 0 CHECK (is_broken IN (0, 1)),
  broken_at_ms INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  CHECK ((about_id IS NULL) = (about_kind = 'any')),
  CHECK ((broken_at_ms IS NULL) = (is_broken = 0))
) STRICT;
CREATE UNIQUE INDEX expectation_said_once
  ON expectation (who_kind, who_id, is_must, act, about_kind, coalesce(about_id, ''));
${protectTable('expectation', 'id')}
`;

/** Adds the table of expectations (P6), and makes the index by actor answer which procedures somebody was permitted (P2). */
export const addExpectations: Migration = {
  version: 18,
  up(target) {
    target.execute(SQL);
  },
};
