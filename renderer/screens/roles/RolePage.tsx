// One role: its purpose, its rights by area and verb, and who holds it.
import { Anchor, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { effectivePermissions } from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, VERBS } from '../../../shared/catalogue/dataAreas.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PermissionMatrix } from '../../components/PermissionMatrix.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { RoleActs } from './RoleActs.tsx';
import { RoleEditor } from './RoleEditor.tsx';
import { RoleFacts } from './RoleFacts.tsx';
import { RoleLockOut } from './RoleLockOut.tsx';
import classes from './RolesScreen.module.css';
import { RoleVersions } from './RoleVersions.tsx';
import { copyOf, draftOf, type ListedRole, type OpenRole, type RoleDraft } from './roleDraft.ts';
import { ROLE_KINDS } from './roleKinds.ts';

const AREAS = Object.keys(DATA_AREAS) as DataArea[];
const IN_MATRIX: ReadonlySet<PermissionId> = new Set(
  AREAS.flatMap((area) => VERBS.flatMap((verb) => areaPermission(area, verb) ?? [])),
);

/** Looking at a role, changing it, or making another one like it. */
export type RoleMode = 'show' | 'change' | 'copy';

interface RolePageProps {
  readonly roleId: string;
  readonly mode: RoleMode;
  readonly roles: readonly ListedRole[];
  readonly kept: RoleDraft | null;
  readonly onWork: (draft: RoleDraft | null) => void;
  readonly onMode: (mode: RoleMode) => void;
  /** After saving, copying or deleting: which role is to be shown now. */
  readonly onDone: (roleId: string | null) => void;
}

/** Loading, trouble, the role or its editor; never a blank. */
export function RolePage({ roleId, mode, roles, kept, onWork, onMode, onDone }: RolePageProps) {
  const { value, refusal, reload } = useQuery('role.read', { roleId });
  if (value !== undefined && mode !== 'show') {
    const isCopy = mode === 'copy';
    return (
      <RoleEditor
        key={mode}
        stored={isCopy ? null : value}
        kind={value.kind === 'policy' ? 'policy' : 'custom'}
        start={isCopy ? copyOf(value) : draftOf(value)}
        copiedFromRoleId={isCopy ? roleId : null}
        roles={roles}
        kept={kept}
        onWork={onWork}
        onDone={(savedId) => (savedId === null ? onMode('show') : onDone(savedId))}
      />
    );
  }
  if (value !== undefined) return <Shown role={value} roles={roles} onMode={onMode} onDeleted={() => onDone(null)} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack role="status" aria-busy="true" aria-label="The role is loading">
      <Skeleton height={28} width="50%" />
      <Skeleton height={240} />
    </Stack>
  );
}

interface ShownProps {
  readonly role: OpenRole;
  readonly roles: readonly ListedRole[];
  readonly onMode: (mode: RoleMode) => void;
  readonly onDeleted: () => void;
}

function Shown({ role, roles, onMode, onDeleted }: ShownProps) {
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
          Code {role.code} · {ROLE_KINDS[role.kind].sentence}
          {role.isActive ? '' : ' · not in use in this practice'}
          {role.isSuperUserGiven ? ' · given by a Super User only' : ''}
        </Text>
      </div>
      <Text size="sm">{role.purpose}</Text>
      <RoleActs role={role} onChange={() => onMode('change')} onCopy={() => onMode('copy')} onDeleted={onDeleted} />
      <RoleFacts role={role} roles={roles} />
      {role.kind === 'policy' ? null : <RoleLockOut role={role} />}
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
      {role.kind === 'policy' ? null : (
        <div>
          <Title order={3} size="sm" mb={4}>
            Held by {role.holders.length === 1 ? '1 person' : `${role.holders.length} people`}
          </Title>
          {role.holders.length === 0 ? (
            <Text size="sm">
              Nobody holds it.{' '}
              <Anchor href="#/users" underline="always">
                Open Users
              </Anchor>{' '}
              to give it to somebody.
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
      )}
      <RoleVersions roleId={role.roleId} />
      <Text size="xs" c="dimmed">
        “–” not applicable. ● reaches PHI.
      </Text>
    </Stack>
  );
}
