// ePHI Restricted: takes every right that reaches patient data, whatever the roles give (S1.09).
import { useState } from 'react';
import { ForeseenEffect } from '../../components/access/ForeseenEffect.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Viewer } from './mayChange.ts';
import { SpecialTick } from './SpecialTick.tsx';
import type { StoredUser } from './userDraft.ts';

interface PhiRestrictionProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  /** Other changes wait for Save; null when none do. */
  readonly blocked: string | null;
  readonly onChanged: () => void;
}

/** Roles and ticks stay as they are underneath and count again when it is lifted. */
export function PhiRestriction({ user, viewer, blocked, onChanged }: PhiRestrictionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const restrict = useCommand('user.setPhiRestricted');
  const name = `${user.info.firstName} ${user.info.lastName}`;
  const isSet = user.isPhiRestricted;
  const { userId, version } = user;
  const confirm = async (reason: string) => {
    const answer = await restrict.run({ userId, version, reason, isPhiRestricted: !isSet });
    if (answer === null) return;
    notify.done(isSet ? `${name} reaches patient data again.` : `${name} reaches no patient data any more.`);
    setIsAsking(false);
    onChanged();
  };
  const mayChange = viewer.permissions.includes('user:update');
  return (
    <>
      <SpecialTick
        label="ePHI Restricted"
        isSet={isSet}
        says="no patient data, whatever the roles give"
        blocked={mayChange ? blocked : 'You may look at this, not change it.'}
        onAsk={() => setIsAsking(true)}
      />
      {isAsking ? (
        <ReasonDialog
          title={isSet ? `Let ${name} reach patient data again` : `Keep ${name} from all patient data`}
          says={
            isSet
              ? 'The roles and single ticks count again at once.'
              : 'Every right that reaches patient data is taken at once. Roles and single ticks stay and count again when this is lifted. Nobody can lift it for themselves.'
          }
          confirmLabel={isSet ? 'Lift ePHI Restricted' : 'Set ePHI Restricted'}
          refusal={restrict.refusal}
          isRunning={restrict.isRunning}
          onConfirm={confirm}
          onClose={() => {
            restrict.clearRefusal();
            setIsAsking(false);
          }}
        >
          <ForeseenEffect
            change={{ procedure: 'user.setPhiRestricted', input: { userId, version, isPhiRestricted: !isSet } }}
          />
        </ReasonDialog>
      ) : null}
    </>
  );
}
