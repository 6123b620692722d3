// Security > Users: the list on the left, Edit User Info and Rights on the right.
import { Button, Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Copy, UserPlus } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { CodeSlip } from '../../components/CodeSlip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { RowAction } from '../../components/grid/GridMenu.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useOpenRecord } from '../../components/useOpenRecord.ts';
import { call } from '../../ipc/client.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useDraft } from '../../session/useDraft.ts';
import { type SubjectView, useSession } from '../../session/useSession.ts';
import { type AddedUser, AddUserDialog } from './AddUserDialog.tsx';
import { AttentionStrip } from './AttentionStrip.tsx';
import { ChecklistStrip } from './ChecklistStrip.tsx';
import { UserEditor } from './UserEditor.tsx';
import { NO_FILTER, UserFilters } from './UserFilters.tsx';
import { UserPanes } from './UserPanes.tsx';
import classes from './UsersScreen.module.css';
import { ACT_WORDS, actsFor, type UserAct } from './userActions.ts';
import { USER_COLUMNS } from './userColumns.tsx';
import type { StoredUser, UserDraft } from './userDraft.ts';
import type { UserRow } from './userWords.ts';
import { useScreenKeys } from './useScreenKeys.ts';
import { useUserAct } from './useUserAct.tsx';

interface KeptWork {
  readonly userId: string;
  readonly draft: UserDraft;
}
type UserSort = 'name' | 'loginId' | 'lastSignIn' | 'status';

/** Users of the practice and their rights. */
export function UsersScreen() {
  const { subject } = useSession();
  return subject === null ? null : <Users viewer={subject} />;
}

