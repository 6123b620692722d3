// Schema step 7: calls, punches, and the weeks of working time that were approved.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const STAMP = `created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1`;

const CALLS_AND_TIME_SQL = `
CREATE TABLE call (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  caller_name TEXT NOT NULL,
  phone TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
  patient_id TEXT REFERENCES patient (id),
  owner_id TEXT NOT NULL REFERENCES user (id),
  summary TEXT NOT NULL,
  transcript TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'done')),
  ${STAMP}
) STRICT;
CREATE INDEX call_by_time ON call (at_ms, caller_name, id);
CREATE INDEX call_by_owner ON call (owner_id, at_ms, caller_name, id);
CREATE INDEX call_by_patient ON call (patient_id, at_ms) WHERE patient_id IS NOT NULL;
CREATE INDEX call_by_status ON call (status, at_ms, caller_name, id);

CREATE TABLE punch (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  in_at_ms INTEGER NOT NULL,
  out_at_ms INTEGER CHECK (out_at_ms >= in_at_ms),
  note TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX punch_by_time ON punch (in_at_ms, id);
CREATE INDEX punch_by_user ON punch (user_id, in_at_ms, id);
CREATE UNIQUE INDEX punch_open_once ON punch (user_id) WHERE out_at_ms IS NULL;

CREATE TABLE week_approval (
  user_id TEXT NOT NULL REFERENCES user (id),
  week_start TEXT NOT NULL,
  worked_ms INTEGER NOT NULL CHECK (worked_ms >= 0),
  approved_by TEXT NOT NULL REFERENCES user (id),
  approved_at_ms INTEGER NOT NULL,
  PRIMARY KEY (user_id, week_start),
  CHECK (approved_by <> user_id)
) STRICT, WITHOUT ROWID;
`;

/** Adds the tables of calls, punches and approved weeks. */
export const addCallsAndTime: Migration = {
  version: 7,
  up(target) {
    target.execute(CALLS_AND_TIME_SQL);
    target.execute(protectTable('call', 'id'));
    target.execute(protectTable('punch', 'id'));
    target.execute(protectTable('week_approval', 'user_id', 'week_start'));
  },
};
