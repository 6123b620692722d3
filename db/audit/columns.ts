// The columns an audit export may carry, each with its heading and how to fill it.
import type { AuditChange, StoredAuditEntry } from './entry.ts';

/** One column; `value` is the cell's text before quoting. `timeOf` writes a time in the practice's zone. */
export interface AuditColumn {
  readonly id: string;
  readonly label: string;
  value(entry: StoredAuditEntry, timeOf: (atMs: number) => string): string;
}

/** Every column, in the order they are written. */
export const AUDIT_COLUMNS: readonly AuditColumn[] = [
  { id: 'number', label: 'Number', value: (entry) => String(entry.number) },
  { id: 'time', label: 'Time', value: (entry, timeOf) => timeOf(entry.atMs) },
  { id: 'actorName', label: 'Person', value: (entry) => entry.actor.name ?? '' },
  { id: 'actorLoginId', label: 'Login ID', value: (entry) => entry.actor.loginId ?? '' },
  { id: 'actorRoles', label: 'Roles', value: (entry) => entry.actor.roles.join('; ') },
  { id: 'isSuperUser', label: 'Super User', value: (entry) => (entry.actor.isSuperUser ? 'yes' : 'no') },
  { id: 'event', label: 'Event', value: (entry) => entry.event },
  { id: 'action', label: 'Action', value: (entry) => entry.action },
  { id: 'outcome', label: 'Outcome', value: (entry) => entry.outcome },
  { id: 'reason', label: 'Reason', value: (entry) => entry.reason ?? '' },
  { id: 'why', label: 'Reason given', value: (entry) => entry.why ?? '' },
  { id: 'permission', label: 'Right', value: (entry) => entry.permission ?? '' },
  { id: 'objectType', label: 'Area', value: (entry) => entry.object?.type ?? '' },
  { id: 'objectLabel', label: 'Object', value: (entry) => entry.object?.label ?? '' },
  { id: 'objectId', label: 'Object id', value: (entry) => entry.object?.id ?? '' },
  { id: 'patientId', label: 'Patient id', value: (entry) => entry.patientId ?? '' },
  { id: 'scope', label: 'Provider scope', value: (entry) => scopeText(entry.scope) },
  { id: 'count', label: 'Count', value: (entry) => (entry.count === null ? '' : String(entry.count)) },
  { id: 'changes', label: 'Changes', value: (entry) => entry.changes.map(changeText).join('; ') },
  { id: 'workstation', label: 'Workstation', value: (entry) => entry.workstation },
  { id: 'sessionId', label: 'Session', value: (entry) => entry.sessionId ?? '' },
  { id: 'procedure', label: 'Procedure', value: (entry) => entry.procedure },
  { id: 'dicomCode', label: 'DICOM code', value: (entry) => entry.dicomCode ?? '' },
  { id: 'requestId', label: 'Request', value: (entry) => entry.requestId },
  { id: 'appVersion', label: 'Program version', value: (entry) => entry.appVersion },
];

function scopeText(scope: StoredAuditEntry['scope']): string {
  if (scope === null) return '';
  return scope === 'all' ? 'all' : scope.join('; ');
}

function changeText(change: AuditChange): string {
  return `${change.field}: ${String(change.old ?? '')} -> ${String(change.new ?? '')}`;
}
