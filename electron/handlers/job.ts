// Reading and cancelling long jobs; each session sees its own only.
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { ownSession } from './ownSession.ts';

type JobName = Extract<keyof Handlers, `job.${string}`>;

export const jobHandlers: Pick<Handlers, JobName> = {
  'job.read': (call, _tx, services) => services.jobs.read(call.input.jobId, ownSession(call).sessionId) ?? GONE,
  'job.cancel': (call, _tx, services) => {
    const { sessionId } = ownSession(call);
    const { jobId } = call.input;
    call.note({ object: { type: 'job', id: jobId, label: 'job' } });
    if (services.jobs.read(jobId, sessionId) === null) return GONE;
    call.afterCommit(() => void services.jobs.cancel(jobId, sessionId));
    return {};
  },
};

const GONE = refuse('NOT_FOUND', 'This job is not there any more. Start it again if you still need it.');
