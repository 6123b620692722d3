// Asks before an appointment is put down where something speaks against it, or says why it cannot be there.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import type { Booking } from './useBooking.ts';
import { WarningList } from './WarningList.tsx';

interface MoveDialogProps {
  readonly booking: Booking;
  /** `Archer, Ada: 10:00 AM to 10:30 AM, Patel, Ria, Monday, November 23`. */
  readonly says: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function MoveDialog({ booking, says, onConfirm, onClose }: MoveDialogProps) {
  useReturnFocus();
  const isRefused = booking.refusal !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isRefused ? 'It stays where it was' : 'Move the appointment?'}
      closeButtonProps={{ 'aria-label': 'Leave it where it was' }}
    >
      <Stack gap="sm">
        <Text size="sm">{says}</Text>
        <WarningList warnings={booking.warnings} />
        {booking.refusal === null ? null : <RefusalCard refusal={booking.refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={isRefused || undefined}>
            {isRefused ? 'Close' : 'Leave it where it was'}
          </Button>
          {isRefused ? null : (
            <Button onClick={onConfirm} loading={booking.isRunning} data-autofocus>
              Move all the same
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
