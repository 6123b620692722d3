// Takes a payment or adjustment back by a counter entry.
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useToday } from '../../ipc/useToday.ts';
import type { Reversible } from './accountLines.ts';

interface ReverseDialogProps {
  readonly number: string;
  readonly reversible: Reversible;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ReverseDialog({ number, reversible, onDone, onClose }: ReverseDialogProps) {
  const { kind, id, version } = reversible;
  const today = useToday();
  const reverse = useCommand(kind === 'payment' ? 'payment.reverse' : 'adjustment.reverse');
  const confirm = async (reason: string) => {
    const reversed = await reverse.run({ id, version, onDate: today, reason });
    if (reversed === null) return;
    notify.done(`Reversed ${number}.`);
    onDone();
  };
  return (
    <ReasonDialog
      title={`Reverse ${number}?`}
      says={`Nothing is deleted: a counter entry of today takes the ${kind} back, and both stay in the books.`}
      confirmLabel={`Reverse the ${kind}`}
      refusal={reverse.refusal}
      isRunning={reverse.isRunning}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
