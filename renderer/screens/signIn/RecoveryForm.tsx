// Opens the practice with the code on paper, only to bring Super Users back (S2.100).
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';

interface RecoveryFormProps {
  /** Why there is no other way in; null when the person chose this one. */
  readonly trouble: string | null;
  readonly onBack: (() => void) | null;
  readonly onRecovered: (newRecoveryCode: string) => void;
}

export function RecoveryForm({ trouble, onBack, onRecovered }: RecoveryFormProps) {
  const { refresh } = useSession();
  const recover = useCommand('session.recover', { refreshes: false });
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length < 8) return setProblem('Type the whole code from the recovery sheet.');
    setProblem(null);
    const opened = await recover.run({ recoveryCode: code.trim() });
    if (opened === null) return;
    // Kept by the page above before this one goes away: the code is shown once and never again.
    onRecovered(opened.newRecoveryCode);
    await refresh();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {trouble === null ? null : <Text>{trouble}</Text>}
        <Text size="sm">
          With the code from the recovery sheet you can give a Super User a new activation code, and nothing else. Every
          Super User will be told that it was used.
        </Text>
        <TextInput
          label="Recovery code"
          description="Capitals, spaces and dashes do not matter."
          required
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={code}
          error={problem}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {recover.refusal === null ? null : <RefusalCard refusal={recover.refusal} onClose={recover.clearRefusal} />}
        <Group justify={onBack === null ? 'flex-end' : 'space-between'}>
          {onBack === null ? null : (
            <Button variant="default" onClick={onBack}>
              Back
            </Button>
          )}
          <Button type="submit" loading={recover.isRunning}>
            Open with the recovery code
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
