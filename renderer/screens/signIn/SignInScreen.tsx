// The first page of the day: sign in, unlock, use an activation code, or open the practice with the recovery code.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../session/useSession.ts';
import { ActivationForm } from './ActivationForm.tsx';
import { Entrance } from './Entrance.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { RecoveryForm } from './RecoveryForm.tsx';

type Way = 'password' | 'activation' | 'recovery';

interface SignInScreenProps {
  /** Hands over the new recovery code, which the next page shows once. */
  readonly onRecovered: (newRecoveryCode: string) => void;
}

export function SignInScreen({ onRecovered }: SignInScreenProps) {
  const { state, seat, refresh } = useSession();
  const [way, setWay] = useState<Way>('password');
  const foot = `This computer: ${state.workstation}`;
  // Unknown until somebody opens the encrypted file.
  const practiceName = state.practiceName ?? undefined;

  if (state.stage === 'unusable')
    return (
      <Entrance title="The records cannot be opened" foot={foot} isTitleFocused>
        <Text>{state.trouble}</Text>
        <Text size="sm" mt="sm">
          Nothing was changed or deleted. Call whoever looks after your computers before you do anything else.
        </Text>
        <Button mt="md" variant="default" onClick={() => void refresh()}>
          Look again
        </Button>
      </Entrance>
    );

  const isKeyMissing = state.stage === 'keyMissing';
  if (way === 'recovery' || isKeyMissing)
    return (
      <Entrance title="Use the recovery code" subtitle={isKeyMissing ? undefined : practiceName} foot={foot}>
        <RecoveryForm
          trouble={isKeyMissing ? (state.trouble ?? KEY_MISSING) : null}
          onBack={isKeyMissing ? null : () => setWay('password')}
          onRecovered={onRecovered}
        />
      </Entrance>
    );
  if (way === 'activation')
    return (
      <Entrance title="Use an activation code" subtitle={practiceName} foot={foot}>
        <ActivationForm onBack={() => setWay('password')} />
      </Entrance>
    );
  return (
    <Entrance
      title={seat === null ? 'Sign in' : 'Locked'}
      subtitle={seat === null ? practiceName : `Work that ${seat.name} has not saved is kept.`}
      foot={foot}
    >
      <PasswordForm />
      <Stack gap={4} mt="lg">
        <Group gap="lg">
          <Anchor component="button" type="button" size="sm" onClick={() => setWay('activation')}>
            I have an activation code
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => setWay('recovery')}>
            Use the recovery code
          </Anchor>
        </Group>
        <Text size="sm" c="dimmed">
          Forgot your password? Ask a Super User for an activation code.
        </Text>
      </Stack>
    </Entrance>
  );
}

const KEY_MISSING =
  'This computer no longer holds its part of the key. Type the recovery code from the paper sheet; nothing is lost.';
