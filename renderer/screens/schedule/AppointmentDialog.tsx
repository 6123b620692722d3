// One appointment: what it is, and what can be done with it now.
import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { appointment as appointmentType } from '../../../shared/catalogue/records/appointment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { canAct, type StatusAct } from '../../../shared/schedule/appointmentStatus.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { RecordHistory } from '../../components/record/RecordHistory.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { StatusIcon } from './StatusIcon.tsx';
import type { Block } from './scheduleColumns.ts';
import { sayDay, saySpan, sayStatus } from './scheduleWords.ts';
import { useStatusActs } from './useStatusActs.ts';

const TYPE = appointmentType as unknown as RecordType;

interface AppointmentDialogProps {
  readonly block: Block;
  readonly day: string;
  readonly providerName: string;
  readonly mayChange: boolean;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** In the order of a visit. Acts that need a reason ask for it. */
const ACTS: readonly { act: StatusAct; label: string; done: string; asks?: { title: string; says: string } }[] = [
  { act: 'checkIn', label: 'Check in', done: 'checked in' },
  { act: 'complete', label: 'Complete', done: 'completed' },
  { act: 'markNoShow', label: 'No-show', done: 'marked as missed' },
  {
    act: 'cancel',
    label: 'Cancel the appointment…',
    done: 'cancelled',
    asks: {
      title: 'Cancel the appointment?',
      says: 'The time becomes free. The appointment stays on record as cancelled.',
    },
  },
  {
    act: 'restore',
    label: 'Set back to booked…',
    done: 'set back to booked',
    asks: { title: 'Set back to booked?', says: 'Its state is taken back as if it had not been changed.' },
  },
];

export function AppointmentDialog(props: AppointmentDialogProps) {
  const { block, day, providerName, mayChange, onChange, onClose } = props;
  const { appointment } = block;
  const { id, version, patientName, reason, status, locationName } = appointment;
  const [asking, setAsking] = useState<(typeof ACTS)[number] | null>(null);
  const acts = useStatusActs();
  useReturnFocus();
  const run = async (chosen: (typeof ACTS)[number], why: string) => {
    if (!(await acts.run(chosen.act, { id, version, reason: why }))) return;
    setAsking(null);
    notify.done(`The appointment of ${patientName} is ${chosen.done}.`);
    onClose();
  };
  const possible = mayChange ? ACTS.filter(({ act }) => canAct(act, status)) : [];
  const line = (label: string, value: string) =>
    value === '' ? null : (
      <Text size="sm">
        <Text span c="dimmed" size="sm">
          {label}{' '}
        </Text>
        {value}
      </Text>
    );
  if (asking?.asks !== undefined)
    return (
      <ReasonDialog
        title={asking.asks.title}
        says={asking.asks.says}
        confirmLabel={asking.label.replace('…', '')}
        refusal={acts.refusal}
        onConfirm={(why) => run(asking, why)}
        onClose={() => {
          acts.clear();
          setAsking(null);
        }}
      />
    );
  return (
    <Modal opened onClose={onClose} title={patientName} closeButtonProps={{ 'aria-label': 'Close the appointment' }}>
      <Stack gap="sm">
        <div>
          <Badge variant="outline" color="slate" leftSection={<StatusIcon status={status} />} mb={6}>
            {sayStatus(appointment)}
          </Badge>
          <Text fw={600}>
            {sayDay(day)}, {saySpan(block)}
          </Text>
          {line('Provider', providerName)}
          {line('Location', locationName)}
          {line('Reason', reason)}
        </div>
        {acts.refusal === null ? null : <RefusalCard refusal={acts.refusal} onClose={acts.clear} />}
        <Group gap="xs">
          {possible.map((one, index) => (
            <Button
              key={one.act}
              size="sm"
              variant={index === 0 && one.asks === undefined ? 'filled' : 'default'}
              loading={acts.isRunning}
              onClick={() => (one.asks === undefined ? void run(one, '') : setAsking(one))}
            >
              {one.label}
            </Button>
          ))}
          {mayChange && (status === 'booked' || status === 'arrived') ? (
            <Button size="sm" variant="default" onClick={onChange}>
              Move or change…
            </Button>
          ) : null}
        </Group>
        <RecordHistory type={TYPE} recordId={id} />
      </Stack>
    </Modal>
  );
}
