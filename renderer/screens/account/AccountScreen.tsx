// Changing one's own password.
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  EMPTY_PASSWORD,
  type NewPassword,
  NewPasswordFields,
  passwordProblem,
} from '../../components/NewPasswordFields.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { lastSignInSentence } from '../../session/lastSignInSentence.ts';
import { useSession } from '../../session/useSession.ts';

export function AccountScreen() {
  const { subject } = useSession();
  const change = useCommand('session.changePassword');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<NewPassword>(EMPTY_PASSWORD);
  const [problems, setProblems] = useState<{ readonly current?: string; readonly next?: string }>({});

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const nextProblem = passwordProblem(next);
    const found = {
      ...(current === '' ? { current: 'Type the password you use now.' } : {}),
      ...(nextProblem === null ? {} : { next: nextProblem }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const done = await change.run({ currentPassword: current, newPassword: next.typed });
    if (done === null) return;
    setCurrent('');
    setNext(EMPTY_PASSWORD);
    notify.done('Your password is changed. Use the new one from now on.');
  };

  return (
    <>
      <PageHeader title="My password" />
      <form className="panel" style={{ maxWidth: 520 }} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            You are signed in as {subject?.name} ({subject?.loginId}). Nobody else knows or can see your password, not
            even a Super User.
          </Text>
          {subject?.previousSignIn ? <Text size="sm">{lastSignInSentence(subject.previousSignIn)}</Text> : null}
          <PasswordField
            label="Password now"
            autoComplete="current-password"
            value={current}
            error={problems.current}
            onChange={setCurrent}
          />
          <NewPasswordFields
            value={next}
            onChange={setNext}
            ownWords={subject === null ? [] : [subject.name, subject.loginId]}
            problem={problems.next}
          />
          {change.refusal === null ? null : <RefusalCard refusal={change.refusal} onClose={change.clearRefusal} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isRunning}>
              Change my password
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
