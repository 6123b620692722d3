// Security > Getting started: what is done and what is open in the first week, with a progress bar (S1.30).
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { ChecklistBar } from '../../components/ChecklistBar.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useChecklist } from '../../ipc/useChecklist.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ChecklistLine } from './ChecklistLine.tsx';
import classes from './GettingStarted.module.css';
import { OfficeSizeLine } from './OfficeSizeLine.tsx';

type Checklist = Output<'checklist.read'>;

/** Loading, trouble or the checklist; never a blank. */
export function GettingStartedScreen() {
  const { value, refusal, reload } = useChecklist();
  const setShown = useCommand('checklist.setShown');
  return (
    <div className={listClasses.screen}>
      <PageHeader
        title="Getting started"
        actions={
          value === undefined || value.putAway !== null ? undefined : (
            <Button
              size="sm"
              variant="default"
              loading={setShown.isRunning}
              onClick={() => void setShown.run({ isShown: false })}
            >
              Put the checklist away
            </Button>
          )
        }
      />
      {setShown.refusal === null ? null : <RefusalCard refusal={setShown.refusal} onClose={setShown.clearRefusal} />}
      {value === undefined ? (
        refusal === null ? (
          <Stack role="status" aria-busy="true" aria-label="The checklist is loading">
            <Skeleton height={48} />
            <Skeleton height={320} />
          </Stack>
        ) : (
          <LoadFailed refusal={refusal} onRetry={reload} />
        )
      ) : (
        <ChecklistPage
          checklist={value}
          isBusy={setShown.isRunning}
          onBringBack={() => void setShown.run({ isShown: true })}
        />
      )}
    </div>
  );
}

interface ChecklistPageProps {
  readonly checklist: Checklist;
  readonly isBusy: boolean;
  readonly onBringBack: () => void;
}

function ChecklistPage({ checklist, isBusy, onBringBack }: ChecklistPageProps) {
  const { items, putAway } = checklist;
  return (
    <div className={classes.page}>
      {putAway === null ? null : (
        <div className={classes.notice} role="status">
          <Text size="sm">
            {putAway.by} put the checklist away on {showTime(putAway.atMs)}. It has left the menu and the Users page;
            what is open stays open.
          </Text>
          <Button size="compact-sm" variant="default" loading={isBusy} onClick={onBringBack}>
            Bring it back
          </Button>
        </div>
      )}
      <section className="panel" aria-label="Progress">
        <ChecklistBar items={items} />
        <Text size="sm" mt={6}>
          {items.every(({ isDone }) => isDone)
            ? 'Everything is done. This page leaves the menu by itself, and comes back if something opens again.'
            : 'Each line looks at the data itself: it is ticked when the thing is done, and opens again when it is undone.'}
        </Text>
        <OfficeSizeLine size={checklist.officeSize} />
      </section>
      <ol className={classes.list} aria-label="What to do in the first week">
        {items.map((item) => (
          <ChecklistLine key={item.id} item={item} roles={item.id === 'roles' ? checklist.roles : NO_ROLES} />
        ))}
      </ol>
    </div>
  );
}

const NO_ROLES: Checklist['roles'] = [];
