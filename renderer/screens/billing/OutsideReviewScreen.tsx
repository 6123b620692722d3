// Billing > Outside review: what was done alone, the sheet for the reviewer, and what they answered (N8).
import { Button, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './billing.module.css';
import { type LoneAct, LoneActTable } from './LoneActTable.tsx';
import { MarkReviewedDialog } from './MarkReviewedDialog.tsx';

/** Begins with what still waits. */
export function OutsideReviewScreen() {
  const [isWaiting, setIsWaiting] = useState(true);
  const [marked, setMarked] = useState<LoneAct | null>(null);
  const { value, refusal, reload } = useQuery('outsideReview.find', { isWaiting });
  const print = useCommand('outsideReview.printSheet', { refreshes: false });
  const printSheet = async (acts: readonly LoneAct[]) => {
    const done = await print.run({ ids: acts.map(({ id }) => id) });
    if (done !== null) notify.done('The review sheet went to the printer.');
  };
  const acts = value?.acts ?? [];
  return (
    <div>
      <PageHeader
        title="Outside review"
        actions={
          <Button
            variant="default"
            size="sm"
            leftSection={<Printer size={16} aria-hidden />}
            disabled={acts.length === 0}
            loading={print.isRunning}
            onClick={() => void printSheet(acts)}
          >
            Print review sheet
          </Button>
        }
      />
      <Stack gap="sm" className={classes.wide ?? ''}>
        <Text size="sm">
          Acts that need two people and were done by one, because nobody else here could approve them. Somebody outside
          the practice looks at each of them; who that is stands in Security, Settings.
        </Text>
        <SegmentedControl
          size="xs"
          w="max-content"
          aria-label="Which acts"
          value={isWaiting ? 'waiting' : 'all'}
          onChange={(which) => setIsWaiting(which === 'waiting')}
          data={[
            { value: 'waiting', label: value === undefined ? 'Waiting' : `Waiting (${value.waitingCount})` },
            { value: 'all', label: 'All' },
          ]}
        />
        {print.refusal === null ? null : <RefusalCard refusal={print.refusal} onClose={print.clearRefusal} />}
        {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
        {value === undefined && refusal === null ? <Skeleton height={160} aria-label="The acts are loading" /> : null}
        {value !== undefined && acts.length === 0 ? (
          <EmptyState
            title={isWaiting ? 'Nothing waits for review.' : 'Nothing was done alone.'}
            hint="A refund or a day’s close that one person confirms alone is listed here."
          />
        ) : null}
        {acts.length === 0 ? null : (
          <LoneActTable acts={acts} onPrint={(act) => void printSheet([act])} onMark={setMarked} />
        )}
      </Stack>
      {marked === null ? null : <MarkReviewedDialog act={marked} onClose={() => setMarked(null)} />}
    </div>
  );
}
