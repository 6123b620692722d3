// Super User, Access Security and ePHI Restricted: ticks of their own, changed apart from Save.
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { ForeseenEffect, type TriedChange } from '../../components/access/ForeseenEffect.tsx';
import { notify } from '../../components/notify.ts';
import { PasswordDialog } from '../../components/PasswordDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Viewer } from './mayChange.ts';
import { PhiRestriction } from './PhiRestriction.tsx';
import { SpecialTick } from './SpecialTick.tsx';
import type { StoredUser } from './userDraft.ts';

type Flag = 'superUser' | 'accessSecurity';

interface SpecialTicksProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  /** Other changes wait for Save: a tick made now would mix with them. */
  readonly isDirty: boolean;
  readonly onChanged: () => void;
}

const NAMES: Record<Flag, string> = { superUser: 'Super User', accessSecurity: 'Access Security' };

/** A change takes effect at once, apart from Save, because it asks for the password. */
export function SpecialTicks({ user, viewer, isDirty, onChanged }: SpecialTicksProps) {
  const [asked, setAsked] = useState<Flag | null>(null);
  const superUser = useCommand('user.setSuperUser');
  const accessSecurity = useCommand('user.setAccessSecurity');
  const name = `${user.info.firstName} ${user.info.lastName}`;
  const isSet = asked === 'superUser' ? user.isSuperUser : user.hasAccessSecurity;
  const command = asked === 'superUser' ? superUser : accessSecurity;

  async function confirm(reason: string, password: string) {
    if (asked === null) return;
    const about = { userId: user.userId, version: user.version, reason, password };
    const answer =
      asked === 'superUser'
        ? await superUser.run({ ...about, isSuperUser: !user.isSuperUser })
        : await accessSecurity.run({ ...about, hasAccessSecurity: !user.hasAccessSecurity });
    if (answer === null) return;
    notify.done(`${name} ${isSet ? 'no longer has' : 'now has'} ${NAMES[asked]}.`);
    setAsked(null);
    onChanged();
  }

  const blocked = isDirty ? 'Save or cancel the other changes first.' : null;
  return (
    <div>
      <Stack gap={6}>
        <SpecialTick
          label={NAMES.superUser}
          isSet={user.isSuperUser}
          says={user.isStrict ? 'security, all providers; patient data needs a role' : 'every right, all providers'}
          blocked={viewer.permissions.includes('superUser:grant') ? blocked : 'Only a Super User may give this.'}
          onAsk={() => setAsked('superUser')}
        />
        <SpecialTick
          label={NAMES.accessSecurity}
          isSet={user.hasAccessSecurity}
          says="users, rights, settings, activity log"
          blocked={viewer.permissions.includes('accessSecurity:grant') ? blocked : 'Only a Super User may give this.'}
          onAsk={() => setAsked('accessSecurity')}
        />
        <PhiRestriction user={user} viewer={viewer} blocked={blocked} onChanged={onChanged} />
      </Stack>
      {asked === null ? null : (
        <PasswordDialog
          title={`${isSet ? 'Take' : 'Give'} ${NAMES[asked]} ${isSet ? 'from' : 'to'} ${name}`}
          says={consequences(asked, isSet, name)}
          confirmLabel={`${isSet ? 'Take' : 'Give'} ${NAMES[asked]}`}
          isRunning={command.isRunning}
          refusal={command.refusal}
          onConfirm={(reason, password) => void confirm(reason, password)}
          onClose={() => {
            command.clearRefusal();
            setAsked(null);
          }}
        >
          <ForeseenEffect change={changeOf(asked, user)} />
        </PasswordDialog>
      )}
    </div>
  );
}

function changeOf(flag: Flag, { userId, version, isSuperUser, hasAccessSecurity }: StoredUser): TriedChange {
  return flag === 'superUser'
    ? { procedure: 'user.setSuperUser', input: { userId, version, isSuperUser: !isSuperUser } }
    : { procedure: 'user.setAccessSecurity', input: { userId, version, hasAccessSecurity: !hasAccessSecurity } };
}

function consequences(flag: Flag, isSet: boolean, name: string): string {
  if (flag === 'superUser')
    return isSet
      ? `${name} keeps what the roles and single ticks give. It takes effect at once.`
      : `${name} will hold every right that Super Users hold here, reach the patients of all providers, and may make others Super User.`;
  return isSet
    ? `${name} can no longer open Security. Other rights stay.`
    : `${name} will be able to manage users, rights and settings and read the activity log, but cannot hand this on.`;
}
