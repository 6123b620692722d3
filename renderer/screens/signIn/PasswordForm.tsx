// Login ID and password; after a lock the login ID is known and only the password is asked.
import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PasswordField } from '../../components/PasswordField.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';

export function PasswordForm() {
  const { seat, leaveSeat } = useSession();
  const signIn = useCommand('session.create');
  const [loginId, setLoginId] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<{ readonly loginId?: string; readonly password?: string }>({});
  const loginBox = useRef<HTMLInputElement>(null);
  const passwordBox = useRef<HTMLInputElement>(null);
  const isUnlocking = seat !== null;

  useEffect(() => {
    (isUnlocking ? passwordBox : loginBox).current?.focus();
  }, [isUnlocking]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const id = (seat?.loginId ?? loginId).trim();
    if (id === '') {
      setProblem({ loginId: 'Type your login ID.' });
      return loginBox.current?.focus();
    }
    if (password === '') {
      setProblem({ password: 'Type your password.' });
      return passwordBox.current?.focus();
    }
    setProblem({});
    const done = await signIn.run({ loginId: id, password });
    setPassword('');
    if (done === null) passwordBox.current?.focus();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {isUnlocking ? (
          <input type="text" name="username" autoComplete="username" value={seat.loginId} readOnly hidden />
        ) : (
          <TextInput
            ref={loginBox}
            label="Login ID"
            required
            autoComplete="username"
            maxLength={64}
            spellCheck={false}
            value={loginId}
            error={problem.loginId}
            onChange={(event) => setLoginId(event.currentTarget.value)}
          />
        )}
        <PasswordField
          ref={passwordBox}
          label="Password"
          autoComplete="current-password"
          value={password}
          error={problem.password}
          onChange={setPassword}
        />
        {signIn.refusal === null ? null : <RefusalCard refusal={signIn.refusal} takesFocus={false} />}
        <Button type="submit" loading={signIn.isRunning} fullWidth>
          {isUnlocking ? `Unlock as ${seat.name}` : 'Sign in'}
        </Button>
        {isUnlocking ? (
          <Button
            variant="default"
            fullWidth
            onClick={() => {
              signIn.clearRefusal();
              leaveSeat();
            }}
          >
            Switch user
          </Button>
        ) : null}
      </Stack>
    </form>
  );
}
