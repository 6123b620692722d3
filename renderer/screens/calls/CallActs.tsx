// What can be done with an open call: finish, open again, hand on, add the text of a machine.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';
import { HandOnDialog } from './HandOnDialog.tsx';

interface CallActsProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
  /** The call is somebody else's now, so it is left. */
  readonly onLeft: () => void;
}

export function CallActs({ record, onChanged, onLeft }: CallActsProps) {
  const { can } = useSession();
  const [dialog, setDialog] = useState<'handOn' | 'reopen' | null>(null);
  const finish = useCommand('call.finish');
  const reopen = useCommand('call.reopen');
  const transcript = useCommand('call.importTranscript');
  if (!can('call:update')) return null;
  const { id, version } = record;
  const runFinish = async () => {
    if ((await finish.run({ id, version })) === null) return;
    notify.done('The call is done.');
    onChanged();
  };
  const runReopen = async (reason: string) => {
    if ((await reopen.run({ id, version, reason })) === null) return;
    setDialog(null);
    notify.done('The call is open again.');
    onChanged();
  };
  const runImport = async () => {
    const imported = await transcript.run({ id, version });
    if (imported?.isImported !== true) return;
    notify.done(`Added the text of ${imported.fileName}.`);
    onChanged();
  };
  const refused = [finish, transcript].find(({ refusal }) => refusal !== null);
  if (record.fields.status === 'done')
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => setDialog('reopen')}>
          Open again…
        </Button>
        {dialog === 'reopen' ? (
          <ReasonDialog
            title="Open this call again?"
            says="It stands among the open calls again and can be changed and handed on."
            confirmLabel="Open it again"
            refusal={reopen.refusal}
            isRunning={reopen.isRunning}
            onConfirm={runReopen}
            onClose={() => {
              reopen.clearRefusal();
              setDialog(null);
            }}
          />
        ) : null}
      </Group>
    );
  return (
    <Stack gap="xs">
      {refused?.refusal == null ? null : <RefusalCard refusal={refused.refusal} onClose={refused.clearRefusal} />}
      <Group gap="xs">
        <Button size="xs" loading={finish.isRunning} onClick={() => void runFinish()}>
          Mark as done
        </Button>
        <Button size="xs" variant="default" onClick={() => setDialog('handOn')}>
          Hand on…
        </Button>
        <Button size="xs" variant="default" loading={transcript.isRunning} onClick={() => void runImport()}>
          Import a text file…
        </Button>
      </Group>
      {dialog === 'handOn' ? (
        <HandOnDialog id={id} version={version} onDone={onLeft} onClose={() => setDialog(null)} />
      ) : null}
    </Stack>
  );
}
