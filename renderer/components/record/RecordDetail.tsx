// One open record: loads it, then hands it to the form.
import { Skeleton, Stack } from '@mantine/core';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { LoadFailed } from '../LoadFailed.tsx';
import { RecordForm, type RecordFormProps } from './RecordForm.tsx';

interface RecordDetailProps extends Omit<RecordFormProps, 'record' | 'onReload'> {
  readonly recordId: string;
}

/** Loading, trouble or the form; never a blank. */
export function RecordDetail({ recordId, ...rest }: RecordDetailProps) {
  const { value, refusal, reload } = useRecordQuery(rest.type, 'read', { id: recordId });
  if (value !== undefined) return <RecordForm {...rest} record={value} onReload={reload} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack role="status" aria-busy="true" aria-label="The record is loading">
      <Skeleton height={32} width="60%" />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}
