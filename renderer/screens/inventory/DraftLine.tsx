// One line of a draft: quantity and price are saved when one leaves the input.
import { ActionIcon, Table, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { parseCents } from '../../components/record/showCents.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './inventory.module.css';
import type { OrderLine } from './OrderPanel.tsx';
import { parseWhole } from './parseWhole.ts';

interface DraftLineProps {
  readonly line: OrderLine;
  readonly orderId: string;
}

interface Typed {
  readonly quantity?: string | undefined;
  readonly price?: string | undefined;
}

/** Shows what is stored but for what is being typed, so that saving the one input leaves the other alone. */
export function DraftLine({ line, orderId }: DraftLineProps) {
  const { id, productId, productName, unit } = line;
  const [typed, setTyped] = useState<Typed>({});
  const quantity = typed.quantity ?? String(line.quantity);
  const price = typed.price ?? (line.unitCents === null ? '' : (line.unitCents / 100).toFixed(2));
  // After a save the next one may come before the line is read again.
  const newest = useRef(line.version);
  newest.current = Math.max(newest.current, line.version);
  const focused = useRef<keyof Typed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the line is read anew, it counts for all but the input one is in
  useEffect(() => {
    const part = focused.current;
    setTyped((now) => (part === null ? {} : { [part]: now[part] }));
  }, [line.version]);
  const [problem, setProblem] = useState<string | null>(null);
  const update = useCommand('orderLine.update');
  const remove = useCommand('orderLine.delete');
  const save = async () => {
    focused.current = null;
    const [number, cents] = [parseWhole(quantity), price.trim() === '' ? null : parseCents(price)];
    if (number === null || number < 1) return setProblem('a whole number');
    if (price.trim() !== '' && cents === null) return setProblem('an amount such as 12.50');
    setProblem(null);
    if (number === line.quantity && cents === line.unitCents) return;
    const fields = { orderId, productId, quantity: number, unitCents: cents };
    const saved = await update.run({ id, version: newest.current, fields });
    if (saved !== null) newest.current = saved.version;
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
          onFocus={() => {
            focused.current = 'quantity';
          }}
          onChange={(event) => setTyped({ ...typed, quantity: event.currentTarget.value })}
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
          onFocus={() => {
            focused.current = 'price';
          }}
          onChange={(event) => setTyped({ ...typed, price: event.currentTarget.value })}
          onBlur={() => void save()}
        />
      </Table.Td>
      <Table.Td className={classes.number}>
        <ActionIcon
          variant="subtle"
          size="md"
          aria-label={`Remove ${productName}`}
          loading={remove.isRunning}
          onClick={() => void remove.run({ id, version: newest.current, reason: 'Taken out of the draft.' })}
        >
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
