// A new or reset user makes up a password of their own with the one-time code.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  EMPTY_PASSWORD,
  type NewPassword,
  NewPasswordFields,
  passwordProblem,
} from '../../components/NewPasswordFields.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';

export function ActivationForm({ onBack }: { readonly onBack: () => void }) {
  const { seat } = useSession();
  const activate = useCommand('session.activate');
  const [loginId, setLoginId] = useState(seat?.loginId ?? '');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState<NewPassword>(EMPTY_PASSWORD);
  const [problems, setProblems] = useState<Partial<Record<'loginId' | 'code' | 'password', string>>>({});

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrongPassword = passwordProblem(password);
    const found = {
      ...(loginId.trim() === '' ? { loginId: 'Type the login ID that stands on the slip.' } : {}),
      ...(code.trim().length < 8 ? { code: 'Type the code from the slip.' } : {}),
      ...(wrongPassword === null ? {} : { password: wrongPassword }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    await activate.run({ loginId: loginId.trim(), activationCode: code.trim(), newPassword: password.typed });
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Login ID"
          required
          data-autofocus
          autoFocus
          autoComplete="username"
          maxLength={64}
          spellCheck={false}
          value={loginId}
          error={problems.loginId}
          onChange={(event) => setLoginId(event.currentTarget.value)}
        />
        <TextInput
          label="Activation code"
          description="From the slip. Capitals, spaces and dashes do not matter."
          required
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={80}
          value={code}
          error={problems.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPasswordFields value={password} onChange={setPassword} ownWords={[loginId]} problem={problems.password} />
        {activate.refusal === null ? null : <RefusalCard refusal={activate.refusal} onClose={activate.clearRefusal} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" loading={activate.isRunning}>
            Set password and sign in
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
