// The tables whose every row is bound to the audit log by a hash (security.md 1.5 L2).

/** A protected table and the key columns that name its rows; two columns are joined as `a|b`. */
export interface ProtectedTable {
  readonly name: string;
  readonly keyColumns: readonly [string] | readonly [string, string];
}

/** Every table whose rows cannot change without an audit entry. The migrations carry the matching triggers. */
export const PROTECTED_TABLES: readonly ProtectedTable[] = [
  { name: 'practice', keyColumns: ['id'] },
  { name: 'setting', keyColumns: ['key'] },
  { name: 'user', keyColumns: ['id'] },
  { name: 'retired_login_id', keyColumns: ['login_id_folded'] },
  { name: 'role', keyColumns: ['id'] },
  { name: 'role_permission', keyColumns: ['role_id', 'permission'] },
  { name: 'role_narrowing', keyColumns: ['role_id', 'permission'] },
  { name: 'role_policy', keyColumns: ['role_id', 'policy_id'] },
  { name: 'role_version', keyColumns: ['role_id', 'number'] },
  { name: 'role_change', keyColumns: ['role_id'] },
  { name: 'rights_proposal', keyColumns: ['id'] },
  { name: 'given_role', keyColumns: ['id'] },
  { name: 'user_role', keyColumns: ['user_id', 'role_id'] },
  { name: 'user_permission', keyColumns: ['user_id', 'permission'] },
  { name: 'log_view', keyColumns: ['id'] },
  { name: 'list_layout', keyColumns: ['user_id', 'list'] },
  { name: 'user_provider', keyColumns: ['user_id', 'provider_id'] },
  { name: 'expectation', keyColumns: ['id'] },
  { name: 'lock_out', keyColumns: ['kind', 'target_id'] },
  { name: 'provider', keyColumns: ['id'] },
  { name: 'patient', keyColumns: ['id'] },
  { name: 'patient_provider', keyColumns: ['patient_id', 'provider_id'] },
  { name: 'notice', keyColumns: ['id'] },
  { name: 'location', keyColumns: ['id'] },
  { name: 'user_location', keyColumns: ['user_id', 'location_id'] },
  { name: 'user_role_location', keyColumns: ['id'] },
  { name: 'role_hours', keyColumns: ['role_id', 'place'] },
  { name: 'role_condition', keyColumns: ['role_id', 'place'] },
  { name: 'patient_grant', keyColumns: ['id'] },
  { name: 'rights_history', keyColumns: ['id'] },
  { name: 'payer', keyColumns: ['id'] },
  { name: 'import_mapping', keyColumns: ['id'] },
  { name: 'appointment', keyColumns: ['id'] },
  { name: 'working_hours', keyColumns: ['id'] },
  { name: 'provider_break', keyColumns: ['id'] },
  { name: 'procedure_code', keyColumns: ['id'] },
  { name: 'diagnosis_code', keyColumns: ['id'] },
  { name: 'fee_item', keyColumns: ['id'] },
  { name: 'claim', keyColumns: ['id'] },
  { name: 'claim_diagnosis_code', keyColumns: ['claim_id', 'diagnosis_code_id'] },
  { name: 'charge', keyColumns: ['id'] },
  { name: 'invoice', keyColumns: ['id'] },
  { name: 'invoice_charge', keyColumns: ['invoice_id', 'charge_id'] },
  { name: 'payment', keyColumns: ['id'] },
  { name: 'adjustment', keyColumns: ['id'] },
  { name: 'refund', keyColumns: ['id'] },
  { name: 'reconciliation', keyColumns: ['id'] },
  { name: 'right_holder', keyColumns: ['user_id', 'permission'] },
  { name: 'lone_act', keyColumns: ['id'] },
  { name: 'note', keyColumns: ['id'] },
  { name: 'note_addendum', keyColumns: ['id'] },
  { name: 'provider_location', keyColumns: ['provider_id', 'location_id'] },
  { name: 'provider_photo', keyColumns: ['provider_id'] },
  { name: 'provider_commission', keyColumns: ['provider_id'] },
  { name: 'rating', keyColumns: ['id'] },
  { name: 'consent_template', keyColumns: ['id'] },
  { name: 'consent', keyColumns: ['id'] },
  { name: 'product', keyColumns: ['id'] },
  { name: 'purchase_order', keyColumns: ['id'] },
  { name: 'order_line', keyColumns: ['id'] },
  { name: 'stock_movement', keyColumns: ['id'] },
  { name: 'call', keyColumns: ['id'] },
  { name: 'punch', keyColumns: ['id'] },
  { name: 'week_approval', keyColumns: ['user_id', 'week_start'] },
];

/** The SQL expression for a row's id within its table; `alias` prefixes the columns (`OLD.`, `t.` or nothing). */
export function rowIdSql(keyColumns: ProtectedTable['keyColumns'], alias: string): string {
  // CAST keeps the number of practice.id comparable with the text in pending_entity.
  return keyColumns.map((column) => `CAST(${alias}${column} AS TEXT)`).join(" || '|' || ");
}