function Users({ viewer }: { readonly viewer: SubjectView }) {
  const [{ search, status, roleId }, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<{ sortId: string; isDescending: boolean }>({ sortId: 'name', isDescending: false });
  const [restingSearch] = useDebouncedValue(search, SEARCH_REST_MS);
  const [adding, setAdding] = useState<{ readonly copied: StoredUser | null } | null>(null);
  const [added, setAdded] = useState<AddedUser | null>(null);
  const [work, setWork] = useState<KeptWork | null>(null);
  const [restored, setRestored] = useState<KeptWork | null>(null);
  const roles = useQuery('role.find', {});
  const record = useOpenRecord();
  const gridRef = useRef<HTMLDivElement>(null);
  const { openKey, open } = record;

  useDraft<KeptWork | null>('users', work !== null, work, (kept) => {
    if (kept === null) return;
    setRestored(kept);
    open(kept.userId);
  });
  const onDraft = useCallback(
    (draft: UserDraft | null) => setWork(draft === null || openKey === null ? null : { userId: openKey, draft }),
    [openKey],
  );
  const guard = useLeaveGuard(work !== null, {
    title: 'Leave without saving?',
    says: 'The changes of this user are not saved. Stay to save them, or leave and lose them.',
    stayLabel: 'Stay and keep editing',
    leaveLabel: 'Leave without saving',
  });
  const acts = useUserAct((act, userId) => {
    if (act === 'delete' && userId === openKey) {
      setWork(null);
      record.close();
    }
  });

  async function withStored(userId: string, go: (user: StoredUser) => void) {
    const reply = await call('user.read', { userId });
    if (reply.ok) go(reply.value);
    else notify.trouble(reply.error.message);
  }
  // Read anew: the state on the page may still be the one before the last act.
  const askFresh = (act: UserAct, userId: string) =>
    void withStored(userId, ({ version, info }) =>
      acts.ask(act, { userId, version, name: `${info.firstName} ${info.lastName}`, loginId: info.loginId }),
    );
  const startAdding = () => guard.ask(() => setAdding({ copied: null }));
  const startCopying = (userId: string) => guard.ask(() => void withStored(userId, (copied) => setAdding({ copied })));
  const openUser = (userId: string) => {
    if (userId === openKey) return;
    guard.ask(() => {
      setWork(null);
      setRestored(null);
      open(userId);
    });
  };
  useScreenKeys({ 'mod+n': startAdding });

  const rowActions = (row: UserRow): RowAction[] => [
    { label: 'Edit', shortcut: 'Enter', onChoose: () => openUser(row.userId) },
    { label: 'Copy…', onChoose: () => startCopying(row.userId) },
    ...actsFor(row).map((act) => ({
      label: ACT_WORDS[act].button,
      ...(act === 'disable' ? { shortcut: 'Del' } : {}),
      isDanger: act === 'delete',
      onChoose: () => askFresh(act, row.userId),
    })),
  ];

  const filter = { search: restingSearch, status, roleId, permission: null };
  return (
    <div className={`${listClasses.screen} ${classes.screen}`} data-open={openKey === null ? undefined : true}>
      <PageHeader
        title="Users"
        actions={
          <>
            <UserFilters filter={{ search, status, roleId }} roles={roles.value?.roles ?? []} onChange={setFilter} />
            <Button
              size="sm"
              leftSection={<UserPlus size={16} aria-hidden />}
              rightSection={<Kbd size="xs">Ctrl+N</Kbd>}
              aria-keyshortcuts="Control+N"
              onClick={startAdding}
            >
              Add user
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<Copy size={16} aria-hidden />}
              disabled={openKey === null}
              title={openKey === null ? 'Choose the person to copy in the list first' : undefined}
              onClick={() => openKey !== null && startCopying(openKey)}
            >
              Copy…
            </Button>
          </>
        }
      />
      <div className={classes.listOnly}>
        <ChecklistStrip />
        <AttentionStrip onShow={openUser} />
      </div>
      <UserPanes
        list={
          <DataGrid<UserRow>
            label="Users"
            columns={USER_COLUMNS}
            rowKey={({ userId }) => userId}
            fetchPage={(offset, limit) =>
              call('user.find', {
                ...filter,
                sort: sort.sortId as UserSort,
                isDescending: sort.isDescending,
                offset,
                limit,
              })
            }
            queryKey={['user.find', filter]}
            sort={sort}
            onSort={setSort}
            selectedKey={record.selectedKey}
            onSelect={({ userId }) => (work === null ? record.select(userId) : openUser(userId))}
            onOpen={({ userId }) => openUser(userId)}
            rowActions={rowActions}
            onRowKey={(row, event) => {
              if (event.key !== 'Delete' || row.status === 'disabled' || row.status === 'deleted') return false;
              askFresh('disable', row.userId);
              return true;
            }}
            gridRef={gridRef}
            empty={
              <EmptyState
                title={
                  search === '' && roleId === null
                    ? `No ${status === 'all' ? '' : `${status} `}users`
                    : 'Nobody matches'
                }
                hint="Change the search or the filters, or add the person."
              />
            }
          />
        }
        editor={
          openKey === null ? null : (
            <UserEditor
              key={openKey}
              userId={openKey}
              viewer={viewer}
              keptDraft={restored?.userId === openKey ? restored.draft : null}
              onDraft={onDraft}
              onAct={(act) => askFresh(act, openKey)}
              onLeave={() => gridRef.current?.focus()}
            />
          )
        }
        onBack={() => guard.ask(record.close)}
      />
      {adding === null ? null : (
        <AddUserDialog
          viewer={viewer}
          copied={adding.copied}
          onAdded={(answer) => {
            setAdding(null);
            setAdded(answer);
            openUser(answer.activation.userId);
          }}
          onClose={() => setAdding(null)}
        />
      )}
      {added === null ? null : (
        <CodeSlip
          name={added.name}
          loginId={added.loginId}
          code={added.activation.activationCode}
          expiresAtMs={added.activation.expiresAtMs}
          onClose={() => setAdded(null)}
        />
      )}
      {acts.dialog}
      {guard.dialog}
    </div>
  );
}
