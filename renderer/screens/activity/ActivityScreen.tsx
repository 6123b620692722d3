// Security > Activity log: everything that was done or refused, newest first (screens 6.6, 6.7).
import { Button, Group, Kbd, Skeleton, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Download, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { showCount } from '../../components/showTime.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { ChainState } from './ChainState.tsx';
import { chipsOf } from './chipsOf.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { FilterChips } from './FilterChips.tsx';
import { LogFilters } from './LogFilters.tsx';
import { LogList } from './LogList.tsx';
import { isNarrowed } from './logFilter.ts';
import { useLogEntries } from './useLogEntries.ts';
import { useLogFilter } from './useLogFilter.ts';
import { ViewActions } from './ViewActions.tsx';

/** The log can be searched and exported, and by nobody edited. */
export function ActivityScreen() {
  const [filter, changeFilter, showFilter] = useLogFilter();
  const [isExporting, setIsExporting] = useState(false);
  const { value: choices } = useQuery('audit.findChoices', {});
  const views = useQuery('audit.findViews', {}).value?.views ?? [];
  const log = useLogEntries(filter);
  useHotkeys(
    [
      [SHORTCUTS.export.keys, () => setIsExporting(true)],
      [SHORTCUTS.refresh.keys, log.reload],
    ],
    [],
  );
  const closeExport = (hasRun: boolean) => {
    setIsExporting(false);
    if (!hasRun) return;
    void queryClient.invalidateQueries({ queryKey: ['audit.readStatus'] });
    log.reload();
  };
  const { entries, total, isAtLeast, hasMore, isLoading, refusal } = log;
  return (
    <Stack gap="sm">
      <PageHeader
        title="Activity log"
        actions={
          <>
            <Button
              variant="default"
              leftSection={<RefreshCw size={16} aria-hidden />}
              aria-keyshortcuts={SHORTCUTS.refresh.aria}
              onClick={log.reload}
            >
              Refresh
            </Button>
            <Button
              variant="default"
              leftSection={<Download size={16} aria-hidden />}
              rightSection={<Kbd size="xs">{SHORTCUTS.export.shown}</Kbd>}
              aria-keyshortcuts={SHORTCUTS.export.aria}
              onClick={() => setIsExporting(true)}
            >
              Export CSV…
            </Button>
          </>
        }
      />
      <ChainState />
      <LogFilters filter={filter} choices={choices} views={views} onFilter={changeFilter} onView={showFilter} />
      <FilterChips chips={chipsOf(filter, choices)} onFilter={changeFilter} onClear={() => showFilter({})}>
        <ViewActions filter={filter} views={views} />
      </FilterChips>
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={log.reload} />}
      {total === null && isLoading ? <Loading /> : null}
      {total === 0 && refusal === null ? <Empty isNarrowed={isNarrowed(filter)} hasMore={hasMore} /> : null}
      {entries.length > 0 ? <LogList entries={entries} onFilter={changeFilter} /> : null}
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text size="sm" role="status">
            {total === null
              ? ''
              : `Showing ${showCount(entries.length)} of ${isAtLeast ? 'at least ' : ''}${showCount(total)} · newest first`}
          </Text>
          {hasMore ? (
            <Button variant="default" size="compact-sm" loading={isLoading} onClick={log.loadMore}>
              Load more
            </Button>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          Nobody can edit or delete here, not even a Super User.
        </Text>
      </Group>
      {isExporting ? <ExportDialog filter={filter} total={total} onClose={closeExport} /> : null}
    </Stack>
  );
}

function Empty({ isNarrowed, hasMore }: { readonly isNarrowed: boolean; readonly hasMore: boolean }) {
  if (hasMore) return <EmptyState title="No recent entry matches." hint="“Load more” looks further back in the log." />;
  return (
    <EmptyState
      title={isNarrowed ? 'No entry matches.' : 'The log is empty.'}
      hint={isNarrowed ? 'Remove a filter, or widen the dates.' : 'It fills with everything people do.'}
    />
  );
}

function Loading() {
  return (
    <Stack gap={6} role="status" aria-label="The entries are loading">
      {[0, 1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} height={30} />
      ))}
    </Stack>
  );
}
