// One role: its purpose, its rights by area and verb, and who holds it.
import { Anchor, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { effectivePermissions } from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, VERBS } from '../../../shared/catalogue/dataAreas.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PermissionMatrix } from '../../components/PermissionMatrix.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { RoleLockOut } from './RoleLockOut.tsx';
import classes from './RolesScreen.module.css';

type Role = Output<'role.read'>;
const AREAS = Object.keys(DATA_AREAS) as DataArea[];
const IN_MATRIX: ReadonlySet<PermissionId> = new Set(
  AREAS.flatMap((area) => VERBS.flatMap((verb) => areaPermission(area, verb) ?? [])),
);

/** Loading, trouble or the role; never a blank. */
export function RolePage({ roleId }: { readonly roleId: string }) {
  const { value, refusal, reload } = useQuery('role.read', { roleId });
  if (value !== undefined) return <Shown role={value} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack aria-busy="true" aria-label="The role is loading">
      <Skeleton height={28} width="50%" />
      <Skeleton height={240} />
    </Stack>
  );
}

function Shown({ role }: { readonly role: Role }) {
  const rights = new Map(
    effectivePermissions({
      roles: [{ roleId: role.roleId, roleName: role.name, permissions: role.permissions }],
      exceptions: [],
      isSuperUser: false,
      hasAccessSecurity: false,
      isPhiRestricted: false,
    }).map((right) => [right.permission, right]),
  );
  const others = [...rights.values()].flatMap(({ permission, isHeld }) =>
    isHeld && !IN_MATRIX.has(permission) ? [permission] : [],
  );
  const phiAreas = AREAS.filter(
    (area) =>
      DATA_AREAS[area].reachesPhi && role.permissions.some((id) => PERMISSIONS[id].category === DATA_AREAS[area].label),
  );
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h4">
          {role.name}
        </Title>
        <Text size="sm" c="dimmed">
          Code {role.code} · {role.kind === 'coded' ? 'coded role' : 'clinic role'}
          {role.isActive ? '' : ' · not in use in this practice'}
          {role.isSuperUserGiven ? ' · given by a Super User only' : ''}
        </Text>
      </div>
      <Text size="sm">{role.purpose}</Text>
      <RoleLockOut role={role} />
      <Text size="sm" fw={600}>
        {phiAreas.length === 0
          ? 'Reaches no PHI in the data areas.'
          : `Can reach PHI in ${phiAreas.length} ${phiAreas.length === 1 ? 'area' : 'areas'}: ${phiAreas
              .map((area) => DATA_AREAS[area].label)
              .join(', ')}.`}
      </Text>
      <div className={classes.wide}>
        <PermissionMatrix
          label={`Rights of ${role.name}`}
          areas={AREAS}
          rightOf={(id) => rights.get(id)}
          hasSources={false}
        />
      </div>
      {others.length === 0 ? null : (
        <div>
          <Title order={3} size="sm" mb={4}>
            Other permissions
          </Title>
          <List size="sm">
            {others.map((id) => (
              <List.Item key={id}>
                {PERMISSIONS[id].label}: {PERMISSIONS[id].description}
                {PERMISSIONS[id].reachesPhi ? ' ● reaches PHI' : ''}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <div>
        <Title order={3} size="sm" mb={4}>
          Held by {role.holders.length === 1 ? '1 person' : `${role.holders.length} people`}
        </Title>
        {role.holders.length === 0 ? (
          <Text size="sm">
            Nobody holds it. <Anchor href="#/users">Open Users</Anchor> to give it to somebody.
          </Text>
        ) : (
          <List size="sm">
            {role.holders.map(({ userId, name, loginId, status }) => (
              <List.Item key={userId}>
                <Group gap={6}>
                  <span>{name}</span>
                  <Text span size="sm" c="dimmed">
                    {loginId} · {status}
                  </Text>
                </Group>
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <Text size="xs" c="dimmed">
        “–” not applicable. ● reaches PHI.
      </Text>
    </Stack>
  );
}
