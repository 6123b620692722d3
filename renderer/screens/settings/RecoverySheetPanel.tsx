// Settings: a new recovery sheet, for instance after the old one was seen by somebody or is lost.
import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { notify } from '../../components/notify.ts';
import { RecoverySheetBody } from '../../components/RecoverySheetBody.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { RenewRecovery } from '../../components/RenewRecovery.tsx';
import { useRecoverySheet } from '../../components/useRecoverySheet.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { RulePanel } from './RulePanel.tsx';

export function RecoverySheetPanel() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <RulePanel
      label="Recovery sheet"
      sentence="The code on paper that opens the practice when nobody can sign in. Make a new one when a sheet is lost or was seen by somebody. The older sheet works until you have proved the new one."
    >
      <Button size="sm" variant="default" onClick={() => setIsOpen(true)}>
        Make a new recovery sheet…
      </Button>
      {isOpen ? <RenewDialog onClose={() => setIsOpen(false)} /> : null}
    </RulePanel>
  );
}

function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const [code, setCode] = useState<string | null>(null);
  const sheet = useRecoverySheet(code);
  const prove = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await sheet.confirm())) return;
    notify.done('The new recovery sheet is in force. Destroy the older one.');
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="New recovery sheet"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close; the older sheet stays in force' }}
    >
      {code === null ? (
        <RenewRecovery onMade={setCode} />
      ) : (
        <form onSubmit={(event) => void prove(event)} noValidate>
          <Stack gap="sm">
            <RecoverySheetBody sheet={sheet} label="New recovery code" />
            {sheet.refusal === null ? null : <RefusalCard refusal={sheet.refusal} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Keep the older sheet
              </Button>
              <Button type="submit" disabled={sheet.isShown || !sheet.isTyped} loading={sheet.isConfirming}>
                Put the new sheet in force
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
