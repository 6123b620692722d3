// The acts done alone: what, when, how much, by whom, where it stands in the log, and its review.
import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { showCents } from '../../components/record/showCents.ts';
import { showDate, showTime } from '../../components/showTime.ts';
import classes from './billing.module.css';

export type LoneAct = Output<'outsideReview.find'>['acts'][number];

interface LoneActTableProps {
  readonly acts: readonly LoneAct[];
  readonly onPrint: (act: LoneAct) => void;
  readonly onMark: (act: LoneAct) => void;
}

export function LoneActTable({ acts, onPrint, onMark }: LoneActTableProps) {
  return (
    <Table className={classes.table ?? ''} verticalSpacing={6} aria-label="Acts done alone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">What</Table.Th>
          <Table.Th scope="col" className={classes.amount ?? ''}>
            Amount
          </Table.Th>
          <Table.Th scope="col">Confirmed alone</Table.Th>
          <Table.Th scope="col" className={classes.amount ?? ''}>
            Log entry
          </Table.Th>
          <Table.Th scope="col">Outside review</Table.Th>
          <Table.Th scope="col">
            <VisuallyHidden>What can be done</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {acts.map((act) => (
          <Table.Tr key={act.id}>
            <Table.Th scope="row">
              {act.label}
              <Text size="xs" fw={400} c="dimmed">
                {act.detail}
              </Text>
            </Table.Th>
            <Table.Td className={classes.amount ?? ''}>{showCents(act.cents)}</Table.Td>
            <Table.Td>
              {showTime(act.doneAtMs)}
              <Text size="xs" c="dimmed">
                {act.doneBy}
                {act.lastOther === null
                  ? ''
                  : ` · ${act.lastOther.name} could until ${showTime(act.lastOther.untilMs)}`}
              </Text>
            </Table.Td>
            <Table.Td className={classes.amount ?? ''}>{act.entryNumber ?? ''}</Table.Td>
            <Table.Td>
              <Review act={act} />
            </Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onPrint(act)}
                  aria-label={`Print ${act.label}`}
                >
                  Print
                </Button>
                {act.review === null ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => onMark(act)}
                    aria-label={`Reviewed… ${act.label}`}
                  >
                    Reviewed…
                  </Button>
                ) : null}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Review({ act: { review, reviewer } }: { readonly act: LoneAct }) {
  if (review === null)
    return (
      <>
        waits for {reviewer.name}
        <Text size="xs" c="dimmed">
          {reviewer.role}
        </Text>
      </>
    );
  return (
    <>
      {review.reviewedBy}, {showDate(review.reviewedOn)}
      <Text size="xs" c="dimmed">
        written down by {review.recordedBy} on {showTime(review.recordedAtMs)}
      </Text>
    </>
  );
}
