// Reports > Provider metrics: chart and table of a period (S2.34).
import { Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Period, periodOf } from '../../../shared/metrics/periods.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { useToday } from '../../ipc/useToday.ts';
import { useSession } from '../../session/useSession.ts';
import { MetricsChart } from './MetricsChart.tsx';
import { MetricsPeriod } from './MetricsPeriod.tsx';
import { MetricsTable } from './MetricsTable.tsx';
import { SaveMetrics } from './SaveMetrics.tsx';

/** Loading, trouble or the figures; never a blank. */
export function ProviderMetricsScreen() {
  const { subject } = useSession();
  const today = useToday();
  const [chosen, setChosen] = useState<Period | null>(null);
  const period = chosen ?? periodOf('thisMonth', today);
  const [providerIds, setProviderIds] = useState<string[]>([]);
  const query = { ...period, providerIds: providerIds.length === 0 ? null : providerIds };
  // An emptied date input is no question yet.
  const isWhole = period.fromDay !== '' && period.toDay !== '';
  const { value, refusal, reload } = useQuery('provider.readMetrics', query, { enabled: isWhole, keepPrevious: true });
  const limit = subject?.providerLimit ?? null;
  return (
    <Stack gap="sm">
      <PageHeader
        title="Provider metrics"
        actions={
          <>
            {limit === null ? null : (
              <Text size="sm" c="dimmed">
                You see the figures of {limit === 1 ? '1 provider' : `${limit} providers`}.
              </Text>
            )}
            {isWhole ? <SaveMetrics query={query} /> : null}
          </>
        }
      />
      <MetricsPeriod
        period={period}
        today={today}
        providerIds={providerIds}
        onPeriod={setChosen}
        onProviders={setProviderIds}
      />
      {refusal !== null ? (
        <LoadFailed refusal={refusal} onRetry={reload} />
      ) : value === undefined ? (
        <Stack role="status" aria-busy="true" aria-label="The figures are loading">
          <Skeleton height={140} />
          <Skeleton height={220} />
        </Stack>
      ) : value.lines.length === 0 ? (
        <EmptyState title="No provider to count for." hint="Add providers under Lists, or choose other ones above." />
      ) : (
        <>
          <MetricsChart lines={value.lines} />
          <MetricsTable {...value} />
          <Text size="xs" c="dimmed">
            Appointments count on the day they start. Received is payments less refunds; what is paid on one invoice is
            split over its providers by their charges. Commission is the rate of what was received.
          </Text>
        </>
      )}
    </Stack>
  );
}
