// Counted against recorded, and the review that closes the day.
import { Button, Group, Stack, Table } from '@mantine/core';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCents } from '../../components/record/showCents.ts';
import { showTime } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { AloneNote } from './AloneNote.tsx';
import { aloneFacts } from './aloneFacts.ts';
import classes from './billing.module.css';
import { Facts } from './Facts.tsx';

const LINES = [
  ['Cash', 'countedCashCents', 'recordedCashCents'],
  ['Checks', 'countedCheckCents', 'recordedCheckCents'],
  ['Card', 'countedCardCents', 'recordedCardCents'],
] as const;

interface ReviewDayProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
}

export function ReviewDay({ record, onChanged }: ReviewDayProps) {
  const { fields, labels } = record;
  const { can } = useSession();
  const review = useCommand('reconciliation.review');
  const reviewAlone = useCommand('reconciliation.reviewAlone');
  const { value: confirming } = useQuery(
    'reconciliation.readConfirming',
    { id: record.id },
    { enabled: can('financial:approve') },
  );
  const about = { id: record.id, version: record.version };
  const finish = (done: unknown, says: string) => {
    if (done === null) return;
    notify.done(says);
    onChanged();
  };
  const cents = (name: string) => Number(fields[name]);
  return (
    <Stack gap="sm">
      <Table className={classes.table ?? ''} verticalSpacing={4} aria-label="Counted against recorded">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Method</Table.Th>
            {['Counted', 'Recorded', 'Difference'].map((head) => (
              <Table.Th key={head} scope="col" className={classes.amount ?? ''}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {LINES.map(([method, counted, recorded]) => (
            <Table.Tr key={method}>
              <Table.Th scope="row">{method}</Table.Th>
              <Table.Td className={classes.amount ?? ''}>{showCents(cents(counted))}</Table.Td>
              <Table.Td className={classes.amount ?? ''}>{showCents(cents(recorded))}</Table.Td>
              <Table.Td className={classes.amount ?? ''}>{showCents(cents(counted) - cents(recorded))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={3}>
              Difference
            </Table.Th>
            <Table.Td className={classes.amount ?? ''}>
              <strong>{showCents(cents('differenceCents'))}</strong>
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Facts
        facts={[
          ['Counted by', String(labels.preparedBy ?? '')],
          ['Reviewed by', String(labels.reviewedBy ?? '')],
          ['Reviewed', fields.reviewedAtMs === null ? '' : showTime(Number(fields.reviewedAtMs))],
          ...aloneFacts(confirming),
        ]}
      />
      {review.refusal === null ? null : <RefusalCard refusal={review.refusal} onClose={review.clearRefusal} />}
      {confirming === undefined ? null : (
        <AloneNote
          confirming={confirming}
          label="Close the day alone…"
          title="Review and close this day alone?"
          isRunning={reviewAlone.isRunning}
          refusal={reviewAlone.refusal}
          onConfirm={async () => {
            const done = await reviewAlone.run(about);
            finish(done, 'The day is closed. It waits for outside review.');
            return done !== null;
          }}
          onClose={reviewAlone.clearRefusal}
        />
      )}
      {fields.state === 'prepared' && confirming?.says === null ? (
        <Group>
          <Button
            size="sm"
            loading={review.isRunning}
            onClick={() => void review.run(about).then((done) => finish(done, 'The day is reviewed and closed.'))}
          >
            Review and close the day
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
