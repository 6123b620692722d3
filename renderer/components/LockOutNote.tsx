// Says that something is locked out: until when, by whom, since when and why.
import { Paper, Text } from '@mantine/core';
import { lockOutEndWords } from './lockOutEnd.ts';
import { showTime } from './showTime.ts';

interface LockOutNoteProps {
  readonly lockOut: {
    readonly untilMs: number | null;
    readonly reason: string;
    readonly by: string;
    readonly atMs: number;
  };
  /** Who is kept out and who is not. */
  readonly says: string;
}

export function LockOutNote({ lockOut: { untilMs, reason, by, atMs }, says }: LockOutNoteProps) {
  return (
    <Paper withBorder p="xs" my={4} style={{ borderColor: 'var(--mantine-color-red-6)' }} role="note">
      <Text size="sm" fw={600}>
        Locked out {lockOutEndWords(untilMs)}
      </Text>
      <Text size="sm">{says}</Text>
      <Text size="sm">Reason: {reason}</Text>
      <Text size="xs" c="dimmed">
        Locked out by {by} on {showTime(atMs)}
      </Text>
    </Paper>
  );
}
