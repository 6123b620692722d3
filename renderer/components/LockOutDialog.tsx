// Asks why and until when before a person, a role or a computer is locked out.
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LOCK_OUT_ENDS, type LockOutEndChoice, lockOutEndAt, lockOutEndLabel } from './lockOutEnd.ts';
import { ReasonDialog, type ReasonDialogProps } from './ReasonDialog.tsx';

interface LockOutDialogProps extends Omit<ReasonDialogProps, 'onConfirm'> {
  /** `untilMs` is null for a lock-out without an end. */
  readonly onConfirm: (reason: string, untilMs: number | null) => void | Promise<void>;
}

/** No end unless one is chosen; the moment of a preset is counted from when the dialog is confirmed. */
export function LockOutDialog({ onConfirm, children, ...dialog }: LockOutDialogProps) {
  const [openedAtMs] = useState(() => Date.now());
  const [choice, setChoice] = useState<LockOutEndChoice>('none');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function confirm(reason: string) {
    const end = lockOutEndAt(choice, typed, Date.now());
    if ('problem' in end) setProblem(end.problem);
    else await onConfirm(reason, end.untilMs);
  }

  return (
    <ReasonDialog {...dialog} onConfirm={confirm}>
      <Radio.Group
        label="The lock-out ends"
        value={choice}
        onChange={(value) => {
          setChoice(LOCK_OUT_ENDS.find((end) => end === value) ?? 'none');
          setProblem(null);
        }}
      >
        <Stack gap={6} mt={4}>
          {LOCK_OUT_ENDS.map((end) => (
            <Radio key={end} value={end} size="sm" label={lockOutEndLabel(end, openedAtMs)} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === 'chosen' ? (
        <TextInput
          label="Day and time of the end"
          type="datetime-local"
          required
          maw={260}
          value={typed}
          error={problem}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
      ) : null}
      {children}
    </ReasonDialog>
  );
}
