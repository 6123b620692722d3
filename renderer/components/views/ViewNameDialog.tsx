// Asks for the name of a view.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { viewName } from '../../../shared/catalogue/procedures/savedView.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { fieldProblems } from '../fieldProblems.ts';
import { RefusalCard } from '../RefusalCard.tsx';

interface ViewNameDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly firstName: string;
  readonly refusal: Refusal | null;
  readonly isRunning: boolean;
  readonly onConfirm: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

const nameForm = z.strictObject({ name: viewName });

/** One field; a refusal about the name stands at the field, any other in a card. */
export function ViewNameDialog(props: ViewNameDialogProps) {
  const { title, confirmLabel, firstName, refusal, isRunning, onConfirm, onClose } = props;
  const [name, setName] = useState(firstName);
  const [problem, setProblem] = useState<string | null>(null);
  const nameRefusal = refusal?.fields?.find(({ path }) => path === 'name')?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = fieldProblems(nameForm, { name }).name ?? null;
    setProblem(found);
    if (found === null) void onConfirm(name.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
      // The kit makes the head of a dialog a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Name"
            description="Only you see it in your list. It stands in the activity log, so no patient data."
            required
            maxLength={60}
            value={name}
            error={problem ?? nameRefusal}
            data-autofocus
            onChange={(event) => {
              setName(event.currentTarget.value);
              setProblem(null);
            }}
          />
          {refusal === null || nameRefusal !== undefined ? null : <RefusalCard refusal={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isRunning}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
