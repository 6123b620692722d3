// The lines of an order and what can be done with it: place, receive, cancel.
import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCents } from '../../components/record/showCents.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { AddLine } from './AddLine.tsx';
import { DraftLine } from './DraftLine.tsx';
import classes from './inventory.module.css';
import { ReceiveDialog } from './ReceiveDialog.tsx';

export type OrderLine = Output<'order.readLines'>['lines'][number];

interface OrderPanelProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
}

/** Lines can be changed while the order is a draft; after that goods are received against them. */
export function OrderPanel({ record, onChanged }: OrderPanelProps) {
  const { can } = useSession();
  const { value, refusal, reload } = useQuery('order.readLines', { id: record.id });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  const isDraft = record.fields.status === 'draft' && can('inventory:update');
  return (
    <FieldGroup name="Lines">
      <Stack gap="sm">
        {value.lines.length === 0 ? (
          <Text size="sm" c="dimmed">
            No lines yet. Add what you order.
          </Text>
        ) : (
          <Lines lines={value.lines} totalCents={value.totalCents} orderId={record.id} isDraft={isDraft} />
        )}
        {isDraft ? <AddLine orderId={record.id} /> : null}
        {can('inventory:update') ? <Acts record={record} lines={value.lines} onChanged={onChanged} /> : null}
      </Stack>
    </FieldGroup>
  );
}

interface LinesProps {
  readonly lines: readonly OrderLine[];
  readonly totalCents: number;
  readonly orderId: string;
  readonly isDraft: boolean;
}

function Lines({ lines, totalCents, orderId, isDraft }: LinesProps) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label="Lines of the order" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Product</Table.Th>
            <Table.Th className={classes.number}>Ordered</Table.Th>
            {isDraft ? null : <Table.Th className={classes.number}>Received</Table.Th>}
            <Table.Th className={classes.number}>Price each</Table.Th>
            {isDraft ? (
              <Table.Th>
                <VisuallyHidden>Remove</VisuallyHidden>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) =>
            isDraft ? (
              <DraftLine key={line.id} line={line} orderId={orderId} />
            ) : (
              <Table.Tr key={line.id}>
                <Table.Td>
                  {line.productName} ({line.unit})
                </Table.Td>
                <Table.Td className={classes.number}>{line.quantity}</Table.Td>
                <Table.Td className={classes.number}>{line.receivedQuantity}</Table.Td>
                <Table.Td className={classes.number}>
                  {line.unitCents === null ? '' : showCents(line.unitCents)}
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
        <Table.Caption>Together {showCents(totalCents)}, as far as prices are entered.</Table.Caption>
      </Table>
    </Table.ScrollContainer>
  );
}

function Acts({ record, lines, onChanged }: OrderPanelProps & { readonly lines: readonly OrderLine[] }) {
  const [dialog, setDialog] = useState<'receive' | 'cancel' | null>(null);
  const place = useCommand('order.place');
  const cancel = useCommand('order.cancel');
  const { id, version, title, fields } = record;
  const isOpen = fields.status === 'ordered';
  if (!isOpen && fields.status !== 'draft') return null;
  const close = () => {
    cancel.clearRefusal();
    setDialog(null);
  };
  const runPlace = async () => {
    if ((await place.run({ id, version })) === null) return;
    notify.done(`Order ${title} is placed.`);
    onChanged();
  };
  const runCancel = async (reason: string) => {
    if ((await cancel.run({ id, version, reason })) === null) return;
    notify.done(`Order ${title} is cancelled.`);
    setDialog(null);
    onChanged();
  };
  return (
    <Stack gap="xs">
      {place.refusal === null ? null : <RefusalCard refusal={place.refusal} onClose={place.clearRefusal} />}
      <Group gap="xs">
        {isOpen ? (
          <Button size="xs" onClick={() => setDialog('receive')}>
            Receive…
          </Button>
        ) : (
          <Button size="xs" disabled={lines.length === 0} loading={place.isRunning} onClick={() => void runPlace()}>
            Place the order
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setDialog('cancel')}>
          Cancel the order…
        </Button>
      </Group>
      {dialog === 'receive' ? (
        <ReceiveDialog order={{ id, version, title }} lines={lines} onDone={onChanged} onClose={close} />
      ) : null}
      {dialog === 'cancel' ? (
        <ReasonDialog
          title={`Cancel order ${title}?`}
          says="What has come already stays in stock. The rest is no longer expected."
          confirmLabel="Cancel the order"
          refusal={cancel.refusal}
          isRunning={cancel.isRunning}
          onConfirm={runCancel}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}
