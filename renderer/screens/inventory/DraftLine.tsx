// One line of a draft: quantity and price are saved when one leaves the input.
import { ActionIcon, Table, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { parseCents } from '../../components/record/showCents.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './inventory.module.css';
import type { OrderLine } from './OrderPanel.tsx';
import { parseWhole } from './parseWhole.ts';

interface DraftLineProps {
  readonly line: OrderLine;
  readonly orderId: string;
}

export function DraftLine({ line, orderId }: DraftLineProps) {
  const { id, version, productId, productName, unit } = line;
  const [quantity, setQuantity] = useState(String(line.quantity));
  const [price, setPrice] = useState(line.unitCents === null ? '' : (line.unitCents / 100).toFixed(2));
  const [problem, setProblem] = useState<string | null>(null);
  const update = useCommand('orderLine.update');
  const remove = useCommand('orderLine.delete');
  const save = async () => {
    const [number, cents] = [parseWhole(quantity), price.trim() === '' ? null : parseCents(price)];
    if (number === null || number < 1) return setProblem('a whole number');
    if (price.trim() !== '' && cents === null) return setProblem('an amount such as 12.50');
    setProblem(null);
    if (number === line.quantity && cents === line.unitCents) return;
    await update.run({ id, version, fields: { orderId, productId, quantity: number, unitCents: cents } });
  };
  const trouble = update.refusal ?? remove.refusal;
  return (
    <Table.Tr>
      <Table.Td>
        {productName} ({unit}){trouble === null ? null : <div role="alert">{trouble.message}</div>}
        {problem === null ? null : <div role="alert">This needs {problem}.</div>}
      </Table.Td>
      <Table.Td className={classes.number}>
        <TextInput
          className={classes.lineInput ?? ''}
          ml="auto"
          size="xs"
          inputMode="numeric"
          aria-label={`Quantity of ${productName}`}
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
          onBlur={() => void save()}
        />
      </Table.Td>
      <Table.Td className={classes.number}>
        <TextInput
          className={classes.lineInput ?? ''}
          ml="auto"
          size="xs"
          inputMode="decimal"
          leftSection="$"
          aria-label={`Price of one ${productName}`}
          value={price}
          onChange={(event) => setPrice(event.currentTarget.value)}
          onBlur={() => void save()}
        />
      </Table.Td>
      <Table.Td className={classes.number}>
        <ActionIcon
          variant="subtle"
          size="md"
          aria-label={`Remove ${productName}`}
          loading={remove.isRunning}
          onClick={() => void remove.run({ id, version, reason: 'Taken out of the draft.' })}
        >
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
