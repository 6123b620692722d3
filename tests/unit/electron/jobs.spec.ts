// Long jobs: what their starter sees, and that nobody else does.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createJobs, type JobProgress, JobTroubleError } from '../../../electron/jobs.ts';

function someJobs() {
  let count = 0;
  return createJobs(() => `job-${++count}`);
}

describe('createJobs', () => {
  it('never begins the work inside the call that starts it', async () => {
    let hasBegun = false;
    const jobs = someJobs();
    jobs.start('s', async () => {
      hasBegun = true;
    });
    expect(hasBegun).toBe(false);
    await nextTurn();
    expect(hasBegun).toBe(true);
  });

  it('does not run a job whose call was rolled back, because nobody begins it', async () => {
    let hasBegun = false;
    const jobs = someJobs();
    const { jobId } = jobs.create('s', async () => {
      hasBegun = true;
    });
    await nextTurn();
    expect([hasBegun, jobs.read(jobId, 's')]).toEqual([false, null]);
  });

  it('shows progress and the result', async () => {
    const jobs = someJobs();
    const id = jobs.start('s', async ({ report, finish }) => {
      report(3, 10);
      finish({ message: 'Good.', goodCount: 3 });
    });
    expect(jobs.read(id, 's')).toMatchObject({ state: 'running', message: '' });
    await nextTurn();
    expect(jobs.read(id, 's')).toMatchObject({ state: 'done', doneCount: 3, totalCount: 10, message: 'Good.' });
  });

  it('shows a job to its own session only, which alone may cancel it', async () => {
    const jobs = someJobs();
    const id = jobs.start('mine', async () => undefined);
    expect(jobs.read(id, 'other')).toBeNull();
    expect(jobs.cancel(id, 'other')).toBe(false);
    expect(jobs.cancel('nothing', 'mine')).toBe(false);
    expect(jobs.read(id, 'mine')?.state).toBe('running');
  });

  it('stays cancelled whatever the work still says', async () => {
    const jobs = someJobs();
    let seen: JobProgress | undefined;
    const id = jobs.start('s', async (progress) => {
      seen = progress;
      await nextTurn();
      progress.report(9, 9);
      progress.finish({ message: 'late' });
      throw new Error('late');
    });
    await nextTurn();
    expect(jobs.cancel(id, 's')).toBe(true);
    expect(seen?.signal.aborted).toBe(true);
    await nextTurn();
    await nextTurn();
    expect(jobs.read(id, 's')).toMatchObject({ state: 'cancelled', doneCount: 0 });
    expect(jobs.read(id, 's')?.message).not.toBe('late');
  });

  it('does not begin work that was cancelled before its turn', async () => {
    let hasBegun = false;
    const jobs = someJobs();
    const id = jobs.start('s', async () => {
      hasBegun = true;
    });
    jobs.cancel(id, 's');
    await nextTurn();
    expect(hasBegun).toBe(false);
  });

  it('tells a failure in plain words without data of the error', async () => {
    const jobs = someJobs();
    const broken = jobs.start('s', async () => {
      throw new Error('UNIQUE constraint failed: patient Mosciski');
    });
    const known = jobs.start('s', async () => {
      throw new JobTroubleError('detail', 'The disk is full.');
    });
    await nextTurn();
    await nextTurn();
    expect(jobs.read(broken, 's')?.state).toBe('failed');
    expect(jobs.read(broken, 's')?.message).not.toMatch(/Mosciski|UNIQUE/);
    expect(jobs.read(known, 's')?.message).toBe('The disk is full.');
  });

  it('forgets a session with everything it started', async () => {
    const jobs = someJobs();
    let signal: AbortSignal | undefined;
    const id = jobs.start('s', async (progress) => {
      signal = progress.signal;
      await nextTurn();
    });
    await nextTurn();
    jobs.endSession('s');
    expect(signal?.aborted).toBe(true);
    expect(jobs.read(id, 's')).toBeNull();
  });

  it('keeps the last twenty ended jobs of a session', async () => {
    const jobs = someJobs();
    const ids: string[] = [];
    for (let count = 0; count < 25; count += 1) {
      ids.push(jobs.start('s', async () => undefined));
      await nextTurn();
      await nextTurn();
    }
    expect(ids.filter((id) => jobs.read(id, 's') !== null).length).toBeLessThanOrEqual(21);
    expect(jobs.read(ids.at(-1) ?? '', 's')?.state).toBe('done');
  });
});
