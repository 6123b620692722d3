// The size of the office with what it means, and the choice of another one for Super Users.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { OFFICE_PRESETS, type OfficeSize } from '../../../shared/catalogue/officePresets.ts';
import { Can } from '../../access/Can.tsx';
import { OfficeSizeCards } from '../../components/OfficeSizeCards.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

export function OfficeSizeLine({ size }: { readonly size: OfficeSize | null }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Group gap="xs" mt={6}>
      <Text size="sm">
        {size === null ? (
          <b>Office size: not chosen yet.</b>
        ) : (
          <>
            <b>Office size:</b> {OFFICE_PRESETS[size].label}, {OFFICE_PRESETS[size].people}.{' '}
            {OFFICE_PRESETS[size].administration}
          </>
        )}
      </Text>
      <Can permission="practice:update">
        <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
          {size === null ? 'Choose the office size…' : 'Change the office size…'}
        </Button>
      </Can>
      {isOpen ? <SizeDialog size={size} onClose={() => setIsOpen(false)} /> : null}
    </Group>
  );
}

function SizeDialog({ size, onClose }: { readonly size: OfficeSize | null; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState(size);
  const choose = useCommand('checklist.chooseOfficeSize');
  const save = async () => {
    if (chosen !== null && (await choose.run({ officeSize: chosen })) !== null) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Office size"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close without changing' }}
    >
      <Stack gap="sm">
        <OfficeSizeCards value={chosen} onChoose={setChosen} />
        {choose.refusal === null ? null : <RefusalCard refusal={choose.refusal} onClose={choose.clearRefusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={chosen === null || chosen === size} loading={choose.isRunning} onClick={() => void save()}>
            Use this size
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
