// Office > Time clock: punching, and the week of everybody within one's reach (S2.114).
import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '../../../shared/schedule/days.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { showDate } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { PunchCard } from './PunchCard.tsx';
import classes from './timeClock.module.css';
import { WeekTable } from './WeekTable.tsx';

export function TimeClockScreen() {
  const [day, setDay] = useState<string | null>(null);
  const { value, refusal, reload } = useQuery('punch.readWeek', { day }, { keepPrevious: true });
  const move = (days: number) => value !== undefined && setDay(addDays(value.weekStart, days));
  return (
    <div className={classes.page}>
      <PageHeader title="Time clock" />
      <PunchCard />
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value === undefined ? null : (
        <section aria-label="Working time of the week">
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h4">
              {showDate(value.weekStart)} to {showDate(value.days.at(-1) ?? value.weekStart)}
            </Title>
            <Group gap="xs">
              <Button variant="default" size="xs" onClick={() => move(-7)}>
                Earlier week
              </Button>
              <Button variant="default" size="xs" disabled={day === null} onClick={() => setDay(null)}>
                This week
              </Button>
              <Button variant="default" size="xs" onClick={() => move(7)}>
                Later week
              </Button>
            </Group>
          </Group>
          {value.people.length === 0 ? (
            <EmptyState title="Nobody worked in this week." hint="Punch in above, or look at another week." />
          ) : (
            <WeekTable week={value} />
          )}
        </section>
      )}
    </div>
  );
}
