// The button that prints the policy binder, after asking what it is for (S3.05).
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

/** Only for whoever may print it. */
export function PrintBinder() {
  const [isAsking, setIsAsking] = useState(false);
  const print = useCommand('role.printBinder', { refreshes: false });
  return (
    <Can permission="role:export">
      <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
        Print policy binder…
      </Button>
      {isAsking ? (
        <ReasonDialog
          title="Print the policy binder"
          says="Every role with its purpose, tasks, rights and versions, and who was given which role when, by whom, why and approved by whom. Where the computer has no printer it is saved as a PDF file."
          confirmLabel="Print the policy binder"
          isRunning={print.isRunning}
          refusal={print.refusal}
          onConfirm={async (reason) => {
            if ((await print.run({ reason })) === null) return;
            setIsAsking(false);
            notify.done('The policy binder was given to the printer.');
          }}
          onClose={() => {
            print.clearRefusal();
            setIsAsking(false);
          }}
        />
      ) : null}
    </Can>
  );
}
