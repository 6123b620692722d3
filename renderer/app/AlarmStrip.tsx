// What cannot wait: an alarm about the log or the file, and notices addressed to Super Users.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Bell, TriangleAlert } from 'lucide-react';
import { useCommand } from '../ipc/useCommand.ts';
import { useSession } from '../session/useSession.ts';

export function AlarmStrip() {
  const { state } = useSession();
  const acknowledge = useCommand('session.acknowledgeNotice', { tells: true });
  const { integrityAlarm, notices } = state;
  if (integrityAlarm === null && notices.length === 0) return null;
  return (
    <Stack gap="xs" mb="sm">
      {integrityAlarm === null ? null : (
        <Alert
          role="alert"
          className="refusal"
          variant="outline"
          color="red.9"
          icon={<TriangleAlert />}
          title="The records do not agree"
        >
          {integrityAlarm}
        </Alert>
      )}
      {notices.map(({ id, text, atMs }) => (
        <Alert key={id} role="status" variant="outline" color="orange.9" icon={<Bell />}>
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              {new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs)}: {text}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              loading={acknowledge.isRunning}
              onClick={() => void acknowledge.run({ noticeId: id })}
            >
              I have read this
            </Button>
          </Group>
        </Alert>
      ))}
    </Stack>
  );
}
