// A new password typed twice, judged while it is typed by the main process.
import { Progress, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { newPassword } from '../../shared/catalogue/schemas.ts';
import { call } from '../ipc/client.ts';
import { PasswordField } from './PasswordField.tsx';

export interface NewPassword {
  readonly typed: string;
  readonly again: string;
  /** The main process's judgement of `typed`; null while it is not known. */
  readonly isAcceptable: boolean | null;
}
export const EMPTY_PASSWORD: NewPassword = { typed: '', again: '', isAcceptable: null };

type Judgement = Output<'session.checkPassword'>;
const JUDGE_AFTER_MS = 250;
const SCORES = [
  { words: 'Guessed at once', color: 'red.9' },
  { words: 'Weak', color: 'red.9' },
  { words: 'Fair', color: 'orange.9' },
  { words: 'Strong', color: 'teal.9' },
  { words: 'Very strong', color: 'teal.9' },
] as const;

/** Why the two boxes cannot be sent yet; null when they can. The last word is the main process's. */
export function passwordProblem({ typed, again, isAcceptable }: NewPassword): string | null {
  if (!newPassword.safeParse(typed).success) return 'Use 15 characters or more. A short sentence is easy to remember.';
  if (isAcceptable === false) return 'This password is too easy to guess. Follow the advice below it.';
  if (typed !== again) return 'The two passwords differ. Type the same one twice.';
  return null;
}

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  /** Names and words a guesser would try first. */
  readonly ownWords: readonly string[];
  readonly problem?: string | undefined;
}

export function NewPasswordFields({ value, onChange, ownWords, problem }: NewPasswordFieldsProps) {
  const judgement = useJudgement(value.typed, ownWords);
  const isAcceptable = judgement?.isAcceptable ?? null;
  useEffect(() => {
    if (value.isAcceptable !== isAcceptable) onChange({ ...value, isAcceptable });
  }, [value, isAcceptable, onChange]);
  return (
    <Stack gap="xs">
      <PasswordField
        label="New password"
        description="15 characters or more. Several words are better than odd signs. Spaces are fine."
        autoComplete="new-password"
        value={value.typed}
        error={problem}
        onChange={(typed) => onChange({ ...value, typed, isAcceptable: null })}
      />
      <Meter judgement={value.typed === '' ? null : judgement} />
      <PasswordField
        label="New password again"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </Stack>
  );
}

function Meter({ judgement }: { readonly judgement: Judgement | null }) {
  if (judgement === null) return null;
  const { words, color } = SCORES[judgement.score] ?? SCORES[0];
  return (
    <div role="status">
      <Progress value={(judgement.score + 1) * 20} color={color} aria-hidden />
      <Text size="sm" fw={600} mt={4}>
        {words}
        {judgement.isAcceptable ? '' : ': not accepted yet'}
      </Text>
      {judgement.advice.map((sentence) => (
        <Text size="sm" key={sentence}>
          {sentence}
        </Text>
      ))}
    </div>
  );
}

function useJudgement(password: string, ownWords: readonly string[]): Judgement | null {
  const [settled] = useDebouncedValue(password, JUDGE_AFTER_MS);
  const [judged, setJudged] = useState<{ readonly password: string; readonly judgement: Judgement } | null>(null);
  const words = ownWords.filter((word) => word !== '').join('\n');
  useEffect(() => {
    if (settled === '') return;
    let isOld = false;
    const own = words === '' ? [] : words.split('\n').slice(0, 10);
    void call('session.checkPassword', { password: settled, ownWords: own }).then((reply) => {
      if (!isOld && reply.ok) setJudged({ password: settled, judgement: reply.value });
    });
    return () => {
      isOld = true;
    };
  }, [settled, words]);
  return judged?.password === password ? judged.judgement : null;
}
