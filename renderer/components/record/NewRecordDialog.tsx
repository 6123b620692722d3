// Adds a record of any type from within another one: a dialog with the inputs that are still open.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { RecordFields as Preset } from '../../ipc/callRecord.ts';
import { useRecordCommand } from '../../ipc/useRecordCommand.ts';
import { notify } from '../notify.ts';
import { RefusalCard } from '../RefusalCard.tsx';
import { useFirstInput } from '../useFirstInput.ts';
import { useReturnFocus } from '../useReturnFocus.ts';
import { RecordFields } from './RecordFields.tsx';
import { type FormValues, fieldsOfValues, valuesOfNew } from './recordDraft.ts';
import { focusFirstProblem, useRecordForm } from './useRecordForm.ts';

interface NewRecordDialogProps {
  readonly type: RecordType;
  readonly title: string;
  readonly says?: ReactNode;
  readonly confirmLabel: string;
  /** Said once it is saved. */
  readonly doneSays: string;
  /** Values the form begins with. */
  readonly preset: Preset;
  /** Fields that are settled by `preset` and not shown. */
  readonly settled: readonly string[];
  /** Help with the inputs, below them. */
  readonly assist?: (form: UseFormReturnType<FormValues>) => ReactNode;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Nothing typed is lost when saving is refused. */
export function NewRecordDialog(props: NewRecordDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close without saving' }}
    >
      <DialogForm {...props} />
    </Modal>
  );
}

function DialogForm(props: NewRecordDialogProps) {
  const { type, preset, settled } = props;
  const form = useRecordForm(type, valuesOfNew(type, preset), [], null);
  const create = useRecordCommand(type, 'create');
  const firstInput = useFirstInput();
  const shown = {
    ...type,
    fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !settled.includes(name))),
  };
  const save = form.onSubmit(
    async (typed) => {
      const added = await create.run({ fields: fieldsOfValues(type, typed, []) });
      if (added === null) return;
      notify.done(props.doneSays);
      props.onAdded();
    },
    (problems) => focusFirstProblem(form, problems),
  );
  return (
    <form ref={firstInput} onSubmit={save} noValidate>
      <Stack gap="md">
        {props.says === undefined ? null : (
          <Text size="sm" component="div">
            {props.says}
          </Text>
        )}
        <RecordFields type={shown} form={form} record={null} />
        {props.assist?.(form)}
        {create.refusal === null ? null : <RefusalCard refusal={create.refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isRunning}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
