// Saves the patient's statement as a PDF file, after asking what for.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

export function StatementButton({ patientId }: { readonly patientId: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const save = useCommand('statement.save', { refreshes: false });
  const close = () => {
    save.clearRefusal();
    setIsAsking(false);
  };
  const confirm = async (purpose: string) => {
    const saved = await save.run({ patientId, purpose });
    if (saved === null) return;
    setIsAsking(false);
    if (saved.isSaved) notify.done(`Saved the statement to ${saved.fileName}.`);
  };
  return (
    <Can permission="financial:export">
      <Button variant="default" size="sm" onClick={() => setIsAsking(true)}>
        Save statement…
      </Button>
      {isAsking ? (
        <ReasonDialog
          title="Save the patient’s statement"
          says="Every invoice of this patient with its entries and what is owed, as a PDF file. Whoever can open the file can read it."
          confirmLabel="Choose the place…"
          refusal={save.refusal}
          isRunning={save.isRunning}
          onConfirm={confirm}
          onClose={close}
        />
      ) : null}
    </Can>
  );
}
