// One open patient: loads the record, then hands it to the form.
import { Skeleton, Stack } from '@mantine/core';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { PatientForm } from './PatientForm.tsx';
import type { PatientDraft } from './patientDraft.ts';

interface PatientDetailProps {
  readonly patientId: string;
  /** Typed work to go on with, kept over a locked screen. */
  readonly draft: PatientDraft | null;
  /** Called with what is typed and unsaved, or null. */
  readonly onDraft: (draft: PatientDraft | null) => void;
  readonly onDeleted: () => void;
}

/** Loading, trouble or the form; never a blank. */
export function PatientDetail({ patientId, draft, onDraft, onDeleted }: PatientDetailProps) {
  const { value, refusal, reload } = useQuery('patient.read', { patientId });
  if (value !== undefined)
    return <PatientForm patient={value} draft={draft} onDraft={onDraft} onReload={reload} onDeleted={onDeleted} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack aria-busy="true" aria-label="The record is loading">
      <Skeleton height={32} width="60%" />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}
