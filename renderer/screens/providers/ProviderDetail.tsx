// One open provider: loads the record, then hands it to the form.
import { Skeleton, Stack } from '@mantine/core';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { ProviderForm } from './ProviderForm.tsx';
import type { ProviderDraft } from './providerDraft.ts';

interface ProviderDetailProps {
  readonly providerId: string;
  /** Typed work to go on with, kept over a locked screen. */
  readonly draft: ProviderDraft | null;
  /** Called with what is typed and unsaved, or null. */
  readonly onDraft: (draft: ProviderDraft | null) => void;
  readonly onDeleted: () => void;
}

/** Loading, trouble or the form; never a blank. */
export function ProviderDetail({ providerId, draft, onDraft, onDeleted }: ProviderDetailProps) {
  const { value, refusal, reload } = useQuery('provider.read', { providerId });
  if (value !== undefined)
    return <ProviderForm provider={value} draft={draft} onDraft={onDraft} onReload={reload} onDeleted={onDeleted} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack aria-busy="true" aria-label="The record is loading">
      <Skeleton height={32} width="60%" />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}
