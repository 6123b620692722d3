// Schema step 13: consents of patients and the templates they are given under.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const CONSENT_SQL = `
CREATE TABLE consent_template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  wording TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consent_template_by_name ON consent_template (name, id);

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  template_id TEXT NOT NULL REFERENCES consent_template (id),
  given_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('paper', 'spoken', 'electronic')),
  withdrawn_on TEXT,
  remark TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consent_by_given_on ON consent (given_on, id);
CREATE INDEX consent_by_patient ON consent (patient_id, given_on);
CREATE INDEX consent_by_template ON consent (template_id, given_on);
CREATE INDEX consent_by_withdrawn_on ON consent (withdrawn_on) WHERE withdrawn_on IS NOT NULL;
`;

/** Adds both tables. */
export const addConsents: Migration = {
  version: 13,
  up(target) {
    target.execute(CONSENT_SQL);
    for (const table of ['consent_template', 'consent']) target.execute(protectTable(table, 'id'));
  },
};
