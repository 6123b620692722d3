// Follows a long job of the main process until it ends.
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../shared/errors.ts';
import { call } from './client.ts';

export type JobView = Output<'job.read'>;

/** How often a running job is asked for its progress. */
const POLL_INTERVAL_MS = 250;

interface FollowedJob {
  readonly job: JobView | null;
  readonly refusal: Refusal | null;
}
const NOTHING: FollowedJob = { job: null, refusal: null };

/** The newest view of the job `jobId`, asked again until it is no longer running; null follows nothing. */
export function useJob(jobId: string | null): FollowedJob {
  const [followed, setFollowed] = useState<FollowedJob>(NOTHING);
  useEffect(() => {
    setFollowed(NOTHING);
    if (jobId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const ask = async () => {
      const reply = await call('job.read', { jobId });
      if (isLeft) return;
      if (!reply.ok) {
        setFollowed((before) => ({ ...before, refusal: reply.error }));
        return;
      }
      setFollowed({ job: reply.value, refusal: null });
      if (reply.value.state === 'running') timer = setTimeout(ask, POLL_INTERVAL_MS);
    };
    void ask();
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [jobId]);
  return followed;
}
