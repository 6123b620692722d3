// Where the second half of an act stands for whoever did the first: who can do it, or when they may alone (S2.36, N8).
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

type Confirming = Output<'refund.readConfirming'>;

interface AloneNoteProps {
  readonly confirming: Confirming;
  /** `Approve alone…` */
  readonly label: string;
  readonly title: string;
  readonly isRunning: boolean;
  readonly refusal: Refusal | null;
  /** Resolves to whether it was done. */
  readonly onConfirm: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Nothing for the record of somebody else: the ordinary step is theirs to take. */
export function AloneNote({ confirming, label, title, isRunning, refusal, onConfirm, onClose }: AloneNoteProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { says, mayConfirmAlone } = confirming;
  if (says === null) return null;
  const close = () => {
    onClose();
    setIsAsking(false);
  };
  return (
    <Alert
      variant="outline"
      color="blue"
      icon={<Users size={18} aria-hidden />}
      title="Two people are needed"
      styles={{ title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="xs">
        <Text size="sm">{says}</Text>
        {mayConfirmAlone ? (
          <Group>
            <Button size="sm" onClick={() => setIsAsking(true)}>
              {label}
            </Button>
          </Group>
        ) : null}
      </Stack>
      {isAsking ? (
        <ConfirmDialog
          title={title}
          says="It is marked as done alone, in the record and in the activity log, and goes on the list for outside review. You print the sheet for your reviewer there."
          confirmLabel="Confirm alone"
          asksReason={false}
          passwordHint={null}
          isRunning={isRunning}
          refusal={refusal}
          onConfirm={async () => {
            if (await onConfirm()) setIsAsking(false);
          }}
          onClose={close}
        />
      ) : null}
    </Alert>
  );
}
