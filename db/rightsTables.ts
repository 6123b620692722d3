// The tables whose rows decide what people may do: a change of one is a change of rights (P6).
import type { ReadTx } from './transaction.ts';

/** Protected tables that decisions are made from, and the expectations held against them. */
export const RIGHTS_TABLES: readonly string[] = [
  'user',
  'user_role',
  'user_permission',
  'user_provider',
  'user_location',
  'user_role_location',
  'role',
  'role_permission',
  'role_narrowing',
  'role_policy',
  'role_hours',
  'role_condition',
  'lock_out',
  'setting',
  // Who treats a patient decides who reaches what is about the patient.
  'patient_provider',
  'patient_grant',
  // A location below another one lies in its limits.
  'location',
  'expectation',
];

/** Whether an entry after number `entryNumber` covers a row of one of them. */
export function wereRightsChanged(tx: ReadTx, entryNumber: number): boolean {
  return tx.prepare(CHANGED_SQL).get(entryNumber, JSON.stringify(RIGHTS_TABLES)) !== undefined;
}

const CHANGED_SQL = `SELECT 1 FROM audit_entity
  WHERE number > ? AND +table_name IN (SELECT value FROM json_each(?)) LIMIT 1`;
