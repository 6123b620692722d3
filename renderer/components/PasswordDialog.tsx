// Step-up: asks for a reason and the own password again before a change of great power (S2.95).
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import { PasswordField } from './PasswordField.tsx';
import { RefusalCard } from './RefusalCard.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

export interface PasswordDialogProps {
  readonly title: string;
  readonly says: ReactNode;
  readonly confirmLabel: string;
  /** False: the act explains itself, and only the password is asked. */
  readonly asksReason?: boolean;
  /** Why the password is asked again. */
  readonly passwordHint?: string;
  readonly onConfirm: (reason: string, password: string) => void | Promise<void>;
  readonly onClose: () => void;
  readonly opened?: boolean;
  readonly refusal?: Refusal | null;
  readonly isRunning?: boolean;
}

export function PasswordDialog(props: PasswordDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened={props.opened ?? true}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
    >
      <PasswordForm {...props} />
    </Modal>
  );
}

function PasswordForm(props: PasswordDialogProps) {
  const { says, confirmLabel, onConfirm, onClose, refusal, isRunning, asksReason = true } = props;
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ readonly reason?: string; readonly password?: string }>({});
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(asksReason && reason.trim() === '' ? { reason: 'Write why. It stands in the activity log.' } : {}),
      ...(password === '' ? { password: 'Type your own password again.' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    await onConfirm(reason.trim(), password);
    setIsBusy(false);
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm" component="div">
          {says}
        </Text>
        {asksReason ? (
          <Textarea
            label="Reason"
            description="One sentence for the activity log. No patient data."
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={problems.reason}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <PasswordField
          label="Your password"
          description={props.passwordHint ?? 'Asked again because this gives great power.'}
          autoComplete="current-password"
          value={password}
          error={problems.password}
          onChange={setPassword}
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
