// Long jobs of a session: started by a call, read and cancelled by that session alone.
import type { Output } from '../shared/catalogue/procedures.ts';

/** A job as its starter sees it. */
export type JobView = Output<'job.read'>;

/** What a job may say about itself when it is done. */
export type JobResult = Partial<Omit<JobView, 'jobId' | 'state' | 'doneCount' | 'totalCount'>>;

/** How a job's work speaks to its starter. */
export interface JobProgress {
  /** Aborted when the person cancels or the session ends; work must stop soon after. */
  readonly signal: AbortSignal;
  readonly report: (doneCount: number, totalCount: number) => void;
  /** Sets what the person reads in the end; without it the message stays empty. */
  readonly finish: (result: JobResult) => void;
}

export type JobWork = (progress: JobProgress) => Promise<void>;

/** A job that has an id but does not run yet; `begin` it when its audit entry is committed. */
export interface CreatedJob {
  readonly jobId: string;
  readonly begin: () => void;
}

export interface Jobs {
  /** Makes a job without running it, so that a call can answer with the id and begin the work after its commit. */
  create(sessionId: string, work: JobWork): CreatedJob;
  /** Makes a job and begins it at once. */
  start(sessionId: string, work: JobWork): string;
  /** The job, or null when there is none of that id in this session. */
  read(jobId: string, sessionId: string): JobView | null;
  /** Stops a running job; false when there is none of that id in this session. A job that has ended stays as it is. */
  cancel(jobId: string, sessionId: string): boolean;
  /** Cancels and forgets everything of a session. */
  endSession(sessionId: string): void;
}

/** A job's trouble in words a person can act on; any other thrown thing becomes a general sentence. */
export class JobTroubleError extends Error {
  readonly sentence: string;
  constructor(detail: string, sentence: string) {
    super(detail);
    this.name = 'JobTroubleError';
    this.sentence = sentence;
  }
}

/** How many ended jobs a session can still read. */
const KEPT_JOBS = 20;
const GENERAL_TROUBLE = 'This could not be finished. Try again; if it happens again, restart the program.';

interface Job {
  readonly sessionId: string;
  readonly abort: AbortController;
  view: JobView;
}

/** The jobs of all sessions, in memory. Work begins in a later turn of the event loop, never inside the caller. */
export function createJobs(newId: () => string): Jobs {
  const jobs = new Map<string, Job>();

  function create(sessionId: string, work: JobWork): CreatedJob {
    const jobId = newId();
    return {
      jobId,
      begin() {
        if (jobs.has(jobId)) return;
        const job: Job = { sessionId, abort: new AbortController(), view: newView(jobId) };
        jobs.set(jobId, job);
        forgetOldest(jobs, sessionId);
        setImmediate(() => void run(job, work));
      },
    };
  }

  return {
    create,
    start(sessionId, work) {
      const job = create(sessionId, work);
      job.begin();
      return job.jobId;
    },
    read(jobId, sessionId) {
      const job = jobs.get(jobId);
      return job?.sessionId === sessionId ? job.view : null;
    },
    cancel(jobId, sessionId) {
      const job = jobs.get(jobId);
      if (job?.sessionId !== sessionId) return false;
      stop(job);
      return true;
    },
    endSession(sessionId) {
      for (const [jobId, job] of jobs) {
        if (job.sessionId !== sessionId) continue;
        stop(job);
        jobs.delete(jobId);
      }
    },
  };
}

async function run(job: Job, work: JobWork): Promise<void> {
  const isRunning = () => job.view.state === 'running';
  if (!isRunning()) return;
  try {
    await work({
      signal: job.abort.signal,
      report(doneCount, totalCount) {
        if (isRunning()) job.view = { ...job.view, doneCount, totalCount };
      },
      finish(result) {
        if (isRunning()) job.view = { ...job.view, ...result };
      },
    });
    if (isRunning()) job.view = { ...job.view, state: 'done' };
  } catch (error) {
    if (!isRunning()) return;
    const message = error instanceof JobTroubleError ? error.sentence : GENERAL_TROUBLE;
    job.view = { ...job.view, state: 'failed', message };
  }
}

function stop(job: Job): void {
  if (job.view.state !== 'running') return;
  job.view = { ...job.view, state: 'cancelled', message: 'Cancelled. Nothing more is done.' };
  job.abort.abort();
}

function forgetOldest(jobs: Map<string, Job>, sessionId: string): void {
  const ended = [...jobs].filter(([, job]) => job.sessionId === sessionId && job.view.state !== 'running');
  for (const [jobId] of ended.slice(0, Math.max(0, ended.length - KEPT_JOBS))) jobs.delete(jobId);
}

function newView(jobId: string): JobView {
  return {
    jobId,
    state: 'running',
    doneCount: 0,
    totalCount: 0,
    message: '',
    errors: [],
    errorCount: 0,
    goodCount: 0,
    warnings: [],
    warningCount: 0,
    counts: { added: 0, changed: 0, changedFields: 0, leftOut: 0 },
    previews: [],
    files: [],
  };
}
