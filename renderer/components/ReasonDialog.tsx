// Asks why before something serious is done; the reason goes into the activity log.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import { RefusalCard } from './RefusalCard.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

export interface ReasonDialogProps {
  readonly title: string;
  /** What happens and what stays. */
  readonly says: ReactNode;
  /** A verb: "Disable Lena Ortiz". */
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => void | Promise<void>;
  readonly onClose: () => void;
  readonly opened?: boolean;
  readonly refusal?: Refusal | null;
  readonly isRunning?: boolean;
  /** More to choose, above the reason. */
  readonly children?: ReactNode;
}

export function ReasonDialog(props: ReasonDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened={props.opened ?? true}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
    >
      <ReasonForm {...props} />
    </Modal>
  );
}

function ReasonForm({ says, confirmLabel, onConfirm, onClose, refusal, isRunning, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem('Write why. It stands in the activity log.');
    setIsBusy(true);
    await onConfirm(reason.trim());
    setIsBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm" component="div">
          {says}
        </Text>
        {children}
        <Textarea
          label="Reason"
          description="One sentence for the activity log. No patient data."
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={problem}
          data-autofocus
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {refusal ? <RefusalCard refusal={refusal} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy || isRunning === true}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
