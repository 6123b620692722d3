// After the recovery code: the new code once, then the Super Users to bring back.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyAndPrint } from '../../components/CodeSlip.tsx';
import { useSession } from '../../session/useSession.ts';
import { Entrance } from './Entrance.tsx';
import { SuperUserList } from './SuperUserList.tsx';

interface RecoveryScreenProps {
  /** Null when it was shown already. */
  readonly newRecoveryCode: string | null;
  readonly onWrittenDown: () => void;
}

export function RecoveryScreen({ newRecoveryCode, onWrittenDown }: RecoveryScreenProps) {
  const { state, signOut } = useSession();
  const [isWrittenDown, setIsWrittenDown] = useState(false);
  const foot = `This computer: ${state.workstation}`;
  if (newRecoveryCode !== null)
    return (
      <Entrance
        key="code"
        title="Your new recovery code"
        subtitle="The code you typed works no longer. Write this one down before you go on; it is shown only now."
        foot={foot}
        isWide
        isTitleFocused
      >
        <Stack gap="md">
          <div className="slip">
            <Text size="sm">
              Recovery code of <strong>{state.practiceName}</strong>
            </Text>
            <output className="slip-code" aria-label="New recovery code">
              {newRecoveryCode}
            </output>
            <Text size="sm">Keep it in a sealed envelope in the safe, never beside the computer.</Text>
          </div>
          <CopyAndPrint code={newRecoveryCode} />
          <Checkbox
            label="The new code is on paper and the old sheet is destroyed"
            checked={isWrittenDown}
            onChange={(event) => setIsWrittenDown(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button disabled={!isWrittenDown} onClick={onWrittenDown}>
              Go on to the Super Users
            </Button>
          </Group>
        </Stack>
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
