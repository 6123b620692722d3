// The head of one user's window: name, status, roles and what they can reach now.
import { Badge, Group, Text, Title } from '@mantine/core';
import type { EffectiveRight } from '../../../shared/authorization/effectivePermissions.ts';
import { showTime } from '../../components/showTime.ts';
import { summaryOf } from './rightsEditing.ts';
import classes from './UsersScreen.module.css';
import type { StoredUser } from './userDraft.ts';
import { statusWithEnd } from './userWords.ts';

interface UserHeadProps {
  readonly user: StoredUser;
  /** What is held now, with the unsaved changes. */
  readonly effective: readonly EffectiveRight[];
  /** Why nothing can be changed, or null. */
  readonly readOnly: string | null;
}

export function UserHead({ user, effective, readOnly }: UserHeadProps) {
  return (
    <div className={classes.formHead}>
      <Group gap="xs">
        <Title order={2} size="h4">
          Edit User Info and Rights — {user.info.lastName}, {user.info.firstName}
        </Title>
        <Badge size="sm" variant="outline" color="gray" tt="none">
          {statusWithEnd(user, Date.now())}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mt={2}>
        {user.roles.length === 0 ? 'no role' : user.roles.map(({ roleName }) => roleName).join(', ')} · user no.{' '}
        {user.number} ·{' '}
        {user.lastSignIn === null
          ? 'never signed in'
          : `last signed in ${showTime(user.lastSignIn.atMs)} at ${user.lastSignIn.workstation}`}
      </Text>
      <Text size="sm" fw={600} mt={2}>
        {summaryOf(effective, user.isSuperUser && !user.isStrict)}
      </Text>
      {readOnly === null ? null : (
        <Text size="sm" className={classes.attention ?? ''}>
          {readOnly}
        </Text>
      )}
    </div>
  );
}
