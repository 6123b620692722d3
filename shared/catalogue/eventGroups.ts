// Kinds of act a reviewer asks for by one name: each stands for several events of the log.

import { exportEvent } from './records/recordProcedures.ts';
import { RECORD_TYPES } from './records.ts';

const GROUPS = {
  signInTrouble: {
    label: 'Sign-in trouble',
    events: [
      'authn_login_fail',
      'authn_login_lock',
      'authn_recovery_fail',
      'authn_recovery_used',
      'session_ended_by_sensor',
      'user_locked_out',
    ],
  },
  rightsChanges: {
    label: 'Changes of rights',
    events: [
      'practice_created',
      'user_created',
      'privilege_permissions_changed',
      'super_user_changed',
      'access_security_changed',
      'user_disabled',
      'user_enabled',
      'user_deleted',
      'authn_password_reset',
      'roles_chosen',
      'role_created',
      'role_changed',
      'role_change_withdrawn',
      'role_change_applied',
      'role_change_dropped',
      'role_deleted',
      'role_pack_applied',
      'toxic_pairs_rule_changed',
      'beyond_tasks_rule_changed',
      'rights_model_changed',
      'second_approver_rule_changed',
      'role_change_proposed',
      'role_change_approved',
      'role_change_rejected',
      'rights_change_proposed',
      'rights_change_approved',
      'rights_change_rejected',
      'expectation_created',
      'expectation_deleted',
    ],
  },
  dataMoves: {
    label: 'Imports and exports',
    events: [
      'records_imported',
      'audit_exported',
      'audit_export_finished',
      'audit_printed',
      'recovery_sheet_written',
      'billing_report_exported',
      'fhir_exported',
      'patient_accesses_printed',
      'patient_copy_printed',
      'provider_metrics_exported',
      'review_sheet_printed',
      'role_printed',
      'policy_binder_printed',
      'schedule_printed',
      'statement_exported',
      'user_rights_printed',
      'users_exported',
      'users_printed',
      ...RECORD_TYPES.filter(({ actions }) => actions.includes('export')).map(exportEvent),
    ],
  },
  alarms: {
    label: 'Alarms and suspicious calls',
    events: [
      'integrity_alarm',
      'clock_regression',
      'gate_missing',
      'gate_damaged',
      'gate_older',
      'unknown_call',
      'invalid_input',
      'too_large',
      'wrong_sender',
      'denial_burst',
      'expectation_broken',
      'expectation_held',
      'session_ended_by_sensor',
    ],
  },
} as const;

export type EventGroupId = keyof typeof GROUPS;

/** What each group is called, and the events it stands for.
 *  Source: 45 CFR 164.308(a)(1)(ii)(D) Information system activity review; (a)(5)(ii)(C) Log-in monitoring. */
export const EVENT_GROUPS: Readonly<
  Record<EventGroupId, { readonly label: string; readonly events: readonly string[] }>
> = GROUPS;
export const EVENT_GROUP_IDS = Object.keys(GROUPS) as [EventGroupId, ...EventGroupId[]];
