// Corrects a punch of somebody else, or adds one that is missing; the reason goes into the activity log.
import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { instantOfLocal, localOfInstant } from '../../components/record/localInstant.ts';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';

interface PunchDialogProps {
  /** Null: a punch that is missing. */
  readonly record: OpenedRecord | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const MINUTE_MS = 60_000;

export function PunchDialog({ record, onDone, onClose }: PunchDialogProps) {
  const before = {
    userId: '',
    inAt: record === null ? '' : localOfInstant(Number(record.fields.inAtMs)),
    outAt: record === null || record.fields.outAtMs === null ? '' : localOfInstant(Number(record.fields.outAtMs)),
    note: String(record?.fields.note ?? ''),
  };
  const [typed, setTyped] = useState(before);
  const [problem, setProblem] = useState<{ readonly field: keyof typeof before; readonly says: string } | null>(null);
  const correct = useCommand('punch.correct');
  const add = useCommand('punch.addMissing');
  const set = (part: Partial<typeof before>) => {
    setTyped({ ...typed, ...part });
    setProblem(null);
  };
  const run = async (reason: string) => {
    const inAtMs = instantAt(typed.inAt, record?.fields.inAtMs);
    const outAtMs = instantAt(typed.outAt, record?.fields.outAtMs);
    if (record === null && typed.userId === '') return setProblem({ field: 'userId', says: 'Choose a person.' });
    if (inAtMs === null) return setProblem({ field: 'inAt', says: 'Enter a day and a time.' });
    if (outAtMs === null && (record === null || typed.outAt !== ''))
      return setProblem({ field: 'outAt', says: 'Enter a day and a time.' });
    const { note } = typed;
    const done =
      record === null
        ? await add.run({ userId: typed.userId, inAtMs, outAtMs: outAtMs ?? inAtMs, note, reason })
        : await correct.run({ id: record.id, version: record.version, inAtMs, outAtMs, note, reason });
    if (done === null) return;
    notify.done(record === null ? 'Added the punch.' : 'Corrected the punch.');
    onClose();
    onDone();
  };
  const saysOf = (field: keyof typeof before) => (problem?.field === field ? problem.says : undefined);
  const { refusal, isRunning } = record === null ? add : correct;
  return (
    <ReasonDialog
      title={record === null ? 'Add a missing punch' : 'Correct this punch'}
      says="The log keeps the old and the new times, your name and your reason. Times are those of this computer’s clock."
      confirmLabel={record === null ? 'Add the punch' : 'Correct it'}
      refusal={refusal}
      isRunning={isRunning}
      onConfirm={run}
      onClose={onClose}
    >
      {record === null ? (
        <ReferenceSelect
          typeName="user"
          label="Person"
          isRequired
          value={typed.userId}
          chosenLabel={undefined}
          error={saysOf('userId')}
          onChange={(userId) => set({ userId })}
        />
      ) : null}
      <Group grow align="flex-start">
        <TextInput
          type="datetime-local"
          label="In"
          required
          value={typed.inAt}
          error={saysOf('inAt')}
          onChange={(event) => set({ inAt: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label="Out"
          required={record === null}
          value={typed.outAt}
          error={saysOf('outAt')}
          onChange={(event) => set({ outAt: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label="Note"
        maxLength={200}
        value={typed.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </ReasonDialog>
  );
}

/** The input shows whole minutes: one left as it was keeps its seconds. */
function instantAt(typed: string, stored: unknown): number | null {
  const atMs = typed === '' ? null : instantOfLocal(typed);
  if (atMs === null || typeof stored !== 'number') return atMs;
  return Math.floor(stored / MINUTE_MS) * MINUTE_MS === atMs ? stored : atMs;
}
