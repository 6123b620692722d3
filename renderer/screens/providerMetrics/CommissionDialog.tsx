// Sets which part of what is received goes to a provider.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { type MetricsLine, parsePercent } from './figures.ts';

interface CommissionDialogProps {
  readonly line: MetricsLine;
  readonly onClose: () => void;
}

export function CommissionDialog({ line, onClose }: CommissionDialogProps) {
  useReturnFocus();
  const set = useCommand('provider.setCommission');
  const [typed, setTyped] = useState(String(line.commissionBasisPoints / 100));
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const basisPoints = parsePercent(typed);
    if (basisPoints === null) return setProblem('Write a percentage from 0 to 100, such as 12.5.');
    if ((await set.run({ id: line.providerId, basisPoints })) === null) return;
    notify.done(`The commission of ${line.name} is set.`);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Commission of ${line.name}`}
      closeButtonProps={{ 'aria-label': 'Close without a change' }}
    >
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Percent of what is received"
            description="0 for no commission. It counts for every period that is looked at from now on."
            inputMode="decimal"
            rightSection="%"
            data-autofocus
            value={typed}
            error={problem}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
            }}
          />
          {set.refusal === null ? null : <RefusalCard refusal={set.refusal} onClose={set.clearRefusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={set.isRunning}>
              Set the commission
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
