// Counts, uses or corrects a product: a number and the reason.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { parseWhole } from './parseWhole.ts';

export type StockAct = 'count' | 'use' | 'correct';

interface StockActDialogProps {
  readonly act: StockAct;
  readonly stock: { readonly id: string; readonly name: string; readonly unit: string; readonly onHand: number };
  readonly onClose: () => void;
}

const WORDS = {
  count: {
    title: 'Count',
    says: 'Enter what is really there. The difference becomes a movement of its own.',
    label: 'Counted',
    confirm: 'Enter the count',
  },
  use: {
    title: 'Use',
    says: 'Takes out what was used or given away.',
    label: 'Used',
    confirm: 'Take out of stock',
  },
  correct: {
    title: 'Correct',
    says: 'Puts a mistake right: a number with + adds, with − takes away.',
    label: 'Change by',
    confirm: 'Correct the stock',
  },
} as const;

export function StockActDialog({ act, stock, onClose }: StockActDialogProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const count = useCommand('stock.count');
  const use = useCommand('stock.use');
  const correct = useCommand('stock.correct');
  const { title, says, label, confirm } = WORDS[act];
  const command = { count, use, correct }[act];
  const run = async (reason: string) => {
    const number = parseWhole(typed);
    if (number === null) return setProblem('Enter a whole number.');
    const { id } = stock;
    const done =
      act === 'count'
        ? await count.run({ id, counted: number, reason })
        : act === 'use'
          ? await use.run({ id, quantity: number, reason })
          : await correct.run({ id, quantity: number, reason });
    if (done === null) return;
    notify.done(`${stock.name}: ${done.onHand} (${stock.unit}) on hand.`);
    onClose();
  };
  return (
    <ReasonDialog
      title={`${title}: ${stock.name}`}
      says={`${says} On hand now: ${stock.onHand} (${stock.unit}).`}
      confirmLabel={confirm}
      refusal={command.refusal}
      isRunning={command.isRunning}
      onConfirm={run}
      onClose={onClose}
    >
      <TextInput
        label={label}
        required
        inputMode="numeric"
        value={typed}
        error={problem}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
      />
    </ReasonDialog>
  );
}
