// Takes goods of an order into stock, all or some of each line; more than was ordered is asked about.
import { Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isMoreThanOrdered, openQuantity } from '../../../shared/inventory/orderProgress.ts';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './inventory.module.css';
import type { OrderLine } from './OrderPanel.tsx';
import { parseWhole } from './parseWhole.ts';

interface ReceiveDialogProps {
  readonly order: { readonly id: string; readonly version: number; readonly title: string };
  readonly lines: readonly OrderLine[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ReceiveDialog({ order, lines, onDone, onClose }: ReceiveDialogProps) {
  useReturnFocus();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, String(openQuantity(line))])),
  );
  const [isMoreConfirmed, setIsMoreConfirmed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const receive = useCommand('order.receive');
  const arrivedOf = (line: OrderLine) => parseWhole(typed[line.id] === '' ? '0' : (typed[line.id] ?? '0'));
  const tooMany = lines.filter((line) => {
    const arrived = arrivedOf(line);
    return arrived !== null && arrived > 0 && isMoreThanOrdered(line, arrived);
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = lines.find((line) => (arrivedOf(line) ?? -1) < 0);
    if (wrong !== undefined) return setProblem(`${wrong.productName} needs a whole number, or 0.`);
    const came = lines.flatMap((line) => {
      const quantity = arrivedOf(line) ?? 0;
      return quantity > 0 ? [{ id: line.id, quantity }] : [];
    });
    if (came.length === 0) return setProblem('Enter what has come.');
    if (tooMany.length > 0 && !isMoreConfirmed) return setProblem('Confirm that you keep more than was ordered.');
    const { id, version } = order;
    if ((await receive.run({ id, version, lines: came, isMoreConfirmed })) === null) return;
    notify.done(`The goods of order ${order.title} are in stock.`);
    onClose();
    onDone();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Receive order ${order.title}`}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">Enter what has come now. What is still missing stays open.</Text>
          <Table verticalSpacing={4} aria-label="What has come">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Product</Table.Th>
                <Table.Th className={classes.number}>Ordered</Table.Th>
                <Table.Th className={classes.number}>Came before</Table.Th>
                <Table.Th className={classes.number}>Comes now</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td>
                    {line.productName} ({line.unit})
                  </Table.Td>
                  <Table.Td className={classes.number}>{line.quantity}</Table.Td>
                  <Table.Td className={classes.number}>{line.receivedQuantity}</Table.Td>
                  <Table.Td>
                    <TextInput
                      className={classes.lineInput ?? ''}
                      ml="auto"
                      size="xs"
                      inputMode="numeric"
                      aria-label={`Comes now: ${line.productName}`}
                      value={typed[line.id] ?? ''}
                      onChange={(event) => {
                        setTyped({ ...typed, [line.id]: event.currentTarget.value });
                        setIsMoreConfirmed(false);
                        setProblem(null);
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {tooMany.length === 0 ? null : (
            <Checkbox
              label={`More came than was ordered, and we keep it: ${tooMany.map((line) => line.productName).join(', ')}`}
              checked={isMoreConfirmed}
              onChange={(event) => {
                setIsMoreConfirmed(event.currentTarget.checked);
                setProblem(null);
              }}
            />
          )}
          {problem === null ? null : (
            <Text size="sm" role="alert" fw={600}>
              {problem}
            </Text>
          )}
          {receive.refusal === null ? null : <RefusalCard refusal={receive.refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={receive.isRunning}>
              Take into stock
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
