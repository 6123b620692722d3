// A running export and its result.
import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import type { Refusal } from '../../../shared/errors.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import type { JobView } from '../../ipc/useJob.ts';

interface ExportProgressProps {
  readonly jobId: string;
  readonly job: JobView | null;
  readonly refusal: Refusal | null;
  readonly onClose: () => void;
}

/** Progress with Cancel, then the files or the trouble. */
export function ExportProgress({ jobId, job, refusal, onClose }: ExportProgressProps) {
  const cancel = useCommand('job.cancel', { refreshes: false, tells: true });
  if (refusal !== null) return <RefusalCard refusal={refusal} onClose={onClose} />;
  if (job === null || job.state === 'running')
    return <JobProgress label="Exporting" job={job} unit="entries" onCancel={() => void cancel.run({ jobId })} />;
  return (
    <Stack gap="sm">
      <div role="status">{job.state === 'done' ? <Written job={job} /> : <NotWritten job={job} />}</div>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

function Written({ job }: { readonly job: JobView }) {
  return (
    <OutcomeBox isGood title="The export is written and checked">
      <List size="sm" spacing={4}>
        {job.files.map((file) => (
          <List.Item key={file}>
            <Code>{file}</Code>
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {job.message} The export itself stands in the activity log, with its purpose and your name.
      </Text>
    </OutcomeBox>
  );
}

function NotWritten({ job }: { readonly job: JobView }) {
  const isCancelled = job.state === 'cancelled';
  return (
    <OutcomeBox isGood={false} title={isCancelled ? 'The export was cancelled' : 'The export failed'}>
      <Text size="sm">{isCancelled ? 'No complete file was written. The log names the attempt.' : job.message}</Text>
    </OutcomeBox>
  );
}
