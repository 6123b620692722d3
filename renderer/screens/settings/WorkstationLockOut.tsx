// Whether this computer is locked out, and the way to lock it out or open it again (S5.10).
import { Button, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ForeseenEffect } from '../../components/access/ForeseenEffect.tsx';
import { LockOutDialog } from '../../components/LockOutDialog.tsx';
import { LockOutNote } from '../../components/LockOutNote.tsx';
import { lockOutEndWords } from '../../components/lockOutEnd.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import classes from './SettingsScreen.module.css';

/** Offered to Super Users alone: anybody else would lock themselves out. */
export function WorkstationLockOut() {
  const { subject, can } = useSession();
  const { value, refusal } = useQuery('workstation.read', {});
  const [asked, setAsked] = useState<'lockOut' | 'unlock' | null>(null);
  const locking = useCommand('workstation.lockOut');
  const unlocking = useCommand('workstation.unlock');
  if (refusal !== null) return <RefusalCard refusal={refusal} />;
  if (value === undefined) return null;
  const { workstation, lockOut } = value;
  const mayAct = subject?.isSuperUser === true && can('user:lockOut');
  const close = () => {
    locking.clearRefusal();
    unlocking.clearRefusal();
    setAsked(null);
  };

  return (
    <Paper component="section" aria-label="This computer" withBorder p="sm" className={classes.computer}>
      <div className={classes.words}>
        <Title order={2} size="sm">
          This computer: {workstation}
        </Title>
        {lockOut === null ? (
          <Text size="sm">
            Everybody with a login may sign in here.
            {mayAct ? ' Lock it out when it stands unguarded or is being looked into.' : ''}
          </Text>
        ) : (
          <LockOutNote lockOut={lockOut} says="Nobody but Super Users can sign in at this computer." />
        )}
        {mayAct ? null : (
          <Text size="xs" c="dimmed">
            A Super User can lock out this computer and open it again.
          </Text>
        )}
      </div>
      {mayAct ? (
        <Button size="sm" variant="default" onClick={() => setAsked(lockOut === null ? 'lockOut' : 'unlock')}>
          {lockOut === null ? 'Lock out this computer…' : 'Unlock this computer…'}
        </Button>
      ) : null}
      {asked === 'lockOut' ? (
        <LockOutDialog
          title="Lock out this computer"
          says={`Everybody at ${workstation} is signed out at once, and nobody but Super Users can sign in here until the end you choose, or until a Super User unlocks it. Other computers are not touched.`}
          confirmLabel="Lock out this computer"
          isRunning={locking.isRunning}
          refusal={locking.refusal}
          onConfirm={async (reason, untilMs) => {
            if ((await locking.run({ reason, untilMs })) === null) return;
            setAsked(null);
            notify.done(`This computer is locked out ${lockOutEndWords(untilMs)}.`);
          }}
          onClose={close}
        >
          <ForeseenEffect change={{ procedure: 'workstation.lockOut', input: { untilMs: null } }} />
        </LockOutDialog>
      ) : null}
      {asked === 'unlock' ? (
        <ReasonDialog
          title="Unlock this computer"
          says="Everybody with a login can sign in here again at once, unless they are locked out in person or with a role."
          confirmLabel="Unlock this computer"
          isRunning={unlocking.isRunning}
          refusal={unlocking.refusal}
          onConfirm={async (reason) => {
            if ((await unlocking.run({ reason })) === null) return;
            setAsked(null);
            notify.done('This computer is unlocked.');
          }}
          onClose={close}
        >
          <ForeseenEffect change={{ procedure: 'workstation.unlock', input: {} }} />
        </ReasonDialog>
      ) : null}
    </Paper>
  );
}
