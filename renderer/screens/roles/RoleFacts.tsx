// Where a role's rights come from besides itself, what it was made for, and what is wrong with it.
import { Alert, Text } from '@mantine/core';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { beyondTasks, TASKS } from '../../../shared/catalogue/tasks.ts';
import { ToxicPairs } from '../../components/ToxicPairs.tsx';
import { RoleLimits } from './RoleLimits.tsx';
import type { ListedRole, OpenRole } from './roleDraft.ts';

interface RoleFactsProps {
  readonly role: OpenRole;
  readonly roles: readonly ListedRole[];
}

export function RoleFacts({ role, roles }: RoleFactsProps) {
  const nameOf = (id: string) => roles.find(({ roleId }) => roleId === id)?.name ?? 'a role that is gone';
  const outside = beyondTasks(role.permissions, role.taskIds);
  const facts: readonly (readonly [string, string | null])[] = [
    ['Takes its rights from', role.parentId === null ? null : nameOf(role.parentId)],
    ['Policies stacked on it', role.policyIds.map(nameOf).join(', ') || null],
    ['Gives rights to', role.dependents.map(({ name }) => name).join(', ') || null],
    ['Made for', role.taskIds.map((id) => TASKS[id].label).join(', ') || null],
    ['Beyond these tasks', outside.map((id) => PERMISSIONS[id].label).join(', ') || null],
  ];
  return (
    <>
      {role.isBroken ? (
        <Alert variant="outline" color="gray" title="! This role gives nothing at the moment">
          The roles it takes its rights from are missing or go round in a circle. Change it, or tell a Super User.
        </Alert>
      ) : null}
      {role.unknownPermissions.length === 0 ? null : (
        <Alert variant="outline" color="gray" title="! Rights of another version">
          This version does not know {role.unknownPermissions.join(', ')}. They give nothing.
        </Alert>
      )}
      <ToxicPairs held={role.permissions} />
      {facts.map(([term, said]) =>
        said === null ? null : (
          <Text key={term} size="sm">
            <Text span fw={600} size="sm">
              {term}:
            </Text>{' '}
            {said}
          </Text>
        ),
      )}
      <RoleLimits own={role} inherited={role.inherited} nameOf={nameOf} />
    </>
  );
}
