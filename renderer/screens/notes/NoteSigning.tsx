// Under an open note: signing while it is open, addenda once it is signed.
import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { noteAddendum } from '../../../shared/catalogue/records/noteAddendum.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PasswordDialog } from '../../components/PasswordDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import type { WordsBelow } from '../../components/record/RecordForm.tsx';
import { showTime } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { useSession } from '../../session/useSession.ts';

const ADDENDUM = noteAddendum as unknown as RecordType;
const SHOWN_ADDENDA = 200;

interface NoteSigningProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
  readonly addendum: WordsBelow;
}

export function NoteSigning({ record, onChanged, addendum }: NoteSigningProps) {
  return record.fields.signedAtMs === null ? (
    <SignNote record={record} onChanged={onChanged} />
  ) : (
    <Addenda noteId={record.id} {...addendum} />
  );
}

/** Only the author is offered to sign; the main process checks it again. */
function SignNote({ record, onChanged }: Omit<NoteSigningProps, 'addendum'>) {
  const { subject } = useSession();
  const [isSigning, setIsSigning] = useState(false);
  const sign = useCommand('note.sign');
  if (subject === null || subject.userId !== record.fields.authorId)
    return (
      <Text size="sm" c="dimmed">
        Not signed yet. Only its author can sign it.
      </Text>
    );
  const confirm = async (_reason: string, password: string) => {
    const signed = await sign.run({ id: record.id, version: record.version, password });
    if (signed === null) return;
    setIsSigning(false);
    notify.done('The note is signed and locked.');
    onChanged();
  };
  return (
    <Group>
      <Button variant="default" onClick={() => setIsSigning(true)}>
        Sign and lock…
      </Button>
      {isSigning ? (
        <PasswordDialog
          title="Sign this note?"
          says="Signing locks the note for good, as it was last saved. What you have to say later goes into an addendum."
          confirmLabel="Sign and lock"
          asksReason={false}
          passwordHint="Your password stands for your signature."
          refusal={sign.refusal}
          isRunning={sign.isRunning}
          onConfirm={confirm}
          onClose={() => {
            sign.clearRefusal();
            setIsSigning(false);
          }}
        />
      ) : null}
    </Group>
  );
}

function Addenda({ noteId, words, setWords }: WordsBelow & { readonly noteId: string }) {
  const add = useCommand('note.addAddendum');
  const { value, refusal, reload } = useRecordQuery(ADDENDUM, 'find', {
    search: '',
    sort: 'writtenAtMs',
    isDescending: false,
    filter: { noteId },
    offset: 0,
    limit: SHOWN_ADDENDA,
  });
  const save = async () => {
    const added = await add.run({ id: noteId, body: words });
    if (added === null) return;
    setWords('');
    notify.done('The addendum is saved.');
  };
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        Addenda
      </Title>
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value?.rows.map(({ id, values, labels }) => (
        <Paper key={id} withBorder p="sm">
          <Text size="xs" c="dimmed">
            {showTime(Number(values.writtenAtMs))} · {String(labels.writtenById ?? '')}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {String(values.body)}
          </Text>
        </Paper>
      ))}
      {value?.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      ) : null}
      <Textarea
        label="New addendum"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {add.refusal === null ? null : <RefusalCard refusal={add.refusal} onClose={add.clearRefusal} />}
      <Group justify="flex-end">
        <Button disabled={words.trim() === ''} loading={add.isRunning} onClick={() => void save()}>
          Add the addendum
        </Button>
      </Group>
    </Stack>
  );
}
