// Security > Activity log: everything that was done or refused, newest first (screens 6.6, 6.7).
import { Button, Group, Kbd, Skeleton, Stack, Text } from '@mantine/core';
import { Download, Printer, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import { usePageKeys } from '../../app/usePageKeys.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FilterChips } from '../../components/FilterChips.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCount } from '../../components/showTime.ts';
import { ViewActions } from '../../components/views/ViewActions.tsx';
import { queryClient } from '../../ipc/queryClient.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { ChainState } from './ChainState.tsx';
import { chipsOf } from './chipsOf.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { LogFilters } from './LogFilters.tsx';
import { LogList } from './LogList.tsx';
import { auditFilterOf, isNarrowed } from './logFilter.ts';
import { useLogEntries } from './useLogEntries.ts';
import { useLogFilter } from './useLogFilter.ts';
import { useLogViews } from './useLogViews.ts';

/** The log can be searched and exported, and by nobody edited. */
export function ActivityScreen() {
  const [filter, changeFilter, showFilter] = useLogFilter();
  const [isExporting, setIsExporting] = useState(false);
  const { value: choices } = useQuery('audit.findChoices', {});
  const views = useLogViews();
  const { can } = useSession();
  const mayExport = can('audit:export');
  const print = useCommand('audit.print', { refreshes: false });
  const log = useLogEntries(filter);
  const printLog = async () => {
    const printed = await print.run({ filter: auditFilterOf(filter) });
    if (printed === null) return;
    const { count, isWhole } = printed;
    const entries = count === 1 ? '1 entry was' : `${showCount(count)} entries were`;
    notify.done(
      isWhole
        ? `${entries} sent to the printer.`
        : `The newest ${entries} sent to the printer. More match: narrow the dates, or export them.`,
    );
  };
  usePageKeys([
    [SHORTCUTS.export.keys, () => mayExport && setIsExporting(true)],
    [SHORTCUTS.print.keys, () => mayExport && void printLog()],
    [SHORTCUTS.refresh.keys, log.reload],
  ]);
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
            {mayExport ? (
              <Button
                variant="default"
                leftSection={<Printer size={16} aria-hidden />}
                rightSection={<Kbd size="xs">{SHORTCUTS.print.shown}</Kbd>}
                aria-keyshortcuts={SHORTCUTS.print.aria}
                loading={print.isRunning}
                onClick={() => void printLog()}
              >
                Print
              </Button>
            ) : null}
            {mayExport ? (
              <Button
                variant="default"
                leftSection={<Download size={16} aria-hidden />}
                rightSection={<Kbd size="xs">{SHORTCUTS.export.shown}</Kbd>}
                aria-keyshortcuts={SHORTCUTS.export.aria}
                onClick={() => setIsExporting(true)}
              >
                Export CSV…
              </Button>
            ) : null}
          </>
        }
      />
      <ChainState />
      <LogFilters filter={filter} choices={choices} views={views} onFilter={changeFilter} onView={showFilter} />
      <FilterChips chips={chipsOf(filter, choices)} onFilter={changeFilter} onClear={() => showFilter({})}>
        <ViewActions filter={filter} views={views} />
      </FilterChips>
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} onClose={print.clearRefusal} />}
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
