// Worked time per person and day of one week, with its approval by somebody else.
import { Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';
import { showHours } from './showHours.ts';
import classes from './timeClock.module.css';

type Week = Output<'punch.readWeek'>;
type Person = Week['people'][number];

const weekday = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

export function WeekTable({ week }: { readonly week: Week }) {
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label="Hours per day" striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            {week.days.map((day) => (
              <Table.Th key={day} className={classes.number}>
                {weekday.format(Date.parse(day))}
              </Table.Th>
            ))}
            <Table.Th className={classes.number}>Total</Table.Th>
            <Table.Th>Approval</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {week.people.map((person) => (
            <Table.Tr key={person.userId}>
              <Table.Th scope="row" fw={500}>
                {person.name}
              </Table.Th>
              {person.dayMs.map((ms, at) => (
                <Table.Td key={week.days[at] ?? at} className={classes.number}>
                  {ms === 0 ? '' : showHours(ms)}
                </Table.Td>
              ))}
              <Table.Td className={classes.number}>
                <b>{showHours(person.totalMs)}</b>
              </Table.Td>
              <Table.Td>
                <Approval key={week.weekStart} person={person} week={week} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface ApprovalProps {
  readonly person: Person;
  readonly week: Week;
}

/** Offered for the weeks of others alone; the main process checks it again. */
function Approval({ person, week }: ApprovalProps) {
  const { subject, can } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const approve = useCommand('punch.approveWeek');
  const reopen = useCommand('punch.reopenWeek');
  const { userId, name, approval, isOpen } = person;
  const about = { userId, weekStart: week.weekStart };
  const mayApprove = can('timeClock:approve') && subject?.userId !== userId;
  if (approval !== null)
    return (
      <Stack gap={2} align="flex-start">
        <Text size="sm">
          Approved by {approval.by}, {showTime(approval.atMs)}
        </Text>
        {mayApprove ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Take back… (${name})`}
            onClick={() => setIsAsking(true)}
          >
            Take back…
          </Button>
        ) : null}
        {isAsking ? (
          <ReasonDialog
            title={`Take back the approval of ${name}’s week?`}
            says="The punches of this week can be corrected again. Approve it once more afterwards."
            confirmLabel="Take it back"
            refusal={reopen.refusal}
            isRunning={reopen.isRunning}
            onConfirm={async (reason) => {
              if ((await reopen.run({ ...about, reason })) === null) return;
              setIsAsking(false);
              notify.done('The week is open again.');
            }}
            onClose={() => {
              reopen.clearRefusal();
              setIsAsking(false);
            }}
          />
        ) : null}
      </Stack>
    );
  if (isOpen) return <Text size="sm">{week.isOver ? 'A punch has no end yet.' : 'Punched in now.'}</Text>;
  if (!week.isOver || !mayApprove)
    return (
      <Text size="sm" c="dimmed">
        {week.isOver ? 'Not approved yet' : 'The week is not over.'}
      </Text>
    );
  return (
    <Stack gap={4} align="flex-start">
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Approve for ${name}`}
        loading={approve.isRunning}
        onClick={() => void approve.run(about)}
      >
        Approve
      </Button>
      {approve.refusal === null ? null : <RefusalCard refusal={approve.refusal} onClose={approve.clearRefusal} />}
    </Stack>
  );
}
