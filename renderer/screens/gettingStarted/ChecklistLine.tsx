// One item of the checklist: whether it is done, how things stand, and the way to the screen that does it.
import { Badge, Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { ITEM_WORDS } from '../../components/checklistWords.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';
import classes from './GettingStarted.module.css';

type Checklist = Output<'checklist.read'>;

interface ChecklistLineProps {
  readonly item: Checklist['items'][number];
  /** The usual roles, for the item about roles alone. */
  readonly roles: Checklist['roles'];
}

export function ChecklistLine({ item, roles }: ChecklistLineProps) {
  const { title, why } = ITEM_WORDS[item.id];
  const Icon = item.isDone ? CircleCheck : CircleDashed;
  return (
    <li className={classes.item} data-done={item.isDone || undefined}>
      <Icon size={22} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <div className={classes.title}>
          <Text component="h2" fw={600} size="md">
            {title}
          </Text>
          <Badge size="sm" variant="outline" color="gray">
            {item.isDone ? 'Done' : 'Open'}
          </Badge>
        </div>
        <Text size="sm">{item.says}</Text>
        {item.isDone ? null : (
          <Text size="xs" c="dimmed">
            {why}
          </Text>
        )}
        {roles.length === 0 ? null : <RoleDecisions roles={roles} />}
      </div>
      <div className={classes.way}>
        <WayThere item={item} />
      </div>
    </li>
  );
}

function WayThere({ item }: Pick<ChecklistLineProps, 'item'>) {
  const { can } = useSession();
  const navigate = useNavigate();
  const { path, permission, action } = ITEM_WORDS[item.id];
  if (!can(permission))
    return (
      <Text size="xs" c="dimmed">
        Needs “{PERMISSIONS[permission].label}”, which you do not have. A Super User can do it.
      </Text>
    );
  return (
    <Button
      fullWidth
      size="xs"
      variant={item.isDone ? 'default' : 'filled'}
      onClick={() => void navigate({ to: path })}
    >
      {action}
    </Button>
  );
}

function RoleDecisions({ roles }: { readonly roles: Checklist['roles'] }) {
  const decide = useCommand('checklist.setRoleNeeded');
  return (
    <>
      <ul className={classes.roles} aria-label="Usual roles of this office size">
        {roles.map(({ roleId, name, holderCount, isNotNeeded }) => (
          <li key={roleId}>
            <Text size="sm" component="span" className={classes.roleName ?? ''}>
              {name}
            </Text>
            <Text size="sm" component="span" c="dimmed" className={classes.roleState ?? ''}>
              {holderCount > 0
                ? `held by ${holderCount} ${holderCount === 1 ? 'person' : 'people'}`
                : isNotNeeded
                  ? 'not needed here'
                  : 'held by nobody'}
            </Text>
            {holderCount > 0 ? null : (
              <Button
                size="compact-xs"
                variant="default"
                disabled={decide.isRunning}
                aria-label={isNotNeeded ? `${name} is needed after all` : `${name} is not needed`}
                onClick={() => void decide.run({ roleId, isNeeded: isNotNeeded })}
              >
                {isNotNeeded ? 'Needed after all' : 'Not needed'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {decide.refusal === null ? null : <RefusalCard refusal={decide.refusal} onClose={decide.clearRefusal} />}
    </>
  );
}
