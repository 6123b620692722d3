// Who did what to a record, from the activity log; asked for only when somebody wants to see it (S5.15).
import { Button, Skeleton, Stack, Text, Timeline } from '@mantine/core';
import { useState } from 'react';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { LoadFailed } from '../LoadFailed.tsx';
import { showTime } from '../showTime.ts';

interface RecordHistoryProps {
  readonly type: RecordType;
  readonly recordId: string;
}

/** Closed at first: looking at a history is an entry in the log of its own. */
export function RecordHistory({ type, recordId }: RecordHistoryProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!type.actions.includes('readHistory')) return null;
  return (
    <div>
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide the history' : 'Show the history'}
      </Button>
      {isOpen ? <Lines type={type} recordId={recordId} /> : null}
    </div>
  );
}

function Lines({ type, recordId }: RecordHistoryProps) {
  const { value, refusal, reload } = useRecordQuery(type, 'readHistory', { id: recordId });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={60} mt="xs" aria-label="The history is loading" />;
  if (value.lines.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        Nothing was changed since it came in.
      </Text>
    );
  return (
    <Timeline mt="sm" bulletSize={12} lineWidth={2}>
      {value.lines.map((line) => (
        <Timeline.Item key={line.number}>
          <Text size="sm">
            <strong>{line.by}</strong> {line.says}
          </Text>
          <Text size="xs" c="dimmed">
            {showTime(line.atMs)}
            {line.why === null ? '' : ` · ${line.why}`}
          </Text>
          <Stack gap={0} component="ul" my={2} pl="md">
            {line.changes.map((change) => (
              <Text key={`${change.field}${change.old ?? ''}${change.new ?? ''}`} size="xs" component="li">
                {change.field}: {change.old ?? 'empty'} → {change.new ?? 'empty'}
              </Text>
            ))}
          </Stack>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
