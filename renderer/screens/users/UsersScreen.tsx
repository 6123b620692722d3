// Security > Users: the list on the left, Edit User Info and Rights on the right.
import { useCallback, useRef, useState } from 'react';
import { type PreparedTrim, takePreparedTrim } from '../../components/access/preparedTrim.ts';
import { CodeSlip } from '../../components/CodeSlip.tsx';
import { FilterChips } from '../../components/FilterChips.tsx';
import type { RowAction } from '../../components/grid/GridMenu.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useOpenRecord } from '../../components/useOpenRecord.ts';
import { ViewActions } from '../../components/views/ViewActions.tsx';
import { call } from '../../ipc/client.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useDraft } from '../../session/useDraft.ts';
import { type SubjectView, useSession } from '../../session/useSession.ts';
import { type AddedUser, AddUserDialog } from './AddUserDialog.tsx';
import { AttentionStrip } from './AttentionStrip.tsx';
import { ChecklistStrip } from './ChecklistStrip.tsx';
import { ExpectationStrip } from './ExpectationStrip.tsx';
import { UserEditor } from './UserEditor.tsx';
import { UserFilters } from './UserFilters.tsx';
import { type ListDialog, UserListDialogs } from './UserListDialogs.tsx';
import { UserListPane } from './UserListPane.tsx';
import { UserPanes } from './UserPanes.tsx';
import { UsersHeader } from './UsersHeader.tsx';
import classes from './UsersScreen.module.css';
import { ACT_WORDS, actsFor, type UserAct } from './userActions.ts';
import type { StoredUser, UserDraft } from './userDraft.ts';
import { userChips } from './userFilter.ts';
import type { UserRow } from './userWords.ts';
import { useUserAct } from './useUserAct.tsx';
import { useUserList } from './useUserList.ts';
import { useUserViews } from './useUserViews.ts';

interface KeptWork {
  readonly userId: string;
  readonly draft: UserDraft;
}

/** Users of the practice and their rights. */
export function UsersScreen() {
  const { subject } = useSession();
  return subject === null ? null : <Users viewer={subject} />;
}

function Users({ viewer }: { readonly viewer: SubjectView }) {
  const list = useUserList();
  const views = useUserViews();
  const [dialog, setDialog] = useState<ListDialog | null>(null);
  const [adding, setAdding] = useState<{ readonly copied: StoredUser | null } | null>(null);
  const [added, setAdded] = useState<AddedUser | null>(null);
  const [work, setWork] = useState<KeptWork | null>(null);
  const [restored, setRestored] = useState<KeptWork | null>(null);
  const roles = useQuery('role.find', {});
  const { can } = useSession();
  // A trim prepared under Unused rights opens its person with the ticks taken away, unsaved.
  const [trim, setTrim] = useState<PreparedTrim | null>(takePreparedTrim);
  const record = useOpenRecord(trim?.userId);
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
    if (userId === openKey) return open(userId);
    guard.ask(() => {
      setWork(null);
      setRestored(null);
      open(userId);
    });
  };
  const exportChosen = (row: UserRow | null) =>
    setDialog({
      kind: 'export',
      chosenIds: list.chosen.size > 0 || row === null ? [...list.chosen.keys()] : [row.userId],
    });

  const rowActions = (row: UserRow): RowAction[] => [
    { label: 'Edit', shortcut: 'Enter', onChoose: () => openUser(row.userId) },
    { label: 'Copy…', onChoose: () => startCopying(row.userId) },
    ...actsFor(row).map((act) => ({
      label: ACT_WORDS[act].button,
      ...(act === 'disable' ? { shortcut: 'Del' } : {}),
      isDanger: act === 'delete',
      onChoose: () => askFresh(act, row.userId),
    })),
    ...(can('user:export')
      ? [
          { label: 'Export CSV…', shortcut: 'Ctrl+E', onChoose: () => exportChosen(row) },
          { label: 'Print list', shortcut: 'Ctrl+P', onChoose: () => void list.printAll() },
        ]
      : []),
  ];
  const listedRoles = roles.value?.roles ?? [];
  const locations = useQuery('user.findLocationChoices', {}).value?.locations ?? [];

  return (
    <div className={`${listClasses.screen} ${classes.screen}`} data-open={openKey === null ? undefined : true}>
      <UsersHeader
        canCopy={openKey !== null}
        isPrinting={list.isPrinting}
        onAdd={startAdding}
        onCopy={() => openKey !== null && startCopying(openKey)}
        onExport={() => setDialog({ kind: 'export', chosenIds: null })}
        onPrint={() => void list.printAll()}
      />
      <UserFilters
        filter={list.filter}
        roles={listedRoles}
        locations={locations}
        views={views}
        onFilter={list.changeFilter}
        onView={list.showFilter}
        columns={list.columns}
        onColumns={list.chooseColumns}
      />
      <div className={classes.listOnly}>
        <FilterChips
          chips={userChips(list.filter, listedRoles, locations)}
          onFilter={list.changeFilter}
          onClear={() => list.showFilter({})}
        >
          <ViewActions filter={list.filter} views={views} />
        </FilterChips>
      </div>
      {list.printRefusal === null ? null : <RefusalCard refusal={list.printRefusal} onClose={list.clearPrintRefusal} />}
      <div className={`${classes.listOnly} ${classes.strips}`}>
        <ChecklistStrip />
        <ExpectationStrip />
        <AttentionStrip onShow={openUser} />
      </div>
      <UserPanes
        list={
          <UserListPane
            list={list}
            selectedKey={record.selectedKey}
            gridRef={gridRef}
            rowActions={rowActions}
            isBesideEditor={openKey !== null}
            onSelect={(userId) => (work === null ? record.select(userId) : openUser(userId))}
            onOpen={openUser}
            onAct={askFresh}
            onBulk={(act) => setDialog({ kind: 'bulk', act })}
            onExportChosen={() => exportChosen(null)}
          />
        }
        editor={
          openKey === null ? null : (
            <UserEditor
              key={openKey}
              userId={openKey}
              viewer={viewer}
              keptDraft={restored?.userId === openKey ? restored.draft : null}
              untick={trim?.userId === openKey ? trim.permissions : []}
              onUnticked={() => setTrim(null)}
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
      <UserListDialogs
        dialog={dialog}
        list={list}
        roles={listedRoles}
        onClose={(hasRun) => {
          setDialog(null);
          // What opened the dialog went with the choice; the keyboard goes on in the list.
          if (hasRun) requestAnimationFrame(() => gridRef.current?.focus());
        }}
      />
      {acts.dialog}
      {guard.dialog}
    </div>
  );
}
