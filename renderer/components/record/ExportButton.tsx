// Saves the shown list to a file, after asking what for.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { Can } from '../../access/Can.tsx';
import type { RecordInput } from '../../ipc/callRecord.ts';
import { useRecordCommand } from '../../ipc/useRecordCommand.ts';
import { notify } from '../notify.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface ExportButtonProps {
  readonly type: RecordType;
  readonly query: Omit<RecordInput<'export'>, 'purpose'>;
}

/** Shown to holders of the export right; the search and the filters count for the file as well. */
export function ExportButton({ type, query }: ExportButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const save = useRecordCommand(type, 'export');
  const run = async (purpose: string) => {
    const saved = await save.run({ ...query, purpose });
    if (saved === null) return;
    setIsAsking(false);
    if (saved.isSaved) notify.done(`Saved ${saved.rowCount} rows to ${saved.fileName}.`);
  };
  return (
    <Can permission={`${type.area}:export` as PermissionId}>
      <Button variant="default" size="sm" onClick={() => setIsAsking(true)}>
        Save list…
      </Button>
      {isAsking ? (
        <ReasonDialog
          title={`Save the list of ${type.many}`}
          says="The list as it is shown now, with its search and filters, is written to a CSV file. You choose the place next. Whoever can open the file can read it."
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
