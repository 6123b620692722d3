// The activity log: searching it, its state, verifying it, exporting it.
import { basename } from 'node:path';
import type { StoredAuditEntry } from '../../db/audit/entry.ts';
import type { AuditFilter } from '../../db/audit/filter.ts';
import { type AuditPage, countEntries, findEntries, listActors, listValues } from '../../db/audit/find.ts';
import { readEntryHashes, readLogStatus } from '../../db/repositories/logStatus.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { saysOf, saysOfEvent } from '../../shared/catalogue/ownEvents.ts';
import type { Input, Output } from '../../shared/catalogue/procedures.ts';
import { exportJob } from '../audit/exportJob.ts';
import { logFilter, NOBODY_ID } from '../audit/logFilter.ts';
import { printedLogHtml } from '../audit/printLog.ts';
import { verifyJob } from '../audit/verifyJob.ts';
import type { AuditNote, Handlers } from '../ipc/stages.ts';
import { ownSession } from './ownSession.ts';

type AuditName =
  | 'audit.find'
  | 'audit.findChoices'
  | 'audit.readStatus'
  | 'audit.startVerify'
  | 'audit.print'
  | 'audit.startExport';
/** Entries made before anybody was signed in. */
const NOBODY = 'Nobody signed in';
type EntryView = Output<'audit.find'>['entries'][number];

export const auditHandlers: Pick<Handlers, AuditName> = {
  'audit.find': (call, tx) => {
    const { input } = call;
    const filter = logFilter(input.filter);
    const { entries: found, next } = findPage(tx, filter, input.limit, input.beforeNumber ?? undefined);
    const hashes = readEntryHashes(
      tx,
      found.map(({ number }) => number),
    );
    call.note({ count: found.length });
    const entries = found.map((entry) => viewOf(entry, hashes.get(entry.number) ?? ''));
    // The whole answer on one page needs no counting.
    if (input.beforeNumber === null && next === null) return { entries, next, total: found.length, isAtLeast: false };
    const { count, isAtLeast } = countEntries(tx, filter);
    return { entries, next, total: Math.max(count, found.length), isAtLeast };
  },
  'audit.findChoices': (_call, tx) => ({
    actors: listActors(tx).map(({ id, name, loginId }) =>
      id === null
        ? { actorId: NOBODY_ID, name: NOBODY }
        : { actorId: id, name: loginId ? `${name} (${loginId})` : (name ?? id) },
    ),
    events: listValues(tx, 'event').map((event) => ({ event, says: saysOfEvent(event) })),
    workstations: listValues(tx, 'workstation'),
  }),
  'audit.readStatus': (_call, tx, services) => ({ ...readLogStatus(tx), alarm: services.integrityAlarm() }),
  'audit.startVerify': (call, _tx, services) => {
    const { sessionId } = ownSession(call);
    const job = services.jobs.create(sessionId, verifyJob(services, sessionId));
    call.afterCommit(job.begin);
    return { jobId: job.jobId };
  },
  'audit.print': (call, tx, services) => {
    const { filter } = call.input;
    const asked = logFilter(filter);
    const { entries: found, next } = findPage(tx, asked, MOST_PRINTED, undefined);
    const newest = found[0]?.number;
    const newestHash = newest === undefined ? '' : (readEntryHashes(tx, [newest]).get(newest) ?? '');
    const { count, isAtLeast } = next === null ? { count: found.length, isAtLeast: false } : countEntries(tx, asked);
    const { name, timeZone } = readPractice(tx);
    call.note({ count: found.length, changes: narrowedBy(filter) });
    const html = printedLogHtml(
      {
        practiceName: name,
        timeZone,
        filter,
        actorName: actorNameOf(tx, filter.actorId),
        entries: found.map((entry) => viewOf(entry, '')),
        total: Math.max(count, found.length),
        isAtLeast,
        printedBy: call.session?.name ?? '',
        nowMs: call.nowMs,
      },
      newestHash,
    );
    call.afterCommit(() => services.dialogs.print(html));
    return { count: found.length, isWhole: next === null };
  },
  'audit.startExport': (call, _tx, services) => {
    const { path } = call.prepared;
    if (path === null) return { isChosen: false };
    const { sessionId, userId, name } = ownSession(call);
    const { filter, columns, purpose } = call.input;
    const madeBy = { id: userId, name, atMs: call.nowMs };
    const wish = { path, filter, columns, sessionId, madeBy, purpose };
    const job = services.jobs.create(sessionId, exportJob(services, wish));
    call.note({
      object: { type: 'export', id: job.jobId, label: basename(path) },
      why: purpose,
      changes: [{ field: 'columns', old: null, new: columns.join(', ') }, ...narrowedBy(filter)],
    });
    call.afterCommit(job.begin);
    return { isChosen: true, jobId: job.jobId };
  },
};

/** What fits in a folder; more is for the export. */
const MOST_PRINTED = 500;

function narrowedBy(filter: Input<'audit.find'>['filter']): NonNullable<AuditNote['changes']> {
  return Object.entries(filter)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => ({ field: `filter ${field}`, old: null, new: String(value) }));
}

function actorNameOf(tx: ReadTx, actorId: string | null): string | null {
  if (actorId === null) return null;
  if (actorId === NOBODY_ID) return NOBODY;
  return listActors(tx).find(({ id }) => id === actorId)?.name ?? 'somebody who is not in the log';
}

/** One call of findEntries() may come back short of rare matches; this many calls look at 300,000 entries. */
const MOST_CALLS = 30;

function findPage(tx: ReadTx, filter: AuditFilter, limit: number, before: number | undefined): AuditPage {
  const entries: StoredAuditEntry[] = [];
  let next: number | null | undefined = before;
  for (let calls = 0; calls < MOST_CALLS && next !== null && entries.length < limit; calls += 1) {
    const page = findEntries(tx, filter, { limit: limit - entries.length, before: next });
    entries.push(...page.entries);
    next = page.next;
  }
  return { entries, next: next ?? null };
}

function viewOf(entry: StoredAuditEntry, hash: string): EntryView {
  const { actor, object } = entry;
  return {
    number: entry.number,
    atMs: entry.atMs,
    actorId: actor.id,
    actorName: actor.name ?? '',
    actorRoles: [...actor.roles],
    event: entry.event,
    says: saysOf(entry.procedure, entry.event),
    action: entry.action,
    objectType: object?.type ?? null,
    objectId: object?.id ?? null,
    objectLabel: object?.label ?? null,
    patientId: entry.patientId,
    outcome: entry.outcome,
    reason: entry.reason,
    permission: entry.permission,
    why: entry.why,
    count: entry.count,
    changes: entry.changes.map(({ field, old, new: now }) => ({ field, old: textOf(old), new: textOf(now) })),
    workstation: entry.workstation,
    hash,
  };
}

function textOf(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}
