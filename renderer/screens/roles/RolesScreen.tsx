// Security > Roles: the roles of this practice, what each can do and who holds it.
import { Badge, Button, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { useRovingCells } from '../../components/grid/useRovingCells.ts';
import { ListAndDetail } from '../../components/ListAndDetail.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { lockOutEndWords } from '../../components/lockOutEnd.ts';
import tableClasses from '../../components/OpenTable.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { shortTime } from '../../components/shortTime.ts';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { useDraft } from '../../session/useDraft.ts';
import { PrintBinder } from './PrintBinder.tsx';
import { RoleEditor } from './RoleEditor.tsx';
import { RolePackDialog } from './RolePackDialog.tsx';
import { type RoleMode, RolePage } from './RolePage.tsx';
import { type ListedRole, NEW_ROLE, type RoleDraft } from './roleDraft.ts';
import { ROLE_KINDS } from './roleKinds.ts';

type Open =
  | { readonly roleId: string; readonly mode: RoleMode }
  | { readonly roleId: null; readonly adds: 'custom' | 'policy' };

/** Roles are made and changed here; they are given to people under Users. */
export function RolesScreen() {
  const { value, refusal, reload } = useQuery('role.find', {});
  const [open, setOpen] = useState<Open | null>(null);
  const [work, setWork] = useState<RoleDraft | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const [kept, setKept] = useState<RoleDraft | null>(null);
  useDraft('roles', work !== null, { open, draft: work }, (content) => {
    setKept(content.draft);
    setOpen(content.open);
  });
  const guard = useLeaveGuard(work !== null, {
    title: 'Leave without saving?',
    says: 'This role is not saved. Stay to save it, or leave and lose what you changed.',
    stayLabel: 'Stay and keep editing',
    leaveLabel: 'Leave without saving',
  });
  const put = (next: Open | null) => {
    setWork(null);
    setKept(null);
    setOpen(next);
  };
  const show = (roleId: string | null) => put(roleId === null ? null : { roleId, mode: 'show' });
  return (
    <div className={listClasses.screen}>
      <PageHeader
        title="Roles"
        actions={
          <>
            <PrintBinder />
            <Can permission="role:create">
              <Button size="xs" variant="default" onClick={() => guard.ask(() => setIsChoosing(true))}>
                Add ready-made roles…
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => guard.ask(() => put({ roleId: null, adds: 'policy' }))}
              >
                Add policy
              </Button>
              <Button size="xs" onClick={() => guard.ask(() => put({ roleId: null, adds: 'custom' }))}>
                Add role
              </Button>
            </Can>
          </>
        }
      />
      <Text size="sm" c="dimmed">
        A role is a set of rights under one name. Choose one to see what it can do and who holds it; give it to people
        under Users.
      </Text>
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value === undefined && refusal === null ? <Loading /> : null}
      {value === undefined ? null : (
        <ListAndDetail
          list={
            <div className={tableClasses.list}>
              <RoleTable
                roles={value.roles}
                openRoleId={open?.roleId ?? null}
                onOpen={(roleId) => guard.ask(() => show(roleId))}
              />
            </div>
          }
          detail={
            open === null ? null : open.roleId === null ? (
              <RoleEditor
                key={open.adds}
                stored={null}
                kind={open.adds}
                start={NEW_ROLE}
                copiedFromRoleId={null}
                roles={value.roles}
                kept={kept}
                onWork={setWork}
                onDone={(roleId) => (roleId === null ? guard.ask(() => put(null)) : show(roleId))}
              />
            ) : (
              <RolePage
                key={open.roleId}
                roleId={open.roleId}
                mode={open.mode}
                roles={value.roles}
                kept={kept}
                onWork={setWork}
                onMode={(mode) => guard.ask(() => put({ roleId: open.roleId, mode }))}
                onDone={show}
              />
            )
          }
          detailLabel="Role"
          detailKey={open?.roleId == null ? 'new' : `${open.roleId} ${open.mode}`}
          isDetailWide
          backLabel="Back to roles"
          onBack={() => guard.ask(() => put(null))}
        />
      )}
      {isChoosing && value !== undefined ? (
        <RolePackDialog roles={value.roles} onClose={() => setIsChoosing(false)} />
      ) : null}
      {guard.dialog}
    </div>
  );
}

interface RoleTableProps {
  readonly roles: readonly ListedRole[];
  readonly openRoleId: string | null;
  readonly onOpen: (roleId: string) => void;
}

const HEADS = ['Code', 'Role', 'Kind', 'Rights', 'Holders'];

function RoleTable({ roles, openRoleId, onOpen }: RoleTableProps) {
  const sorted = [...roles].sort((one, other) => one.code - other.code);
  const { table, cell } = useRovingCells(sorted.length + 1, HEADS.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid
    <table {...table} role="grid" aria-label="Roles" className={tableClasses.table}>
      <thead>
        <tr>
          {HEADS.map((head, at) => (
            <th key={head} scope="col" {...cell(0, at)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((role, at) => (
          <tr key={role.roleId} aria-selected={role.roleId === openRoleId} onClick={() => onOpen(role.roleId)}>
            <td {...cell(at + 1, 0)}>{role.code}</td>
            <td>
              <button
                type="button"
                className={tableClasses.open}
                {...cell(at + 1, 1)}
                onClick={() => onOpen(role.roleId)}
              >
                {role.name}
                {role.isSuperUserGiven ? ' *' : ''}
              </button>
            </td>
            <td {...cell(at + 1, 2)}>
              {ROLE_KINDS[role.kind].short}
              {role.isActive ? null : (
                <Badge size="xs" ml={6} color="gray.7" tt="none">
                  not in use
                </Badge>
              )}
              {role.lockOut === null ? null : (
                <Badge
                  size="xs"
                  ml={6}
                  color="red.9"
                  tt="none"
                  title={`Locked out ${lockOutEndWords(role.lockOut.untilMs)}`}
                >
                  {role.lockOut.untilMs === null
                    ? 'locked out'
                    : `locked out until ${shortTime(role.lockOut.untilMs, Date.now())}`}
                </Badge>
              )}
            </td>
            <td {...cell(at + 1, 3)}>{role.permissionCount}</td>
            <td {...cell(at + 1, 4)}>{role.holderCount}</td>
          </tr>
        ))}
      </tbody>
      <caption className={tableClasses.caption}>* can be given by a Super User only. {sorted.length} roles.</caption>
    </table>
  );
}

function Loading() {
  return (
    <Stack role="status" aria-busy="true" aria-label="The roles are loading" gap="xs">
      <Skeleton height={28} />
      <Skeleton height={28} />
      <Skeleton height={28} />
    </Stack>
  );
}
