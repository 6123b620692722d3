// Lists > Practice data: what the practice is called, its tax ids and how long it keeps its records (S4.13).
import { Skeleton, Stack } from '@mantine/core';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { OrganizationForm } from './OrganizationForm.tsx';

/** Loading, trouble or the data; never a blank. */
export function OrganizationScreen() {
  const { value, refusal, reload } = useQuery('organization.read', {});
  return (
    <div className={listClasses.screen}>
      <PageHeader title="Practice data" />
      {value === undefined ? null : <OrganizationForm stored={value} onReload={reload} />}
      {value === undefined && refusal !== null ? <LoadFailed refusal={refusal} onRetry={reload} /> : null}
      {value === undefined && refusal === null ? (
        <Stack role="status" aria-busy="true" aria-label="The practice data are loading">
          <Skeleton height={120} maw={760} />
          <Skeleton height={90} maw={760} />
        </Stack>
      ) : null}
    </div>
  );
}
