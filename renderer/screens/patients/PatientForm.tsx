// Edits one patient record; what is typed survives every refusal.
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { notify } from '../../components/notify.ts';
import { RecordEditor } from '../../components/RecordEditor.tsx';
import { RecordStamp } from '../../components/RecordStamp.tsx';
import { showDate } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { PatientInputs } from './PatientInputs.tsx';
import {
  fieldsOfValues,
  type Patient,
  type PatientDraft,
  type PatientValues,
  patientFieldsSchema,
  valuesOfPatient,
} from './patientDraft.ts';
import { useProviderChoices } from './useProviderChoices.ts';

interface PatientFormProps {
  readonly patient: Patient;
  readonly draft: PatientDraft | null;
  readonly onDraft: (draft: PatientDraft | null) => void;
  readonly onReload: () => void;
  readonly onDeleted: () => void;
}

/** The form keeps the version it began with, so that a newer state is never overwritten unseen. */
export function PatientForm({ patient, draft, onDraft, onReload, onDeleted }: PatientFormProps) {
  const { patientId } = patient;
  const name = `${patient.fields.lastName}, ${patient.fields.firstName}`;
  const [version, setVersion] = useState(draft?.version ?? patient.version);
  const form = useForm<PatientValues>({
    initialValues: valuesOfPatient(patient),
    validateInputOnBlur: true,
    validate: (values) => fieldProblems(patientFieldsSchema, fieldsOfValues(values)),
  });
  const update = useCommand('patient.update');
  const remove = useCommand('patient.delete');
  const providerChoices = useProviderChoices(patient);
  const isDirty = form.isDirty();
  const { values, setValues } = form;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept draft is put back once, when the record opens
  useEffect(() => {
    if (draft !== null) setValues(draft.values);
  }, []);
  useEffect(() => {
    onDraft(isDirty ? { patientId, version, values } : null);
  }, [isDirty, onDraft, patientId, version, values]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer stored state is taken over only while nothing is typed
  useEffect(() => {
    if (patient.version <= version || isDirty) return;
    const stored = valuesOfPatient(patient);
    form.setInitialValues(stored);
    setValues(stored);
    form.resetDirty(stored);
    setVersion(patient.version);
  }, [patient, isDirty]);

  const focusFirstProblem = (problems: Record<string, unknown>) => {
    const [first] = Object.keys(problems);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
  const save = form.onSubmit(async (typed) => {
    remove.clearRefusal();
    const saved = await update.run({
      patientId,
      version,
      fields: fieldsOfValues(typed),
      providerIds: typed.providerIds,
    });
    if (saved === null) return;
    form.setInitialValues(typed);
    form.resetDirty(typed);
    setVersion(saved.version);
    onReload();
    notify.done(`Saved the record of ${typed.lastName}, ${typed.firstName}.`);
  }, focusFirstProblem);
  const undo = () => {
    form.reset();
    update.clearRefusal();
  };
  const deletePatient = async (reason: string) => {
    update.clearRefusal();
    const deleted = await remove.run({ patientId, version, reason });
    if (deleted === null) return;
    onDraft(null);
    onDeleted();
    notify.done(`Deleted the record of ${name}.`);
  };
  return (
    <RecordEditor
      title={name}
      subtitle={`Record ${patient.recordNumber} · born ${showDate(patient.fields.birthDate)} · ${patient.ssnLastFour === null ? 'no SSN' : `SSN\u00a0•••\u00a0••\u00a0${patient.ssnLastFour}`}`}
      isDirty={isDirty}
      isBusy={update.isRunning || remove.isRunning}
      onSave={save}
      onUndo={undo}
      deleteTitle={`Delete the record of ${name}?`}
      deleteLabel="Delete the record"
      deleteSays="The record leaves every list and can no longer be opened. The activity log keeps who deleted it, when and why."
      onDelete={deletePatient}
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
      <PatientInputs form={form} patient={patient} providerChoices={providerChoices} />
      <RecordStamp {...patient} />
    </RecordEditor>
  );
}
