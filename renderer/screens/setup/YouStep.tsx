// The first Super User: names, login ID and a password of their own. Creates the practice.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { EMPTY_PASSWORD, NewPasswordFields, passwordProblem } from '../../components/NewPasswordFields.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { PersonInputs } from './PersonInputs.tsx';
import { StepFrame } from './StepFrame.tsx';
import { type PersonDraft, personProblems, type StepProps } from './setupDraft.ts';

interface YouStepProps extends StepProps {
  /** The name of the Super User once the practice exists. */
  readonly existingName: string | null;
  readonly onCreated: (recoveryCode: string) => void;
}

export function YouStep({ draft, change, onBack, onNext, existingName, onCreated }: YouStepProps) {
  const { practice, you, password } = draft;
  const create = useCommand('setup.create');
  const [problems, setProblems] = useState<Partial<Record<keyof PersonDraft | 'password', string>>>({});

  const next = async () => {
    if (existingName !== null) return onNext();
    const wrongPassword = passwordProblem(password);
    const found = { ...personProblems(you), ...(wrongPassword === null ? {} : { password: wrongPassword }) };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const created = await create.run({ practice, person: { ...you, password: password.typed } });
    if (created === null) return;
    onCreated(created.recoveryCode);
    change({ password: EMPTY_PASSWORD });
    onNext();
  };

  return (
    <StepFrame
      title="You, the first Super User"
      why="Everything that is done here is recorded under a person’s own name. A Super User gives rights to everybody else."
      onBack={onBack}
      onNext={next}
      nextLabel={existingName === null ? 'Create the practice' : 'Next'}
      isBusy={create.isRunning}
      refusal={create.refusal}
    >
      {existingName === null ? (
        <>
          <PersonInputs value={you} onChange={(value) => change({ you: value })} problems={problems} />
          <NewPasswordFields
            value={password}
            onChange={(value) => change({ password: value })}
            ownWords={[you.lastName, you.firstName, you.loginId, practice.name]}
            problem={problems.password}
          />
          {create.isRunning ? (
            <Text size="sm" role="status">
              Making the keys. This takes a few seconds on purpose: it is what slows a thief down.
            </Text>
          ) : null}
        </>
      ) : (
        <Text>{existingName} is the first Super User.</Text>
      )}
    </StepFrame>
  );
}
