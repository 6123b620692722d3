// Info: who the person is, in the order of the form people know (S5.05).
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { looksShared } from '../../../shared/people/looksShared.ts';
import { RecordStamp } from '../../components/RecordStamp.tsx';
import { showTime } from '../../components/showTime.ts';
import classes from './UsersScreen.module.css';
import { ACT_WORDS, actsFor, type UserAct } from './userActions.ts';
import type { StoredUser } from './userDraft.ts';
import { statusWords } from './userWords.ts';
import type { UserEditing } from './useUserEditing.ts';

interface InfoTabProps {
  readonly user: StoredUser;
  readonly editing: UserEditing;
  readonly problems: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly onAct: (act: UserAct) => void;
}

/** Fields are saved with the rest of the window; the buttons under them act at once, each with a reason. */
export function InfoTab({ user, editing, problems, isReadOnly, onAct }: InfoTabProps) {
  const { info } = editing.draft;
  const field = (name: 'lastName' | 'firstName' | 'middleInitial' | 'loginId') => ({
    value: info[name],
    error: problems[name],
    readOnly: isReadOnly,
    onChange: (event: { currentTarget: { value: string } }) =>
      editing.changeInfo({ [name]: event.currentTarget.value }),
  });
  const optional = (name: 'email' | 'phone' | 'note') => ({
    value: info[name] ?? '',
    error: problems[name],
    readOnly: isReadOnly,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      editing.changeInfo({ [name]: value === '' ? null : value });
    },
  });
  const isShared = looksShared(`${info.lastName} ${info.firstName}`) || looksShared(info.loginId);
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput label="Last name" required flex={3} miw={0} maxLength={80} {...field('lastName')} />
        <TextInput label="First name" required flex={3} miw={0} maxLength={80} {...field('firstName')} />
        <TextInput label="M.I." aria-label="Middle initial" w={56} maxLength={1} {...field('middleInitial')} />
      </Group>
      <TextInput
        label="Login ID"
        required
        description="3 to 32 letters, digits, dots, dashes or underscores. Never given to anybody else later."
        maxLength={32}
        autoComplete="off"
        spellCheck={false}
        {...field('loginId')}
      />
      {isShared ? (
        <Text size="sm" className={classes.attention ?? ''}>
          ! This looks like a login several people share. Each person needs their own, or the activity log cannot say
          who did what.
        </Text>
      ) : null}
      <Text size="sm">
        <b>Password</b>{' '}
        {user.passwordChangedAtMs === null ? 'not set yet' : `last changed ${showTime(user.passwordChangedAtMs)}`} ·
        nobody but its owner ever learns it
      </Text>
      <Text size="sm">
        <b>Status</b> {statusWords(user, Date.now())}
        {user.lockOuts.map(({ reason }) => ` · reason: ${reason}`).join('')}
      </Text>
      <Group gap="xs">
        {actsFor(user).map((act) => (
          <Button
            key={act}
            size="xs"
            variant={act === 'delete' ? 'outline' : 'default'}
            {...(act === 'delete' ? { color: 'red' } : {})}
            onClick={() => onAct(act)}
          >
            {ACT_WORDS[act].button}
          </Button>
        ))}
      </Group>
      <Group gap="sm" align="flex-start" grow>
        <TextInput label="E-mail" type="email" maxLength={200} {...optional('email')} />
        <TextInput label="Phone" type="tel" maxLength={40} {...optional('phone')} />
      </Group>
      <Textarea
        label="Note"
        description="Nothing about patients"
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        {...optional('note')}
      />
      <RecordStamp
        createdAtMs={user.createdAtMs}
        createdBy={user.createdBy}
        changedAtMs={user.changedAtMs}
        changedBy={user.changedBy}
      />
    </Stack>
  );
}
