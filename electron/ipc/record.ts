// Turns a call and its outcome into the audit entry.
import type { AuditEntry, AuditOutcome } from '../../db/audit/entry.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session/session.ts';
import type { Authenticated } from './authenticate.ts';
import type { AuditNote } from './stages.ts';

export interface CallRecord {
  readonly requestId: string;
  readonly windowId: string;
  readonly name: ProcedureName;
  readonly who: Authenticated | null;
  readonly session: Session | null;
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly note: AuditNote;
}

/** The entry of a known call. Input is never copied: only what the handler noted. */
export function entryOfCall(record: CallRecord, services: Services): AuditEntry {
  const entry: ProcedureEntry = PROCEDURES[record.name];
  const words = 'none' in entry.audit ? { event: record.name, action: 'E' as const } : entry.audit;
  const { who, note } = record;
  return {
    ...stamp(services),
    requestId: record.requestId,
    windowId: record.windowId,
    sessionId: record.session?.sessionId ?? null,
    actor: { ...actorOf(who, record.session), ...note.actor },
    procedure: record.name,
    event: note.event ?? words.event,
    action: words.action,
    dicomCode: ('dicomCode' in words ? words.dicomCode : null) ?? null,
    object: note.object ?? null,
    patientId: note.patientId ?? null,
    scope: who === null ? null : who.subject.scope.providers,
    outcome: record.outcome,
    reason: record.reason,
    permission: entry.access.kind === 'permission' ? entry.access.permission : null,
    why: note.why ?? null,
    count: note.count ?? null,
    changes: note.changes ?? [],
  };
}

export interface ProgramRecord {
  readonly requestId: string;
  readonly windowId: string | null;
  readonly session: Session | null;
  readonly event: string;
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly count?: number | null;
  readonly object?: AuditEntry['object'];
  readonly changes?: AuditEntry['changes'];
}

/** An entry of the program itself: a refused stray call, the end of a job, a lock, an alarm. */
export function entryOfProgram(record: ProgramRecord, services: Services): AuditEntry {
  return {
    ...stamp(services),
    requestId: record.requestId,
    windowId: record.windowId,
    sessionId: record.session?.sessionId ?? null,
    actor: actorOf(null, record.session),
    procedure: 'program',
    event: record.event,
    action: 'E',
    dicomCode: null,
    object: record.object ?? null,
    patientId: null,
    scope: null,
    outcome: record.outcome,
    reason: record.reason,
    permission: null,
    why: null,
    count: record.count ?? null,
    changes: record.changes ?? [],
  };
}

function stamp({ clock, workstation, appVersion }: Services) {
  return { atMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), bootId: clock.bootId, workstation, appVersion };
}

function actorOf(who: Authenticated | null, session: Session | null): AuditEntry['actor'] {
  return {
    id: session?.userId ?? null,
    loginId: session?.loginId ?? null,
    name: session?.name ?? null,
    roles: who?.roleNames ?? [],
    isSuperUser: who?.subject.isSuperUser ?? false,
  };
}
