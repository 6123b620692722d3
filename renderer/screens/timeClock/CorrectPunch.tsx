// Under an open punch: its note, and correcting it for whoever may.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useSession } from '../../session/useSession.ts';
import { PunchDialog } from './PunchDialog.tsx';

interface CorrectPunchProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
}

export function CorrectPunch({ record, onChanged }: CorrectPunchProps) {
  const { subject, can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const isOwn = subject?.userId === record.fields.userId;
  const note = String(record.fields.note ?? '');
  return (
    <>
      {note === '' ? null : <Text size="sm">{note}</Text>}
      {isOwn ? (
        <Text size="sm" c="dimmed">
          Nobody corrects their own working time. Ask somebody who may correct punches.
        </Text>
      ) : can('timeClock:update') ? (
        <Group>
          <Button size="xs" onClick={() => setIsOpen(true)}>
            Correct…
          </Button>
        </Group>
      ) : null}
      {isOpen ? <PunchDialog record={record} onDone={onChanged} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
