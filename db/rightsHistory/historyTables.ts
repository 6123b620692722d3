// The tables whose overwritten rows are kept, so that rights can be worked out as they stood on a past day (N7).
import { PROTECTED_TABLES, type ProtectedTable } from '../protectedTables.ts';

export interface HistoryTable extends ProtectedTable {
  /** Kept only when a column of rights differs, and standing since the row's first entry; see keepOverwritten(). */
  readonly isLasting: boolean;
}

const LASTING: readonly string[] = ['user', 'patient'];
const NAMES: readonly string[] = [
  ...LASTING,
  'user_role',
  'user_role_location',
  'user_permission',
  'user_provider',
  'user_location',
  'role',
  'role_permission',
  'role_narrowing',
  'role_policy',
  'role_hours',
  'role_condition',
  'patient_provider',
  'patient_grant',
  'lock_out',
  'location',
  'setting',
];

/** Every table that carries the triggers of keepOverwritten(). */
export const HISTORY_TABLES: readonly HistoryTable[] = PROTECTED_TABLES.filter(({ name }) => NAMES.includes(name)).map(
  (table) => ({ ...table, isLasting: LASTING.includes(table.name) }),
);
