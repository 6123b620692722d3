// Hands a call on to somebody else, with the reason.
import { useState } from 'react';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { queryClient } from '../../ipc/queryClient.ts';
import { useCommand } from '../../ipc/useCommand.ts';

interface HandOnDialogProps {
  readonly id: string;
  readonly version: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Afterwards the call may be out of one's own reach: it is left, and not asked for once more. */
export function HandOnDialog({ id, version, onDone, onClose }: HandOnDialogProps) {
  const [toUserId, setToUserId] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const handOn = useCommand('call.handOn', { refreshes: false });
  const run = async (reason: string) => {
    if (toUserId === '') return setProblem('Choose who deals with it now.');
    if ((await handOn.run({ id, version, toUserId, reason })) === null) return;
    notify.done('The call is handed on.');
    onClose();
    onDone();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !JSON.stringify(queryKey).includes(id) });
  };
  return (
    <ReasonDialog
      title="Hand on this call"
      says="The call goes to the other person with all that is written. Unless you see every call, you no longer see it."
      confirmLabel="Hand it on"
      refusal={handOn.refusal}
      isRunning={handOn.isRunning}
      onConfirm={run}
      onClose={onClose}
    >
      <ReferenceSelect
        typeName="user"
        label="To"
        isRequired
        value={toUserId}
        chosenLabel={undefined}
        error={problem}
        onChange={(value) => {
          setToUserId(value);
          setProblem(undefined);
        }}
      />
    </ReasonDialog>
  );
}
