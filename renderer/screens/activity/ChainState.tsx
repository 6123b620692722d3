// Whether the log is whole: how far it was verified, what a receipt covers, and Verify now.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCount, showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { type JobView, useJob } from '../../ipc/useJob.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './activity.module.css';

type ChainStatus = Output<'audit.readStatus'>;

/** What is proved, what is not, and a way to prove it now. */
export function ChainState() {
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('audit.startVerify', { refreshes: false });
  const cancel = useCommand('job.cancel', { refreshes: false, tells: true });
  const status = useQuery('audit.readStatus', {});
  const { job, refusal } = useJob(jobId);
  const isRunning = jobId !== null && refusal === null && (job === null || job.state === 'running');
  const { reload } = status;
  const endState = job === null || job.state === 'running' ? null : job.state;
  useEffect(() => {
    if (endState !== null) reload();
  }, [endState, reload]);

  const verify = async () => {
    const started = await start.run({});
    if (started !== null) setJobId(started.jobId);
  };
  const trouble = start.refusal ?? refusal ?? status.refusal;
  return (
    <Stack gap="xs">
      {status.value?.alarm ? (
        <Alert color="red" variant="outline" icon={<ShieldAlert size={20} aria-hidden />} title="The log needs a look">
          {status.value.alarm}
        </Alert>
      ) : null}
      <div className={classes.chain}>
        <div className={classes.chainWords} role="status">
          {status.value === undefined ? null : <StatusWords status={status.value} />}
          {job === null || isRunning ? null : <Outcome job={job} />}
        </div>
        {isRunning ? null : (
          <Button variant="default" size="compact-md" loading={start.isRunning} onClick={verify}>
            Verify now
          </Button>
        )}
      </div>
      {isRunning && jobId !== null ? (
        <JobProgress label="Verifying" job={job} unit="entries" onCancel={() => void cancel.run({ jobId })} />
      ) : null}
      {trouble === null ? null : (
        <RefusalCard
          refusal={trouble}
          onClose={() => {
            start.clearRefusal();
            setJobId(null);
          }}
        />
      )}
    </Stack>
  );
}

function StatusWords({ status }: { readonly status: ChainStatus }) {
  const { verifiedNumber, verifiedAtMs, receiptNumber, receiptAtMs, alarm } = status;
  const isVerified = verifiedAtMs !== null || undefined;
  const Shield = isVerified ? ShieldCheck : ShieldQuestionMark;
  const verified =
    verifiedAtMs === null
      ? 'Not verified yet.'
      : `Verified to entry ${showCount(verifiedNumber)} at ${showTime(verifiedAtMs)}.`;
  const receipt =
    receiptNumber === 0 || receiptAtMs === null
      ? 'No receipt was given out yet: the entries are protected only against people without administrator rights. An export gives out a receipt.'
      : `Entries up to #${showCount(receiptNumber)} are covered by a receipt given out on ${showTime(receiptAtMs)}. Entries after #${showCount(receiptNumber)} are protected only against people without administrator rights.`;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {alarm === null ? <Shield size={18} aria-hidden className={classes.shield} data-verified={isVerified} /> : null}
      <Text size="sm">
        <strong>{verified}</strong> {receipt}
      </Text>
    </Group>
  );
}

function Outcome({ job }: { readonly job: JobView }) {
  const words: Record<JobView['state'], string> = {
    running: '',
    done: job.message,
    failed: job.message,
    cancelled: 'The verification was cancelled.',
  };
  return (
    <Text size="sm" fw={500}>
      {words[job.state]}
    </Text>
  );
}
