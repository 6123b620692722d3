// What a list says when it has nothing to show: why, and the next step.
import { Stack, Text } from '@mantine/core';
import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Inbox size={32} strokeWidth={1.4} aria-hidden color="var(--mantine-color-dimmed)" />
      <Text fw={600}>{title}</Text>
      {hint === undefined ? null : (
        <Text size="sm" c="dimmed" ta="center" maw={440} component="div">
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
