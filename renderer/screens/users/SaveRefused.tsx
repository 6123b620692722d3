// Why a user was not saved; after a change made meanwhile, the way to the newest state.
import { Button, Group, Text } from '@mantine/core';
import type { Refusal } from '../../../shared/errors.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import classes from './UsersScreen.module.css';

interface SaveRefusedProps {
  readonly refusal: Refusal;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

export function SaveRefused({ refusal, onClose, onReload }: SaveRefusedProps) {
  return (
    <div className={classes.refused}>
      <RefusalCard refusal={refusal} onClose={onClose} />
      {refusal.code === 'CONFLICT' ? (
        <Group gap="xs" mt="xs">
          <Text size="sm">
            What you typed is still here. Load the newest state: your changes are laid over it, then save again.
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onClose();
              onReload();
            }}
          >
            Load the newest state
          </Button>
        </Group>
      ) : null}
    </div>
  );
}
