// Builders of audit entries for tests.
import type { AuditEntry } from '../../db/audit/entry.ts';

/** A plain entry; any member can be given. */
export function anAuditEntry(given: Partial<AuditEntry> = {}): AuditEntry {
  return {
    atMs: 1_700_000_000_000,
    monotonicMs: 5_000,
    bootId: 'boot-1',
    requestId: 'request-1',
    actor: { id: 'user-1', loginId: 'adams', name: 'Adams, Ruth', roles: ['front-desk'], isSuperUser: false },
    sessionId: 'session-1',
    windowId: 'window-1',
    workstation: 'front desk',
    appVersion: '0.1.0',
    procedure: 'patient.view',
    event: 'sensitive_read',
    action: 'R',
    object: { type: 'patient', id: 'patient-1', label: 'Record 1' },
    patientId: 'patient-1',
    scope: 'all',
    outcome: 'succeeded',
    reason: null,
    permission: 'patient:read',
    why: null,
    count: null,
    changes: [],
    dicomCode: '110110',
    ...given,
  };
}
