// Automatic logoff: tells the main process of input, warns in the last minute, locks at zero (164.312(a)(2)(iii)).
import { Button, Group, Modal, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { IDLE_WARNING_MS } from '../../shared/session/timeout.ts';
import { call } from '../ipc/client.ts';
import { useSession } from './useSession.ts';

const TOUCH_EVERY_MS = 5_000;
const TICK_MS = 500;
/** Said aloud at these seconds only; every second would drown everything else. */
const ANNOUNCED_SECONDS = [60, 30, 10];

/** The countdown follows the main process's own figure, asked with every touch and every reading of the state. */
export function IdleWatch() {
  const { state, subject, lock, signOut } = useSession();
  const isKiosk = subject?.isPatient === true;
  const says = isKiosk ? 'Your record closes in' : 'This screen locks in';
  const deadline = useRef(performance.now() + state.idleLeftMs);
  const touchedAt = useRef(0);
  const isLocking = useRef(false);
  const [leftMs, setLeftMs] = useState(state.idleLeftMs);
  // A very short time to the lock must not be one long warning.
  const warningMs = Math.min(IDLE_WARNING_MS, state.idleTimeoutMs / 2);
  const isWarning = leftMs <= warningMs;

  useEffect(() => {
    deadline.current = performance.now() + state.idleLeftMs;
    setLeftMs(state.idleLeftMs);
  }, [state]);

  const touch = useCallback(async () => {
    touchedAt.current = performance.now();
    const reply = await call('session.touch', {});
    if (!reply.ok) return;
    deadline.current = performance.now() + reply.value.idleLeftMs;
    setLeftMs(reply.value.idleLeftMs);
  }, []);

  useEffect(() => {
    const timer = setInterval(() => {
      const left = deadline.current - performance.now();
      setLeftMs((before) => (left <= warningMs || before <= warningMs ? left : before));
      if (left > 0 || isLocking.current) return;
      isLocking.current = true;
      void lock('idle');
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [lock, warningMs]);

  useEffect(() => {
    const heard = (event: Event) => {
      // In the last minute a nudged mouse must not close the question, or nobody could reach its buttons.
      if (isWarning && event.type !== 'keydown') return;
      if (!isWarning && performance.now() - touchedAt.current < TOUCH_EVERY_MS) return;
      if (isWarning && event instanceof KeyboardEvent && reachesButton(event)) return;
      void touch();
    };
    const kinds = ['keydown', 'mousedown', 'mousemove', 'wheel', 'touchstart'] as const;
    for (const kind of kinds) window.addEventListener(kind, heard, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, heard, { capture: true });
    };
  }, [touch, isWarning]);

  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const announced = ANNOUNCED_SECONDS.findLast((step) => seconds <= step);
  return (
    <Modal
      opened={isWarning}
      onClose={() => void touch()}
      title="Still there?"
      withCloseButton={false}
      closeOnClickOutside
      zIndex={1000}
      size={isKiosk ? 'lg' : 'md'}
    >
      <Stack gap="sm">
        <Text aria-hidden {...(isKiosk ? { fz: '1.375rem' } : {})}>
          {says} <strong className="countdown">{`0:${String(seconds).padStart(2, '0')}`}</strong>
        </Text>
        <Progress value={(leftMs / warningMs) * 100} aria-hidden transitionDuration={0} />
        <Text size={isKiosk ? 'xl' : 'sm'}>
          {isKiosk ? 'So that nobody else reads it.' : 'Your work is kept. Any key keeps you signed in.'}
        </Text>
        <VisuallyHidden role="status">{announced === undefined ? '' : `${says} ${announced} seconds.`}</VisuallyHidden>
        <Group justify="flex-end">
          <Button
            variant="default"
            size={isKiosk ? 'xl' : 'sm'}
            onClick={() => void (isKiosk ? signOut() : lock('user'))}
          >
            {isKiosk ? 'I am finished' : 'Lock now'}
          </Button>
          <Button size={isKiosk ? 'xl' : 'sm'} onClick={() => void touch()} data-autofocus>
            {isKiosk ? 'I am still here' : 'Stay signed in'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Tab moves between the two buttons and Enter presses one; these keys must not answer the question by themselves. */
function reachesButton({ key }: KeyboardEvent): boolean {
  return ['Tab', 'Shift', 'Enter', ' '].includes(key);
}
