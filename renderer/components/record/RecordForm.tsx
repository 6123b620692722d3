// Edits one stored record of any type; what is typed survives every refusal.
import { Fieldset, Text } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useRecordCommand } from '../../ipc/useRecordCommand.ts';
import { notify } from '../notify.ts';
import { RecordEditor } from '../RecordEditor.tsx';
import { RecordStamp } from '../RecordStamp.tsx';
import { RecordFields } from './RecordFields.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { type FormValues, fieldsOfValues, type RecordDraft, valuesOfRecord } from './recordDraft.ts';
import { focusFirstProblem, useRecordForm } from './useRecordForm.ts';

export interface RecordFormProps {
  readonly type: RecordType;
  readonly record: OpenedRecord;
  readonly draft: RecordDraft | null;
  /** Called with what is typed and unsaved, or null. */
  readonly onDraft: (draft: RecordDraft | null) => void;
  readonly onReload: () => void;
  readonly onDeleted: () => void;
  /** Under the title: what tells this record from others. */
  readonly subtitle?: (record: OpenedRecord) => ReactNode;
  /** Why this record can no longer be changed or deleted by a form; null while it can. */
  readonly lockedBecause?: (record: OpenedRecord) => string | null;
  /** What somebody should know of what they are about to save, below the inputs. */
  readonly changeNotice?: (record: OpenedRecord, values: FormValues) => ReactNode;
  /** Further acts and facts of this type, between the inputs and the history; `close` leaves the record. */
  readonly extra?: (record: OpenedRecord, reload: () => void, close: () => void, below: WordsBelow) => ReactNode;
}

/** One text typed in `extra`: while it is not empty, leaving asks and a lock keeps it, as with the inputs. */
export interface WordsBelow {
  readonly words: string;
  readonly setWords: (words: string) => void;
}

/** The form keeps the version it began with, so that a newer state is never overwritten unseen. */
export function RecordForm(props: RecordFormProps) {
  const { type, record, draft, onDraft, onReload, onDeleted, subtitle, extra, lockedBecause } = props;
  const { id } = record;
  const locked = lockedBecause?.(record) ?? null;
  const name = record.title === '' ? `this ${type.one}` : record.title;
  const [version, setVersion] = useState(draft?.version ?? record.version);
  const form = useRecordForm(type, valuesOfRecord(type, record), record.masked, draft);
  const update = useRecordCommand(type, 'update');
  const remove = useRecordCommand(type, 'delete');
  const isDirty = form.isDirty();
  const [words, setWords] = useState(draft?.words ?? '');
  const { values, setValues } = form;

  // Before it is painted: leaving must ask by the state that the person sees.
  useLayoutEffect(() => {
    const typed = { id, version, values: { ...values } };
    onDraft(words !== '' ? { ...typed, words } : isDirty ? typed : null);
  }, [isDirty, onDraft, id, version, values, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer stored state is taken over only while nothing is typed
  useEffect(() => {
    if (record.version <= version || isDirty) return;
    const stored = valuesOfRecord(type, record);
    form.setInitialValues(stored);
    setValues(stored);
    form.resetDirty(stored);
    setVersion(record.version);
  }, [record, isDirty]);

  const save = form.onSubmit(
    async (typed) => {
      remove.clearRefusal();
      const saved = await update.run({ id, version, fields: fieldsOfValues(type, typed, record.masked) });
      if (saved === null) return;
      form.setInitialValues(typed);
      form.resetDirty(typed);
      setVersion(saved.version);
      onReload();
      notify.done(`Saved ${typedTitle(type, typed) || name}.`);
    },
    (problems) => focusFirstProblem(form, problems),
  );
  const undo = () => {
    form.reset();
    update.clearRefusal();
  };
  const deleteRecord = async (reason: string) => {
    update.clearRefusal();
    const deleted = await remove.run({ id, version, reason });
    if (deleted === null) return;
    onDraft(null);
    onDeleted();
    notify.done(`Deleted ${name}.`);
  };
  const can = (action: 'update' | 'delete') => locked === null && type.actions.includes(action);
  // A step that ends all changing must not leave behind, for good, what is typed and not saved, or saved this moment.
  const isHeldBack = lockedBecause !== undefined && locked === null && (isDirty || record.version < version);
  return (
    <RecordEditor
      title={record.title === '' ? capitalized(type.one) : record.title}
      subtitle={subtitle?.(record) ?? null}
      isDirty={isDirty}
      isBusy={update.isRunning || remove.isRunning}
      onSave={can('update') ? save : null}
      onUndo={undo}
      deleteTitle={`Delete ${name}?`}
      deleteLabel={`Delete the ${type.one}`}
      deleteSays={`It leaves every list and can no longer be opened. The activity log keeps who deleted it, when and why.`}
      onDelete={can('delete') ? deleteRecord : null}
      refusal={update.refusal ?? remove.refusal}
      onCloseRefusal={() => {
        update.clearRefusal();
        remove.clearRefusal();
      }}
      onReload={() => {
        undo();
        onReload();
      }}
    >
      {locked === null ? null : <Text size="sm">{locked}</Text>}
      <RecordFields type={type} form={form} record={record} isReadOnly={!can('update')} />
      {isDirty ? props.changeNotice?.(record, values) : null}
      {isHeldBack ? (
        <Text size="sm">Save or undo what you typed first: the steps below are for what is saved.</Text>
      ) : null}
      <Fieldset variant="unstyled" disabled={isHeldBack} style={{ display: 'contents' }}>
        {extra?.(record, onReload, onDeleted, { words, setWords })}
      </Fieldset>
      <RecordStamp {...record} />
      <RecordHistory type={type} recordId={id} />
    </RecordEditor>
  );
}

/** The title as it was typed just now; '' for a type without one, or one that the program makes. */
function typedTitle(type: RecordType, typed: FormValues): string {
  const parts = type.title.map((field) => typed[field]);
  return parts.filter((part) => typeof part === 'string' && part !== '').join(type.titleJoin);
}
