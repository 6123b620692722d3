// Adds a record of any type.
import { type ReactNode, useLayoutEffect } from 'react';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { RecordFields as Preset } from '../../ipc/callRecord.ts';
import { useRecordCommand } from '../../ipc/useRecordCommand.ts';
import { notify } from '../notify.ts';
import { RecordEditor } from '../RecordEditor.tsx';
import { RecordFields } from './RecordFields.tsx';
import { type FormValues, fieldsOfValues, type RecordDraft, valuesOfNew } from './recordDraft.ts';
import { focusFirstProblem, useRecordForm } from './useRecordForm.ts';

interface NewRecordProps {
  readonly type: RecordType;
  readonly draft: RecordDraft | null;
  readonly onDraft: (draft: RecordDraft | null) => void;
  /** Called with the new record's id. */
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
  /** Values the form begins with. */
  readonly preset?: Preset;
  /** What somebody should know while they type, above the inputs. */
  readonly notice?: (values: FormValues) => ReactNode;
}

/** The same inputs as editing; nothing typed is lost when saving is refused. */
export function NewRecord({ type, draft, onDraft, onAdded, onClose, preset = {}, notice }: NewRecordProps) {
  const form = useRecordForm(type, valuesOfNew(type, preset), [], draft);
  const create = useRecordCommand(type, 'create');
  const isDirty = form.isDirty();
  const { values } = form;
  // Before it is painted: leaving must ask by the state that the person sees.
  useLayoutEffect(() => {
    onDraft(isDirty ? { id: null, version: 0, values: { ...values } } : null);
  }, [isDirty, onDraft, values]);
  const save = form.onSubmit(
    async (typed) => {
      const added = await create.run({ fields: fieldsOfValues(type, typed, []) });
      if (added === null) return;
      onDraft(null);
      notify.done(`Added the ${type.one}.`);
      onAdded(added.id);
    },
    (problems) => focusFirstProblem(form, problems),
  );
  return (
    <RecordEditor
      isNew
      title={`New ${type.one}`}
      subtitle={null}
      isDirty={isDirty}
      isBusy={create.isRunning}
      onSave={save}
      onUndo={onClose}
      undoLabel="Cancel"
      onDelete={null}
      refusal={create.refusal}
      onCloseRefusal={create.clearRefusal}
      onReload={create.clearRefusal}
    >
      {notice?.(values)}
      <RecordFields type={type} form={form} record={null} />
    </RecordEditor>
  );
}
