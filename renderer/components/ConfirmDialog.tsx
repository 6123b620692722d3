// Asks before something serious is done: why, and where it gives great power the own password again (S2.95).
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import { PasswordField } from './PasswordField.tsx';
import { RefusalCard } from './RefusalCard.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What happens and what stays. */
  readonly says: ReactNode;
  /** A verb: "Disable Lena Ortiz". */
  readonly confirmLabel: string;
  readonly asksReason: boolean;
  /** Why the password is asked; null: it is not. */
  readonly passwordHint: string | null;
  readonly onConfirm: (reason: string, password: string) => void | Promise<void>;
  readonly onClose: () => void;
  readonly opened?: boolean;
  readonly refusal?: Refusal | null;
  readonly isRunning?: boolean;
  /** More to choose, above the reason. */
  readonly children?: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened={props.opened ?? true}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
    >
      <ConfirmForm {...props} />
    </Modal>
  );
}

interface Problems {
  readonly reason?: string;
  readonly password?: string;
}

/** The inside of the dialog, for one that goes on after the answer. */
export function ConfirmForm(props: Omit<ConfirmDialogProps, 'title' | 'opened'>) {
  const { asksReason, passwordHint, refusal } = props;
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Problems = {
      ...(asksReason && reason.trim() === '' ? { reason: 'Write why. It stands in the activity log.' } : {}),
      ...(passwordHint !== null && password === '' ? { password: 'Type your own password again.' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    await props.onConfirm(reason.trim(), password);
    setIsBusy(false);
    // The reason stays for another try; a password never waits in a page.
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm" component="div">
          {props.says}
        </Text>
        {props.children}
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
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setProblems({});
            }}
          />
        ) : null}
        {passwordHint === null ? null : (
          <PasswordField
            label="Your password"
            description={passwordHint}
            autoComplete="current-password"
            value={password}
            error={problems.password}
            onChange={setPassword}
          />
        )}
        {refusal ? <RefusalCard refusal={refusal} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy || props.isRunning === true}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
