// “Try it on the last 90 days”: a proposed change replayed on the log, with progress, a way to stop, and what it found (P1).
import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useJob } from '../../ipc/useJob.ts';
import { DENIALS } from '../denialWords.ts';
import { JobProgress } from '../JobProgress.tsx';
import { RefusalCard } from '../RefusalCard.tsx';
import { showCount, showTime } from '../showTime.ts';

export type ReplayDays = 30 | 90 | null;
type Found = NonNullable<Output<'job.read'>['replay']>;

interface TryOnLogProps {
  /** Starts the replay; null when it was refused. */
  readonly onStart: (days: ReplayDays) => Promise<{ readonly jobId: string } | null>;
  readonly isStarting: boolean;
  readonly refusal: Refusal | null;
}

const SPANS = [
  { value: '30', label: 'the last 30 days' },
  { value: '90', label: 'the last 90 days' },
  { value: 'all', label: 'everything in the log' },
];
const DAYS: Readonly<Record<string, ReplayDays>> = { '30': 30, '90': 90, all: null };

/** Changes nothing; whoever closes the dialog meanwhile has lost no more than the answer. */
export function TryOnLog({ onStart, isStarting, refusal }: TryOnLogProps) {
  const [span, setSpan] = useState('90');
  const [jobId, setJobId] = useState<string | null>(null);
  const { job, refusal: lost } = useJob(jobId);
  const cancel = useCommand('job.cancel', { refreshes: false, tells: true });
  const isRunning = jobId !== null && (job === null || job.state === 'running') && lost === null;
  const trouble = refusal ?? lost;
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-end" wrap="wrap">
        <Select
          label="Acts of"
          data={SPANS}
          allowDeselect={false}
          w={210}
          value={span}
          disabled={isRunning}
          onChange={(value) => setSpan(value ?? '90')}
        />
        <Button
          variant="default"
          leftSection={<History size={16} aria-hidden />}
          loading={isStarting}
          disabled={isRunning}
          onClick={async () => {
            setJobId(null);
            setJobId((await onStart(DAYS[span] ?? null))?.jobId ?? null);
          }}
        >
          Try it on the log
        </Button>
      </Group>
      {isRunning ? (
        <JobProgress
          label="Trying"
          job={job}
          unit="acts"
          onCancel={() => {
            if (jobId !== null) void cancel.run({ jobId });
          }}
        />
      ) : null}
      {trouble === null ? null : <RefusalCard refusal={trouble} />}
      {job === null || isRunning ? null : <Result message={job.message} found={job.replay ?? null} />}
    </Stack>
  );
}

function Result({ message, found }: { readonly message: string; readonly found: Found | null }) {
  if (found === null) return <Text size="sm">{message}</Text>;
  const { groups, groupsLeftOut, peopleCount, changedSinceCount, skippedCount } = found;
  return (
    <section aria-label="What it would have changed">
      <Text size="sm" fw={600} role="status">
        {message}
      </Text>
      {groups.length === 0 ? null : (
        <Table aria-label="Acts that would be answered otherwise" verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Who</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">Would be</Table.Th>
              <Table.Th scope="col" ta="end">
                Acts
              </Table.Th>
              <Table.Th scope="col">In the log</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map(({ userId, name, procedure, says, wouldBe, reason, count, examples }) => (
              <Table.Tr key={`${userId}|${procedure}|${wouldBe}|${reason}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{says}</Table.Td>
                <Table.Td>
                  {wouldBe === 'permitted' ? 'Allowed' : reason === null ? 'Denied' : DENIALS[reason]}
                </Table.Td>
                <Table.Td ta="end">{showCount(count)}</Table.Td>
                <Table.Td>{examples.map(({ number, atMs }) => `${number} (${showTime(atMs)})`).join('; ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {[
          `${peopleCount === 1 ? '1 person is' : `${showCount(peopleCount)} people are`} concerned.`,
          ...(groupsLeftOut === 0 ? [] : [`${showCount(groupsLeftOut)} further lines are left out.`]),
          'Taken: the rights of today and of the change at the hour of each act, with what is given for a time or a place as if it counted, and the records as they are now. What was typed is not in the log, so it is not judged again.',
          ...(changedSinceCount === 0
            ? []
            : [
                `${showCount(changedSinceCount)} acts are answered otherwise today than they were then, without the change.`,
              ]),
          ...(skippedCount === 0 ? [] : [`${showCount(skippedCount)} entries tell of nothing that a right decides.`]),
        ].join(' ')}
      </Text>
    </section>
  );
}
