// Asks for the own password and makes a new recovery code; the older sheet works until the new one is proved.
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../ipc/useCommand.ts';
import { PasswordField } from './PasswordField.tsx';
import { RefusalCard } from './RefusalCard.tsx';

/** No form of its own, because it also stands inside a step, which is one. */
export function RenewRecovery({ onMade }: { readonly onMade: (code: string) => void }) {
  const renew = useCommand('setup.renewRecovery', { refreshes: false });
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const make = async () => {
    if (password === '') return setProblem('Type your own password again.');
    setProblem(undefined);
    const made = await renew.run({ password });
    setPassword('');
    if (made !== null) onMade(made.recoveryCode);
  };
  return (
    <Stack gap="sm">
      <PasswordField
        label="Your password"
        description="Asked again because the code opens everything."
        autoComplete="current-password"
        value={password}
        error={problem}
        onChange={setPassword}
        onEnter={() => void make()}
      />
      {renew.refusal === null ? null : <RefusalCard refusal={renew.refusal} />}
      <div>
        <Button onClick={() => void make()} loading={renew.isRunning}>
          Make a new recovery code
        </Button>
      </div>
    </Stack>
  );
}
