// Edits one provider; what is typed survives every refusal.
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { notify } from '../../components/notify.ts';
import { RecordEditor } from '../../components/RecordEditor.tsx';
import { RecordStamp } from '../../components/RecordStamp.tsx';
import { showCount } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProviderInputs } from './ProviderInputs.tsx';
import { nameOfProvider } from './providerColumns.tsx';
import { type Provider, type ProviderDraft, type ProviderFields, providerFieldsSchema } from './providerDraft.ts';

interface ProviderFormProps {
  readonly provider: Provider;
  readonly draft: ProviderDraft | null;
  readonly onDraft: (draft: ProviderDraft | null) => void;
  readonly onReload: () => void;
  readonly onDeleted: () => void;
}

/** The form keeps the version it began with, so that a newer state is never overwritten unseen. */
export function ProviderForm({ provider, draft, onDraft, onReload, onDeleted }: ProviderFormProps) {
  const { providerId, patientCount } = provider;
  const name = nameOfProvider(provider.fields.lastName, provider.fields.firstName);
  const [version, setVersion] = useState(draft?.version ?? provider.version);
  const form = useForm<ProviderFields>({
    initialValues: provider.fields,
    validateInputOnBlur: true,
    validate: (values) => fieldProblems(providerFieldsSchema, values),
  });
  const update = useCommand('provider.update');
  const remove = useCommand('provider.delete');
  const isDirty = form.isDirty();
  const { values, setValues } = form;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept draft is put back once, when the record opens
  useEffect(() => {
    if (draft !== null) setValues(draft.values);
  }, []);
  useEffect(() => {
    onDraft(isDirty ? { providerId, version, values } : null);
  }, [isDirty, onDraft, providerId, version, values]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer stored state is taken over only while nothing is typed
  useEffect(() => {
    if (provider.version <= version || isDirty) return;
    form.setInitialValues(provider.fields);
    setValues(provider.fields);
    form.resetDirty(provider.fields);
    setVersion(provider.version);
  }, [provider, isDirty]);

  const focusFirstProblem = (problems: Record<string, unknown>) => {
    const [first] = Object.keys(problems);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
  const save = form.onSubmit(async (typed) => {
    remove.clearRefusal();
    const saved = await update.run({ providerId, version, fields: typed });
    if (saved === null) return;
    form.setInitialValues(typed);
    form.resetDirty(typed);
    setVersion(saved.version);
    onReload();
    notify.done(`Saved ${nameOfProvider(typed.lastName, typed.firstName)}.`);
  }, focusFirstProblem);
  const undo = () => {
    form.reset();
    update.clearRefusal();
  };
  const deleteProvider = async (reason: string) => {
    update.clearRefusal();
    const deleted = await remove.run({ providerId, version, reason });
    if (deleted === null) return;
    onDraft(null);
    onDeleted();
    notify.done(`Deleted the provider ${name}.`);
  };
  return (
    <RecordEditor
      title={name}
      subtitle={`${patientCount === 1 ? '1 patient' : `${showCount(patientCount)} patients`} assigned`}
      isDirty={isDirty}
      isBusy={update.isRunning || remove.isRunning}
      onSave={save}
      onUndo={undo}
      deleteTitle={`Delete the provider ${name}?`}
      deleteLabel="Delete the provider"
      deleteSays="Only a provider without patients can be deleted. The activity log keeps who deleted it, when and why."
      onDelete={deleteProvider}
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
      <ProviderInputs form={form} />
      <RecordStamp {...provider} />
    </RecordEditor>
  );
}
