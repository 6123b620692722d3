// Importing providers and patients: choose a file, check it, then all rows or none.
import { addImportedPatients, addImportedProviders } from '../../db/repositories/importPeople.ts';
import { isRefusal } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { ownSession } from './ownSession.ts';

type ImportName = Extract<keyof Handlers, `import.${string}`>;

// The log names the file and counts the rows; names of patients stay out of it.
export const importHandlers: Pick<Handlers, ImportName> = {
  'import.choose': (call, _tx, services) => {
    const { path } = call.prepared;
    if (path === null) return { isChosen: false };
    const chosen = services.imports.choose(ownSession(call).sessionId, call.input.kind, path);
    if (isRefusal(chosen)) return chosen;
    call.note({ object: importObject(chosen.importId, chosen.fileName), count: chosen.rowCount });
    return chosen;
  },
  'import.check': (call, _tx, services) => {
    const { sessionId } = ownSession(call);
    const { importId, mapping } = call.input;
    const work = services.imports.check(sessionId, importId, mapping, {
      database: services.database,
      nowMs: call.nowMs,
      scope: call.scope,
    });
    if (isRefusal(work)) return work;
    call.note({ object: importObject(importId, services.imports.fileName(sessionId, importId)) });
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
    call.note({ object: importObject(importId, services.imports.fileName(sessionId, importId)) });
    const checked = services.imports.checked(sessionId, importId, tx);
    if (isRefusal(checked)) return checked;
    const stamp = { newId: services.newId, nowMs: call.nowMs, byUserId: userId };
    if (checked.kind === 'providers') addImportedProviders(tx, checked.people, stamp);
    else addImportedPatients(tx, checked.people, stamp);
    const addedCount = checked.people.length;
    call.note({ count: addedCount, changes: [{ field: 'kind', old: null, new: checked.kind }] });
    call.afterCommit(() => void services.imports.discard(sessionId, importId));
    return { addedCount };
  },
  'import.discard': (call, _tx, services) => {
    const { sessionId } = ownSession(call);
    const { importId } = call.input;
    call.note({ object: importObject(importId, services.imports.fileName(sessionId, importId)) });
    call.afterCommit(() => void services.imports.discard(sessionId, importId));
    return {};
  },
};

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
