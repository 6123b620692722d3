// Security > Unused rights: what people hold and did not use, with a trim that is reviewed like any other change (P2, S2.35).
import { Alert, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { Clock } from 'lucide-react';
import { useState } from 'react';
import { USE_DAYS } from '../../../shared/catalogue/procedures/access.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListAndDetail } from '../../components/ListAndDetail.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { showTime } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { UnusedOfPerson } from './UnusedOfPerson.tsx';

type Days = (typeof USE_DAYS)[number];

const USUAL_DAYS: Days = 90;

export function UnusedRightsScreen() {
  const [days, setDays] = useState<Days>(USUAL_DAYS);
  const [userId, setUserId] = useState<string | null>(null);
  const { value, refusal, reload } = useQuery('access.findUnused', { days }, { keepPrevious: true });
  return (
    <div className={listClasses.screen}>
      <PageHeader
        title="Unused rights"
        actions={
          <SegmentedControl
            size="xs"
            aria-label="How far back to look"
            value={String(days)}
            onChange={(chosen) => setDays(USE_DAYS.find((each) => String(each) === chosen) ?? USUAL_DAYS)}
            data={USE_DAYS.map((each) => ({ value: String(each), label: `${each} days` }))}
          />
        }
      />
      <Text size="sm" c="dimmed">
        Rights people hold and did not use, by the activity log. It shows what was done, not what will be needed: ask
        before you take a right away that is needed once a year.
      </Text>
      {value?.isLogTooYoung ? (
        <Alert variant="outline" color="gray" icon={<Clock aria-hidden />} title="Too young to tell" role="status">
          {value.logBeganAtMs === null
            ? 'The activity log is empty'
            : `The activity log begins ${showTime(value.logBeganAtMs)}`}
          , so it does not hold {days} days yet. No right can be called unused for so long a time: choose fewer days, or
          come back later.
        </Alert>
      ) : null}
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value === undefined && refusal === null ? (
        <Stack aria-busy="true" aria-label="The log is being read" gap="xs">
          <Skeleton height={28} />
          <Skeleton height={28} />
          <Skeleton height={28} />
        </Stack>
      ) : null}
      {value === undefined ? null : (
        <ListAndDetail
          list={
            value.people.length === 0 ? (
              <EmptyState title="Nobody can sign in" hint="Add people under Users." />
            ) : (
              <PeopleTable people={value.people} openUserId={userId} onOpen={setUserId} />
            )
          }
          detail={userId === null ? null : <UnusedOfPerson key={`${userId} ${days}`} userId={userId} days={days} />}
          detailLabel="Unused rights of one person"
          detailKey={userId ?? undefined}
          isDetailWide
          backLabel="Back to the people"
          onBack={() => setUserId(null)}
        />
      )}
    </div>
  );
}
