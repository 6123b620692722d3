// Lists > Providers: the list on the left, the open provider on the right.
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PROVIDER_SORTS } from '../../../shared/catalogue/procedures/provider.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { GridSort } from '../../components/grid/gridColumn.ts';
import { ListAndDetail } from '../../components/ListAndDetail.tsx';
import screenClasses from '../../components/ListScreen.module.css';
import { ListSearch, SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useOpenRecord } from '../../components/useOpenRecord.ts';
import { call } from '../../ipc/client.ts';
import { useDraft } from '../../session/useDraft.ts';
import { ProviderDetail } from './ProviderDetail.tsx';
import { PROVIDER_COLUMNS } from './providerColumns.tsx';
import { type ProviderDraft, parseProviderDraft } from './providerDraft.ts';

const LEAVE_WORDS = {
  title: 'Leave without saving?',
  says: 'What you typed about this provider is not saved yet and would be lost.',
  stayLabel: 'Stay here',
  leaveLabel: 'Discard what I typed',
};

/** Providers belong to the data area Lists. */
export function ProvidersScreen() {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, SEARCH_REST_MS);
  const [sort, setSort] = useState<GridSort>({ sortId: 'name', isDescending: false });
  const record = useOpenRecord();
  const [typed, setTyped] = useState<ProviderDraft | null>(null);
  const [kept, setKept] = useState<ProviderDraft | null>(null);
  const guard = useLeaveGuard(typed !== null, LEAVE_WORDS);
  const restore = useCallback(
    (content: unknown) => {
      const draft = parseProviderDraft(content);
      if (draft === null) return;
      setKept(draft);
      record.open(draft.providerId);
    },
    [record.open],
  );
  useDraft<unknown>('providers', typed !== null, typed, restore);

  const fetchPage = (offset: number, limit: number) =>
    call('provider.find', { search: asked, ...sortOf(sort), isDescending: sort.isDescending, offset, limit });
  const go = (providerId: string, open: (key: string) => void) => {
    if (providerId === record.openKey) return;
    guard.ask(() => {
      setTyped(null);
      setKept(null);
      open(providerId);
    });
  };
  const close = () => {
    setTyped(null);
    setKept(null);
    record.close();
  };
  const empty =
    asked === '' ? (
      <EmptyState
        title="No providers yet."
        hint="Import them from a CSV file, before the patients."
        action={
          <Button component={Link} to="/import" variant="default">
            Import…
          </Button>
        }
      />
    ) : (
      <EmptyState title="No provider matches." hint="Search for a name, a specialty or a city." />
    );
  return (
    <div className={screenClasses.screen}>
      <PageHeader
        title="Providers"
        actions={<ListSearch label="Search providers" value={search} onChange={setSearch} />}
      />
      <ListAndDetail
        list={
          <DataGrid
            label="Providers"
            columns={PROVIDER_COLUMNS}
            rowKey={({ providerId }) => providerId}
            fetchPage={fetchPage}
            queryKey={['provider.find', asked]}
            sort={sort}
            onSort={setSort}
            selectedKey={record.selectedKey}
            onSelect={({ providerId }) => go(providerId, record.select)}
            onOpen={({ providerId }) => go(providerId, record.open)}
            empty={empty}
          />
        }
        detail={
          record.openKey === null ? null : (
            <ProviderDetail
              key={record.openKey}
              providerId={record.openKey}
              draft={kept?.providerId === record.openKey ? kept : null}
              onDraft={setTyped}
              onDeleted={close}
            />
          )
        }
        detailLabel="Provider"
        backLabel="Back to providers"
        onBack={() => guard.ask(close)}
      />
      {guard.dialog}
    </div>
  );
}

function sortOf({ sortId }: GridSort) {
  return { sort: PROVIDER_SORTS.find((known) => known === sortId) ?? 'name' };
}
