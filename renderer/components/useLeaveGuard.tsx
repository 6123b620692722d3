// Asks before typed work is thrown away, whether by another row, another screen or the Back key.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface LeaveWords {
  readonly title: string;
  readonly says: string;
  readonly stayLabel: string;
  readonly leaveLabel: string;
}

export interface LeaveGuard {
  /** Runs `go` at once, or after the person agreed to lose what was typed. */
  readonly ask: (go: () => void) => void;
  /** Must stand somewhere in the screen. */
  readonly dialog: ReactNode;
}

/** Guards a screen while `isDirty`; `onLeave` runs before leaving (to give up what was begun). */
export function useLeaveGuard(isDirty: boolean, words: LeaveWords, onLeave?: () => void): LeaveGuard {
  const [pending, setPending] = useState<{ readonly go: () => void } | null>(null);
  // Read when somebody leaves: the blocker itself is renewed a moment after the screen says that everything is saved.
  const isDirtyNow = useRef(isDirty);
  isDirtyNow.current = isDirty;
  const blocker = useBlocker({
    // Filters in the address of the same screen are not a way out of it.
    shouldBlockFn: ({ current, next }) => isDirtyNow.current && current.pathname !== next.pathname,
    withResolver: true,
    enableBeforeUnload: false,
  });
  const isAsking = pending !== null || blocker.status === 'blocked';
  const stay = () => {
    setPending(null);
    blocker.reset?.();
  };
  const leave = () => {
    onLeave?.();
    const go = pending?.go ?? blocker.proceed;
    setPending(null);
    go?.();
  };
  // Saved while it was being asked, as by a key pressed the moment after Save: nothing is lost by leaving any more.
  useEffect(() => {
    if (isDirty || !isAsking) return;
    setPending(null);
    (pending?.go ?? blocker.proceed)?.();
  }, [isDirty, isAsking, pending, blocker.proceed]);
  return {
    ask: (go) => (isDirty ? setPending({ go }) : go()),
    dialog: (
      <Modal
        opened={isAsking}
        onClose={stay}
        title={words.title}
        closeButtonProps={{ 'aria-label': words.stayLabel }}
        // The kit makes the head of a dialog a second banner of the page.
        attributes={{ header: { role: 'presentation' } }}
      >
        <Text size="sm">{words.says}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={stay} data-autofocus>
            {words.stayLabel}
          </Button>
          <Button color="red" onClick={leave}>
            {words.leaveLabel}
          </Button>
        </Group>
      </Modal>
    ),
  };
}
