// The entries of a span of the log with which rights, or the ties of one patient, changed (N7).
import type { ReadTx } from '../transaction.ts';
import { HISTORY_TABLES } from './historyTables.ts';

/** The numbers after `after` up to `last`, in order: at each of them another state began. Being signed in, and changes of
 *  other patients, are not among them. */
export function rightsEntries(tx: ReadTx, after: number, last: number, patientId: string): number[] {
  return tx
    .prepare<{ number: number }>(ENTRIES_SQL)
    .all({ after, last, patientId, tables: JSON.stringify(EXACT) })
    .map(({ number }) => number);
}

const EXACT = HISTORY_TABLES.filter(({ name, isLasting }) => !isLasting && name !== 'patient_provider').map(
  ({ name }) => name,
);

// A lasting row begins with its first entry and changes with those that overwrote one of its columns of rights.
const ENTRIES_SQL = `SELECT number FROM audit_entity AS changed INDEXED BY audit_entity_by_number
  WHERE number > :after AND number <= :last AND (
    table_name IN (SELECT value FROM json_each(:tables))
    OR table_name = 'patient_provider' AND row_id LIKE :patientId || '|%'
    OR (table_name = 'user' OR table_name = 'patient' AND row_id = :patientId) AND NOT EXISTS (
      SELECT 1 FROM audit_entity AS earlier WHERE earlier.table_name = changed.table_name
        AND earlier.row_id = changed.row_id AND earlier.number < changed.number))
  UNION SELECT until_number FROM rights_history
  WHERE until_number > :after AND until_number <= :last
    AND (table_name = 'user' OR table_name = 'patient' AND row_id = :patientId)
  ORDER BY number`;
