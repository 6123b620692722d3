// Saves the shown figures to a file, after asking what for.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

/** Shown to holders of the right to save these figures. */
export function SaveMetrics({ query }: { readonly query: CallInput<'provider.readMetrics'> }) {
  const [isAsking, setIsAsking] = useState(false);
  const save = useCommand('provider.exportMetrics');
  const run = async (purpose: string) => {
    const saved = await save.run({ ...query, purpose });
    if (saved === null) return;
    setIsAsking(false);
    if (saved.isSaved) notify.done(`Saved ${saved.rowCount} rows to ${saved.fileName}.`);
  };
  return (
    <Can permission="report:exportMetrics">
      <Button variant="default" size="sm" onClick={() => setIsAsking(true)}>
        Save the figures…
      </Button>
      {isAsking ? (
        <ReasonDialog
          title="Save the figures of providers"
          says="The table as it is shown now is written to a CSV file. You choose the place next. Whoever can open the file can read it."
          confirmLabel="Choose the place…"
          refusal={save.refusal}
          isRunning={save.isRunning}
          onConfirm={run}
          onClose={() => {
            save.clearRefusal();
            setIsAsking(false);
          }}
        />
      ) : null}
    </Can>
  );
}
