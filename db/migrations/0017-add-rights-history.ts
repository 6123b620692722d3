// Schema step 17: rows that rights are made of are kept when they are overwritten, so that the past can be asked (N7).
import { protectTable } from './changeTriggers.ts';
import { type KeptRow, keepOverwritten } from './keepOverwritten.ts';
import type { Migration } from './migration.ts';

/** A kept row stood from the entry `since_number` on, and no longer from the entry `until_number` on. The start is
 *  there only in a file that is older than this step: what was overwritten before that entry is not known. */
const HISTORY_SQL = `
CREATE TABLE rights_history (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  since_number INTEGER NOT NULL,
  until_number INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX rights_history_by_row ON rights_history (table_name, row_id, until_number);
CREATE INDEX rights_history_by_end ON rights_history (until_number);
CREATE TRIGGER rights_history_keeps_updates_out BEFORE UPDATE ON rights_history
BEGIN SELECT RAISE(ABORT, 'the history of rights is append-only'); END;
CREATE TRIGGER rights_history_keeps_deletes_out BEFORE DELETE ON rights_history
BEGIN SELECT RAISE(ABORT, 'the history of rights is append-only'); END;

CREATE TABLE rights_history_start (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO rights_history_start (id, number) SELECT 1, max(number) FROM audit_entry HAVING count(*) > 0;
CREATE TRIGGER rights_history_start_keeps_updates_out BEFORE UPDATE ON rights_history_start
BEGIN SELECT RAISE(ABORT, 'the history of rights is append-only'); END;
CREATE TRIGGER rights_history_start_keeps_deletes_out BEFORE DELETE ON rights_history_start
BEGIN SELECT RAISE(ABORT, 'the history of rights is append-only'); END;
`;

const USER_COLUMNS = [
  'id',
  'last_name',
  'first_name',
  'middle_initial',
  'login_id',
  'status',
  'is_super_user',
  'has_access_security',
  'is_phi_restricted',
  'provider_scope',
  'location_scope',
  'patient_id',
] as const;

const KEPT: readonly KeptRow[] = [
  { table: 'user', keys: ['id'], columns: USER_COLUMNS, isLasting: true },
  { table: 'patient', keys: ['id'], columns: ['id', 'location_id', 'sensitivity'], isLasting: true },
  { table: 'patient_provider', keys: ['patient_id', 'provider_id'], columns: ['patient_id', 'provider_id'] },
  {
    table: 'user_role',
    keys: ['user_id', 'role_id'],
    columns: ['user_id', 'role_id', 'valid_from', 'valid_until', 'is_bound'],
  },
  { table: 'user_role_location', keys: ['id'], columns: ['id', 'user_id', 'role_id', 'location_id'] },
  {
    table: 'user_permission',
    keys: ['user_id', 'permission'],
    columns: ['user_id', 'permission', 'effect', 'valid_from', 'valid_until'],
  },
  { table: 'user_provider', keys: ['user_id', 'provider_id'], columns: ['user_id', 'provider_id'] },
  { table: 'user_location', keys: ['user_id', 'location_id'], columns: ['user_id', 'location_id'] },
  {
    table: 'role',
    keys: ['id'],
    columns: ['id', 'code', 'name', 'kind', 'is_active', 'parent_id'],
  },
  { table: 'role_permission', keys: ['role_id', 'permission'], columns: ['role_id', 'permission'] },
  { table: 'role_narrowing', keys: ['role_id', 'permission'], columns: ['role_id', 'permission'] },
  { table: 'role_policy', keys: ['role_id', 'policy_id'], columns: ['role_id', 'policy_id'] },
  {
    table: 'role_hours',
    keys: ['role_id', 'place'],
    columns: ['role_id', 'place', 'weekday', 'from_minute', 'until_minute'],
  },
  { table: 'role_condition', keys: ['role_id', 'place'], columns: ['role_id', 'place', 'permission', 'rule'] },
  {
    table: 'patient_grant',
    keys: ['id'],
    columns: ['id', 'patient_id', 'user_id', 'valid_from', 'valid_until'],
  },
  {
    table: 'lock_out',
    keys: ['kind', 'target_id'],
    columns: ['kind', 'target_id', 'until_ms', 'reason', 'by_user_id', 'at_ms'],
  },
  { table: 'location', keys: ['id'], columns: ['id', 'name', 'parent_id', 'is_active'] },
  { table: 'setting', keys: ['key'], columns: ['key', 'value'], only: "OLD.key = 'rights.model'" },
];

/** Adds the history of rights; it begins with this step. */
export const addRightsHistory: Migration = {
  version: 17,
  up(target) {
    target.execute(HISTORY_SQL);
    target.execute(protectTable('rights_history', 'id'));
    for (const kept of KEPT) target.execute(keepOverwritten(kept));
  },
};
