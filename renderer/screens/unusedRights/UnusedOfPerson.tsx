// One person's unused rights: each with what gives it, a tick to choose it for the trim, and the way to the form that saves it.
import { Anchor, Button, Checkbox, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { PrivilegeHints } from '../../components/access/PrivilegeHints.tsx';
import { prepareTrim } from '../../components/access/preparedTrim.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { canUntick, isOfSuperUser, isProposed, trimWords, type UnusedRight, type UnusedRights } from './trimWords.ts';
import classes from './unusedRights.module.css';

interface UnusedOfPersonProps {
  readonly userId: string;
  readonly days: 30 | 60 | 90 | 180;
}

export function UnusedOfPerson({ userId, days }: UnusedOfPersonProps) {
  const { value, refusal, reload } = useQuery('access.readUnused', { userId, days });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={240} aria-busy="true" aria-label="The log is being read" />;
  return <Trim person={value} days={days} />;
}

function Trim({ person, days }: { readonly person: UnusedRights; readonly days: number }) {
  const { can } = useSession();
  const navigate = useNavigate();
  const unused = person.rights.filter(({ use }) => use === 'unused');
  const [chosen, setChosen] = useState<ReadonlySet<PermissionId>>(
    new Set(unused.filter((right) => isProposed(right, person)).map(({ permission }) => permission)),
  );
  const choose = (permission: PermissionId, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(permission);
    else next.delete(permission);
    setChosen(next);
  };
  const prepare = () => {
    prepareTrim({ userId: person.userId, permissions: [...chosen] });
    void navigate({ to: '/users' });
  };
  const mayChange = can('user:update');
  const ticked = unused.filter(isOfSuperUser);
  const trimmable = unused.filter((right) => !isOfSuperUser(right));
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h4">
          {person.name}
        </Title>
        <Text size="sm" role="status">
          {`${person.usedCount} ${person.usedCount === 1 ? 'right' : 'rights'} used in the last ${days} days, `}
          <b>{`${unused.length} not used`}</b>
          {unused.length === 0 ? '.' : `, ${unused.filter(reachesPhi).length} of them reach PHI.`}
        </Text>
      </div>
      <PrivilegeHints found={person.leastPrivilege} />
      {trimmable.length === 0 ? null : (
        <section aria-label={`Not used in the last ${days} days`}>
          <Group justify="space-between" align="center" wrap="nowrap" mb={6}>
            <Text size="sm" fw={600}>
              Not used in the last {days} days
            </Text>
            <Button size="compact-sm" disabled={!mayChange || chosen.size === 0} onClick={prepare}>
              {chosen.size === 0 ? 'Prepare the trim…' : `Prepare: untick ${chosen.size}…`}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mb={6}>
            {mayChange
              ? 'Opens Edit User Info and Rights with the ticked ones unticked, to be reviewed and saved there. Nothing changes before.'
              : 'Changing rights needs “Change users and their rights”, which you do not have.'}
          </Text>
          {trimmable.every((right) => isProposed(right, person)) ? null : (
            <Text size="xs" mb={6}>
              What nobody with a role used, and with strict roles everything, is changed at the role:{' '}
              <Anchor
                component="button"
                type="button"
                size="xs"
                underline="always"
                onClick={() => void navigate({ to: '/roles' })}
              >
                open Roles
              </Anchor>
              .
            </Text>
          )}
          <ul className={classes.rights}>
            {trimmable.map((right) => (
              <li key={right.permission}>
                <Checkbox
                  size="sm"
                  label={labelOf(right)}
                  description={trimWords(right, person)}
                  disabled={!mayChange || !canUntick(right, person)}
                  checked={chosen.has(right.permission)}
                  onChange={(event) => choose(right.permission, event.currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Others
        title="Given by the Super User tick"
        hint="Only taking the tick away, under Rights, would take these away. Is a role enough for this person’s daily work?"
        rights={ticked}
      />
      <Others
        title="Too young to tell"
        hint={`Given, or needed by something given, less than ${days} days ago.`}
        rights={person.rights.filter(({ use }) => use === 'tooYoung')}
      />
      <Others
        title="The log cannot tell"
        hint="These show more of a record, or open more of them, within acts that need another right. No entry says whether they made the difference."
        rights={person.rights.filter(({ use }) => use === 'cannotTell')}
      />
      <Text size="xs" c="dimmed">
        A right counts as used when an act that needs it was allowed, even if a rule then refused it. Which of two
        rights over the same act was needed, time on leave, and what comes once a year, the log cannot know.
      </Text>
    </Stack>
  );
}

function Others({ title, hint, rights }: { title: string; hint: string; rights: readonly UnusedRight[] }) {
  if (rights.length === 0) return null;
  return (
    <details className={classes.others}>
      <summary>
        {title}: {rights.length}
      </summary>
      <Text size="xs" c="dimmed" my={4}>
        {hint}
      </Text>
      <List size="sm">
        {rights.map((right) => (
          <List.Item key={right.permission}>{labelOf(right)}</List.Item>
        ))}
      </List>
    </details>
  );
}

function reachesPhi({ permission }: UnusedRight): boolean {
  return PERMISSIONS[permission].reachesPhi;
}

function labelOf(right: UnusedRight): string {
  return `${PERMISSIONS[right.permission].label}${reachesPhi(right) ? ' ● reaches PHI' : ''}`;
}
