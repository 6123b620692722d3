// The progress of a long job: bar, figures and a way to stop it.
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { JobView } from '../ipc/useJob.ts';
import { showCount } from './showTime.ts';

interface JobProgressProps {
  /** What is being done, such as `Checking rows`. */
  readonly label: string;
  readonly job: JobView | null;
  /** What is counted, such as `rows`. */
  readonly unit: string;
  readonly onCancel: () => void;
}

/** Shows a running job; a person can always stop it. */
export function JobProgress({ label, job, unit, onCancel }: JobProgressProps) {
  const doneCount = job?.doneCount ?? 0;
  const totalCount = job?.totalCount ?? 0;
  const percent = totalCount === 0 ? 0 : Math.floor((100 * doneCount) / totalCount);
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {label}: {showCount(doneCount)} of {showCount(totalCount)} {unit} ({percent} %)
        </Text>
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
      <Progress.Root size="md">
        <Progress.Section value={percent} aria-label={label} />
      </Progress.Root>
    </Stack>
  );
}
