// Who opened one patient's record, for whoever answers a patient that asks (S1.23).
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { addDays } from '../../../shared/schedule/days.ts';
import { AccessReceipt } from '../../components/access/AccessReceipt.tsx';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useToday } from '../../ipc/useToday.ts';

const USUAL_DAYS = 365;

interface AccessesDialogProps {
  readonly patientId: string;
  readonly onClose: () => void;
}

/** The last year unless other days are asked for. */
export function AccessesDialog({ patientId, onClose }: AccessesDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title="Who opened this record"
      size="75rem"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Asking patientId={patientId} />
    </Modal>
  );
}

function Asking({ patientId }: { readonly patientId: string }) {
  const today = useToday();
  const [days, setDays] = useState<{ readonly fromDay: string; readonly toDay: string } | null>(null);
  const [purpose, setPurpose] = useState('Asked by the patient');
  const [isAsked, setIsAsked] = useState(false);
  const receipt = useCommand('patient.printAccesses', { refreshes: false });
  const period = days ?? { fromDay: addDays(today, -USUAL_DAYS), toDay: today };
  const isPossible = period.fromDay !== '' && period.toDay !== '' && period.fromDay <= period.toDay;
  const print = async (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (!isPossible || purpose.trim() === '') return;
    const printed = await receipt.run({ id: patientId, ...period, purpose: purpose.trim() });
    if (printed !== null) notify.done('The list was given to the printer.');
  };
  return (
    <Stack gap="sm" fz="sm">
      <form onSubmit={print} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="date"
            label="From"
            value={period.fromDay}
            onChange={(event) => setDays({ ...period, fromDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="To"
            value={period.toDay}
            error={isPossible ? null : 'Must not lie before the first day.'}
            onChange={(event) => setDays({ ...period, toDay: event.currentTarget.value })}
          />
          <TextInput
            label="What it is printed for"
            w={300}
            maxLength={200}
            value={purpose}
            error={isAsked && purpose.trim() === '' ? 'Say what for. It stands in the activity log.' : null}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Button type="submit" leftSection={<Printer size={16} aria-hidden />} loading={receipt.isRunning}>
            Print
          </Button>
        </Group>
      </form>
      {receipt.refusal === null ? null : <RefusalCard refusal={receipt.refusal} onClose={receipt.clearRefusal} />}
      {isPossible ? <AccessReceipt patientId={patientId} {...period} /> : null}
    </Stack>
  );
}
