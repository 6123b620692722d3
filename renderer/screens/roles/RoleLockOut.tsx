// Whether a role is locked out, and the way to lock out everybody who holds it or to let them in again (S5.10).
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { ForeseenEffect } from '../../components/access/ForeseenEffect.tsx';
import { LockOutDialog } from '../../components/LockOutDialog.tsx';
import { LockOutNote } from '../../components/LockOutNote.tsx';
import { lockOutEndWords } from '../../components/lockOutEnd.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

interface RoleLockOutProps {
  readonly role: Pick<Output<'role.read'>, 'roleId' | 'name' | 'lockOut'>;
}

export function RoleLockOut({ role: { roleId, name, lockOut } }: RoleLockOutProps) {
  const [asked, setAsked] = useState<'lockOut' | 'unlock' | null>(null);
  const locking = useCommand('role.lockOut');
  const unlocking = useCommand('role.unlock');
  const close = () => {
    locking.clearRefusal();
    unlocking.clearRefusal();
    setAsked(null);
  };

  return (
    <>
      {lockOut === null ? null : (
        <LockOutNote lockOut={lockOut} says="Nobody who holds this role can sign in, Super Users excepted." />
      )}
      <Can permission="user:lockOut">
        <div>
          <Button size="xs" variant="default" onClick={() => setAsked(lockOut === null ? 'lockOut' : 'unlock')}>
            {lockOut === null ? 'Lock out this role…' : 'Unlock this role…'}
          </Button>
        </div>
      </Can>
      {asked === 'lockOut' ? (
        <LockOutDialog
          title={`Lock out the role ${name}`}
          says={`Everybody who holds the role ${name} is signed out at once and cannot sign in until the end you choose, or until somebody unlocks the role. Whoever is given the role meanwhile is locked out as well. Super Users are not. Passwords and rights stay as they are.`}
          confirmLabel={`Lock out ${name}`}
          isRunning={locking.isRunning}
          refusal={locking.refusal}
          onConfirm={async (reason, untilMs) => {
            if ((await locking.run({ roleId, reason, untilMs })) === null) return;
            setAsked(null);
            notify.done(`The role ${name} is locked out ${lockOutEndWords(untilMs)}.`);
          }}
          onClose={close}
        >
          <ForeseenEffect change={{ procedure: 'role.lockOut', input: { roleId, untilMs: null } }} />
        </LockOutDialog>
      ) : null}
      {asked === 'unlock' ? (
        <ReasonDialog
          title={`Unlock the role ${name}`}
          says={`Everybody who holds the role ${name} can sign in again at once with the same password, unless they are locked out in person.`}
          confirmLabel={`Unlock ${name}`}
          isRunning={unlocking.isRunning}
          refusal={unlocking.refusal}
          onConfirm={async (reason) => {
            if ((await unlocking.run({ roleId, reason })) === null) return;
            setAsked(null);
            notify.done(`The role ${name} is unlocked.`);
          }}
          onClose={close}
        >
          <ForeseenEffect change={{ procedure: 'role.unlock', input: { roleId } }} />
        </ReasonDialog>
      ) : null}
    </>
  );
}
