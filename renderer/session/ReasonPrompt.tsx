// Asks why before an act that the practice wants a reason for (P7, S3.14).
import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { ACCESS_REASON_IDS, ACCESS_REASONS, type AccessReason } from '../../shared/catalogue/accessReasons.ts';
import { actWords } from '../components/access/actChoices.ts';
import { type OpenPrompt, reasonPrompt } from '../ipc/reasonPrompt.ts';

export function ReasonPrompt() {
  const prompt = useSyncExternalStore(reasonPrompt.subscribe, reasonPrompt.current);
  return (
    <Modal
      opened={prompt !== null}
      onClose={() => prompt?.answer(null)}
      title="Why do you need this?"
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
    >
      {prompt === null ? null : <ReasonForm prompt={prompt} />}
    </Modal>
  );
}

function ReasonForm({ prompt }: { readonly prompt: OpenPrompt }) {
  const [reason, setReason] = useState<AccessReason | null>(null);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<'reason' | 'words' | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) return setProblem('reason');
    if (reason === 'other' && words.trim() === '') return setProblem('words');
    prompt.answer({ reason, words: words.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          {actWords(prompt.procedure)}: this practice asks for a reason first. It stands in the activity log with what
          you do.
        </Text>
        <Radio.Group
          label="Reason"
          required
          value={reason ?? ''}
          error={problem === 'reason' ? 'Choose one.' : null}
          onChange={(value) => {
            setReason(ACCESS_REASON_IDS.find((id) => id === value) ?? null);
            setProblem(null);
          }}
        >
          <Stack gap={6} mt={6}>
            {ACCESS_REASON_IDS.map((id, at) => (
              <Radio key={id} value={id} label={ACCESS_REASONS[id]} {...(at === 0 ? { 'data-autofocus': true } : {})} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="In a few words"
          description="Nothing more about the patient than is needed"
          maxLength={300}
          autosize
          minRows={2}
          value={words}
          error={problem === 'words' ? 'Write which other reason it is.' : null}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => prompt.answer(null)}>
            Cancel
          </Button>
          <Button type="submit">Go on</Button>
        </Group>
      </Stack>
    </form>
  );
}
