// What stands where something could not be shown, with a way to try again.
import { Button, Stack } from '@mantine/core';
import type { Refusal } from '../../shared/errors.ts';
import { RefusalCard } from './RefusalCard.tsx';

export function LoadFailed({ refusal, onRetry }: { readonly refusal: Refusal; readonly onRetry: () => void }) {
  return (
    <Stack align="flex-start" gap="sm" p="md" maw={640}>
      <RefusalCard refusal={refusal} />
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Stack>
  );
}
