// What was set up and what is still open; finishing opens the program.
import { List, Skeleton, Text } from '@mantine/core';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

export function DoneStep({ draft, onBack, onNext }: StepProps) {
  const { subject } = useSession();
  const { value: status } = useQuery('practice.readStatus', {});
  const finish = useCommand('setup.finish', { refreshes: false });
  const next = async () => {
    if ((await finish.run({ note: '' })) !== null) onNext();
  };
  const isImport = draft.people === 'import';
  return (
    <StepFrame
      title="Done"
      why="Patients can be entered only after this step, so that no record is ever kept without these rules."
      onBack={onBack}
      onNext={next}
      isBusy={finish.isRunning}
      refusal={finish.refusal}
      nextLabel={isImport ? 'Finish and import people' : 'Finish and open Users'}
    >
      {status === undefined ? (
        <Skeleton height={140} />
      ) : (
        <>
          <List spacing={4}>
            <List.Item>{status.practiceName} is set up on this computer.</List.Item>
            <List.Item>{subject?.name} is a Super User.</List.Item>
            <List.Item>You hold the recovery sheet.</List.Item>
            <List.Item>The database is encrypted ({status.cipher}).</List.Item>
            <List.Item>
              The screen locks after {Math.round(status.idleTimeoutMs / 60_000)} minutes without input.
            </List.Item>
          </List>
          <Text fw={600}>Still open</Text>
          <List spacing={4}>
            {status.secondSuperUserReason === null ? (
              <List.Item>The second Super User signs in with the activation code and makes up a password.</List.Item>
            ) : (
              <List.Item>There is no second Super User yet: {status.secondSuperUserReason}</List.Item>
            )}
            <List.Item>
              {isImport ? 'Import providers and patients.' : 'Import providers and patients: File, Import.'}
            </List.Item>
            <List.Item>Add a login for everybody who works here: Security, Users.</List.Item>
            <List.Item>
              What is open after that stands under Security, Getting started, and is ticked as you go.
            </List.Item>
            {status.keystoreKind === 'none' ? (
              <List.Item>
                This computer has no key store, so a stolen disk is protected by the passwords alone. Encrypt the disk
                as well.
              </List.Item>
            ) : null}
          </List>
        </>
      )}
    </StepFrame>
  );
}
