// After the recovery code: the new code and its proof, then the Super Users to bring back.
import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { RecoverySheetBody } from '../../components/RecoverySheetBody.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useRecoverySheet } from '../../components/useRecoverySheet.ts';
import { useSession } from '../../session/useSession.ts';
import { Entrance } from './Entrance.tsx';
import { SuperUserList } from './SuperUserList.tsx';

interface RecoveryScreenProps {
  /** Null when it was proved already, or lost with the page; the old one then still works. */
  readonly newRecoveryCode: string | null;
  readonly onProved: () => void;
}

export function RecoveryScreen({ newRecoveryCode, onProved }: RecoveryScreenProps) {
  const { state, signOut } = useSession();
  const sheet = useRecoverySheet(newRecoveryCode);
  const foot = `This computer: ${state.workstation}`;
  const prove = async (event: FormEvent) => {
    event.preventDefault();
    if (await sheet.confirm()) onProved();
  };
  if (newRecoveryCode !== null)
    return (
      <Entrance
        key="code"
        title="Your new recovery code"
        subtitle="Put it on paper and type two groups back. Until then the code you have just used keeps working; afterwards destroy the old sheet."
        foot={foot}
        isWide
        isTitleFocused
      >
        <form onSubmit={(event) => void prove(event)} noValidate>
          <Stack gap="md">
            <RecoverySheetBody sheet={sheet} label="New recovery code" />
            {sheet.refusal === null ? null : <RefusalCard refusal={sheet.refusal} />}
            <Group justify="flex-end">
              <Button type="submit" disabled={sheet.isShown || !sheet.isTyped} loading={sheet.isConfirming}>
                Go on to the Super Users
              </Button>
            </Group>
          </Stack>
        </form>
      </Entrance>
    );
  return (
    <Entrance
      key="people"
      title="Bring a Super User back"
      subtitle="Give a Super User an activation code. With it they set a new password at the sign-in page."
      foot={foot}
      isWide
      isTitleFocused
    >
      <Stack gap="md">
        <SuperUserList />
        <Group justify="flex-end">
          <Button onClick={() => void signOut()}>Sign out</Button>
        </Group>
      </Stack>
    </Entrance>
  );
}
