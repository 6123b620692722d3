// Who made and who last changed a record, and when.
import { Text } from '@mantine/core';
import { showTime } from './showTime.ts';

interface RecordStampProps {
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly changedAtMs: number;
  readonly changedBy: string;
}

/** One line under a record: its making and its last change. */
export function RecordStamp({ createdAtMs, createdBy, changedAtMs, changedBy }: RecordStampProps) {
  return (
    <Text size="xs" c="dimmed">
      Added {showTime(createdAtMs)} by {createdBy} · Last changed {showTime(changedAtMs)} by {changedBy}
    </Text>
  );
}
