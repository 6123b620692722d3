// A second Super User with an activation code, or a recorded reason why there is none yet.
import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CodeSlip } from '../../components/CodeSlip.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { PersonInputs } from './PersonInputs.tsx';
import { StepFrame } from './StepFrame.tsx';
import { type PersonDraft, personProblems, type StepProps } from './setupDraft.ts';

export function SecondStep({ draft, change, onBack, onNext, isDecided }: StepProps & { readonly isDecided: boolean }) {
  const { second } = draft;
  const decide = useCommand('setup.setSecondSuperUser');
  const [problems, setProblems] = useState<Partial<Record<keyof PersonDraft | 'reason', string>>>({});
  const [slip, setSlip] = useState<{ readonly code: string; readonly expiresAtMs: number } | null>(null);
  const set = (part: Partial<typeof second>) => change({ second: { ...second, ...part } });

  const next = async () => {
    if (isDecided) return onNext();
    const found = second.isNone
      ? second.reason.trim() === ''
        ? { reason: 'Write why. It stands in the activity log and in the access review.' }
        : {}
      : personProblems(second);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const { isNone, reason, ...person } = second;
    const decided = await decide.run(isNone ? { kind: 'none', reason } : { kind: 'person', ...person });
    if (decided === null) return;
    if (decided.activationCode === null || decided.expiresAtMs === null) return onNext();
    setSlip({ code: decided.activationCode, expiresAtMs: decided.expiresAtMs });
  };

  return (
    <StepFrame
      title="Second Super User"
      why="With only one Super User the office stands still when that person is ill, on leave or forgets the password."
      onBack={onBack}
      onNext={next}
      isBusy={decide.isRunning}
      refusal={decide.refusal}
    >
      {isDecided ? (
        <Text>This is decided. Super Users can be added and changed later in Security, Users.</Text>
      ) : (
        <>
          <Radio.Group
            label="Who is the second Super User?"
            value={second.isNone ? 'none' : 'person'}
            onChange={(value) => set({ isNone: value === 'none' })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="person" label="A colleague (recommended)" />
              <Radio value="none" label="Nobody yet: I am the only one" />
            </Stack>
          </Radio.Group>
          {second.isNone ? (
            <Textarea
              label="Reason"
              required
              autosize
              minRows={2}
              maxLength={500}
              value={second.reason}
              error={problems.reason}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
          ) : (
            <>
              <PersonInputs value={second} onChange={(person) => set(person)} problems={problems} />
              <Text size="sm">They get a one-time activation code and make up their own password with it.</Text>
            </>
          )}
        </>
      )}
      {slip === null ? null : (
        <CodeSlip
          name={`${second.firstName} ${second.lastName}`}
          loginId={second.loginId}
          code={slip.code}
          expiresAtMs={slip.expiresAtMs}
          onClose={() => {
            setSlip(null);
            onNext();
          }}
        />
      )}
    </StepFrame>
  );
}
