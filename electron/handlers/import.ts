// Importing records: choose a file, check it, then all rows or none.
import { keepImportMapping, readImportMapping } from '../../db/repositories/importMapping.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { isRefusal, type Refusal } from '../../shared/errors.ts';
import { applyRows } from '../import/applyRows.ts';
import type { KnownRows } from '../import/importedRow.ts';
import { latestDay } from '../import/latestDay.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { ownSession } from './ownSession.ts';
import { refuseLacking } from './refuseLacking.ts';

type ImportName = Extract<keyof Handlers, `import.${string}`>;

// The log names the file and counts the rows; names of patients stay out of it.
export const importHandlers: Pick<Handlers, ImportName> = {
  'import.choose': (call, tx, services) => {
    const { path } = call.prepared;
    const { kind } = call.input;
    const lacking = refuseTypes(tx, call, typesOfKind(kind), 'leaveOut');
    if (lacking !== null) return lacking;
    if (path === null) return { isChosen: false };
    const chosen = services.imports.choose(ownSession(call).sessionId, kind, path, (headers) =>
      readImportMapping(tx, kind, headers),
    );
    if (isRefusal(chosen)) return chosen;
    const lackingOf = refuseTypes(tx, call, typesIn(chosen.contents), 'leaveOut');
    if (lackingOf !== null) {
      services.imports.discard(ownSession(call).sessionId, chosen.importId);
      return lackingOf;
    }
    call.note({ object: importObject(chosen.importId, chosen.fileName), count: chosen.rowCount });
    return chosen;
  },
  'import.check': (call, tx, services) => {
    const { sessionId } = ownSession(call);
    const { importId, mapping, knownRows } = call.input;
    const chosen = services.imports.summary(sessionId, importId);
    call.note({ object: importObject(importId, chosen?.fileName ?? null) });
    const lacking = refuseTypes(tx, call, chosen?.types ?? [], knownRows);
    if (lacking !== null) return lacking;
    const { database, newId } = services;
    const means = { database, newId, nowMs: call.nowMs, reach: call.scope };
    const work = services.imports.check(sessionId, importId, { mapping, knownRows }, means);
    if (isRefusal(work)) return work;
    const job = services.jobs.create(sessionId, async (progress) => {
      await work(progress);
      if (!progress.signal.aborted) recordEnd(services, sessionId, job.jobId);
    });
    call.afterCommit(job.begin);
    return { jobId: job.jobId };
  },
  'import.apply': (call, tx, services) => {
    const { sessionId, userId } = ownSession(call);
    const { importId } = call.input;
    const chosen = services.imports.summary(sessionId, importId);
    call.note({ object: importObject(importId, chosen?.fileName ?? null) });
    const lacking = chosen === null ? null : refuseTypes(tx, call, chosen.types, chosen.knownRows);
    if (lacking !== null) return lacking;
    const checked = services.imports.checked(sessionId, importId, tx, call.scope);
    if (isRefusal(checked)) return checked;
    const { groups, kind, mapped, counts } = checked;
    const stamp = { nowMs: call.nowMs, byUserId: userId };
    applyRows(tx, groups, stamp, { nowMs: call.nowMs, latestDay: latestDay(call.nowMs) });
    if (mapped !== null) keepImportMapping(tx, kind, mapped.headers, mapped.mapping, stamp);
    const told = Object.entries({ kind, ...counts }).map(([field, now]) => ({ field, old: null, new: String(now) }));
    call.note({ count: counts.added + counts.changed, changes: told });
    call.afterCommit(() => void services.imports.discard(sessionId, importId));
    return counts;
  },
  'import.discard': (call, _tx, services) => {
    const { sessionId } = ownSession(call);
    const { importId } = call.input;
    call.note({ object: importObject(importId, services.imports.summary(sessionId, importId)?.fileName ?? null) });
    call.afterCommit(() => void services.imports.discard(sessionId, importId));
    return {};
  },
};

function typesIn(contents: readonly { readonly kind: string }[]): readonly RecordType[] {
  return contents.flatMap(({ kind }) => typesOfKind(kind));
}

function typesOfKind(kind: string): readonly RecordType[] {
  const type = recordTypeNamed(kind);
  return type === null ? [] : [type];
}

/** Importing adds records, and changes them where the importer says so: besides the right to import it needs those. */
function refuseTypes(
  tx: ReadTx,
  call: Pick<AuthorizedCall, 'subject' | 'nowMs'>,
  types: readonly RecordType[],
  knownRows: KnownRows,
): Refusal | null {
  const verbs = knownRows === 'update' ? ['create', 'update'] : ['create'];
  const needed = types.flatMap(({ area }) => verbs.map((verb) => `${area}:${verb}` as PermissionId));
  return refuseLacking(tx, call, needed);
}

function recordEnd(services: Services, sessionId: string, jobId: string): void {
  const { goodCount, errorCount } = services.jobs.read(jobId, sessionId) ?? { goodCount: 0, errorCount: 0 };
  services.recordOwn({
    event: 'import_check_finished',
    sessionId,
    outcome: errorCount === 0 ? 'succeeded' : 'refused',
    reason: errorCount === 0 ? null : 'the file has errors',
    count: goodCount,
    changes: [{ field: 'errors', old: null, new: String(errorCount) }],
  });
}

function importObject(importId: string, fileName: string | null) {
  return { type: 'import', id: importId, label: fileName ?? 'a file no longer chosen' };
}
