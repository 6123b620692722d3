// Edit User Info and Rights: the window of one user with its tabs, and the bar of unsaved changes.
import { Badge, Button, Group, Kbd, Tabs, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { effectivePermissions, type RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import { type Output, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import type { QueryResult } from '../../ipc/useQuery.ts';
import { AccessTab } from './AccessTab.tsx';
import { ExplainTab } from './ExplainTab.tsx';
import { InfoTab } from './InfoTab.tsx';
import { readOnlyBecause, type Viewer } from './mayChange.ts';
import { ProvidersTab } from './ProvidersTab.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import { RightsTab } from './RightsTab.tsx';
import { rightsDifference, summaryOf } from './rightsEditing.ts';
import { grantsOf, roleChoices } from './roleChoices.ts';
import classes from './UsersScreen.module.css';
import type { UserAct } from './userActions.ts';
import { draftOf, type StoredUser, type UserDraft } from './userDraft.ts';
import { statusWithEnd } from './userWords.ts';
import { useSaveUser } from './useSaveUser.ts';
import { useScreenKeys } from './useScreenKeys.ts';
import { useUserEditing } from './useUserEditing.ts';

interface UserFormProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  readonly roles: QueryResult<Output<'role.find'>>;
  readonly keptDraft: UserDraft | null;
  /** Called with what is typed and unsaved, or null. */
  readonly onDraft: (draft: UserDraft | null) => void;
  readonly onReload: () => void;
  readonly onAct: (act: UserAct) => void;
  readonly onLeave: () => void;
}

/** Info, Rights and Providers are saved together. */
export function UserForm(props: UserFormProps) {
  const { user, viewer, roles, onDraft, onReload } = props;
  const editing = useUserEditing(user, props.keptDraft);
  const { draft, isDirty } = editing;
  const [tab, setTab] = useState<string | null>('info');
  const readOnly = readOnlyBecause(viewer, user);
  const isReadOnly = readOnly !== null;
  const saving = useSaveUser(user, draft, editing.stored, editing);
  const problems = isDirty ? fieldProblems(infoSchema, draft.info) : {};
  const listed = roles.value?.roles ?? [];
  const rights = useMemo(() => rightsOf(draft, user, listed), [draft, user, listed]);
  const stored = useMemo(() => rightsOf(draftOf(user), user, listed), [user, listed]);
  const difference = rightsDifference(stored, rights);
  const effective = roles.value === undefined ? user.effective : effectivePermissions(rights);

  useEffect(() => onDraft(isDirty ? draft : null), [isDirty, draft, onDraft]);

  const save = (isReview: boolean) => {
    if (!isDirty || saving.isBusy) return;
    if (Object.keys(problems).length > 0) setTab('info');
    else void saving.begin(isReview);
  };
  const cancel = () => {
    if (!isDirty) props.onLeave();
    else {
      editing.discard();
      saving.clearRefusal();
    }
  };
  useScreenKeys({
    'mod+s': () => save(false),
    'mod+z': editing.undo,
    'mod+y': editing.redo,
    escape: cancel,
  });

  const name = displayName(user.info);
  return (
    <div className={classes.form}>
      <div className={classes.formHead}>
        <Title order={2} size="h4">
          Edit User Info and Rights — {user.info.lastName}, {user.info.firstName}
        </Title>
        <Group gap={6} mt={2}>
          <Badge size="sm" variant="outline" color="gray" tt="none">
            {statusWithEnd(user, Date.now())}
          </Badge>
          <Text size="sm" c="dimmed">
            {user.roles.length === 0 ? 'no role' : user.roles.map(({ roleName }) => roleName).join(', ')} · user no.{' '}
            {user.number} ·{' '}
            {user.lastSignIn === null
              ? 'never signed in'
              : `last signed in ${showTime(user.lastSignIn.atMs)} at ${user.lastSignIn.workstation}`}
          </Text>
        </Group>
        <Text size="sm" fw={600} mt={2}>
          {summaryOf(effective, user.isSuperUser && !user.isStrict)}
        </Text>
        {readOnly === null ? null : (
          <Text size="sm" className={classes.attention ?? ''}>
            {readOnly}
          </Text>
        )}
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="info">Info</Tabs.Tab>
          <Tabs.Tab value="rights">Rights</Tabs.Tab>
          <Tabs.Tab value="providers">Providers</Tabs.Tab>
          <Tabs.Tab value="access">Effective access</Tabs.Tab>
          <Tabs.Tab value="explain">Explain</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="info" className={classes.panel ?? ''}>
          <InfoTab user={user} editing={editing} problems={problems} isReadOnly={isReadOnly} onAct={props.onAct} />
        </Tabs.Panel>
        <Tabs.Panel value="rights" className={classes.panel ?? ''}>
          {roles.value === undefined ? (
            roles.refusal === null ? null : (
              <LoadFailed refusal={roles.refusal} onRetry={roles.reload} />
            )
          ) : (
            <RightsTab
              user={user}
              viewer={viewer}
              roles={roleChoices(listed, user.roleIds)}
              rights={rights}
              editing={editing}
              isReadOnly={isReadOnly}
              onFlagChanged={onReload}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="providers" className={classes.panel ?? ''}>
          <ProvidersTab user={user} editing={editing} isReadOnly={isReadOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="access" className={classes.panel ?? ''}>
          {roles.value === undefined ? null : (
            <AccessTab
              userId={user.userId}
              rights={stored}
              reachesAllProviders={user.isSuperUser || user.scope.kind === 'all'}
              hasUnsaved={isDirty}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="explain" className={classes.panel ?? ''}>
          <ExplainTab user={user} rights={rights} editing={editing} isReadOnly={isReadOnly} onPrepared={setTab} />
        </Tabs.Panel>
      </Tabs>
      {saving.refusal === null || saving.preview !== null ? null : (
        <div className={classes.refused}>
          <RefusalCard refusal={saving.refusal} onClose={saving.clearRefusal} />
          {saving.refusal.code === 'CONFLICT' ? (
            <Group gap="xs" mt="xs">
              <Text size="sm">
                What you typed is still here. Load the newest state: your changes are laid over it, then save again.
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  saving.clearRefusal();
                  onReload();
                }}
              >
                Load the newest state
              </Button>
            </Group>
          ) : null}
        </div>
      )}
      {isReadOnly ? null : (
        <div className={classes.bar}>
          <Text size="sm" role="status">
            {isDirty
              ? `Unsaved changes: rights +${difference.added.length} −${difference.removed.length}`
              : 'No unsaved changes'}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" disabled={!isDirty} onClick={() => save(true)}>
              Review
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={!isDirty}
              onClick={cancel}
              rightSection={<Kbd size="xs">Esc</Kbd>}
            >
              Cancel
            </Button>
            <Button
              size="xs"
              disabled={!isDirty}
              loading={saving.isBusy}
              onClick={() => save(false)}
              aria-keyshortcuts="Control+S"
              rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
            >
              Save
            </Button>
          </Group>
        </div>
      )}
      {saving.preview === null ? null : (
        <ReviewSheet
          name={name}
          preview={saving.preview}
          isRunning={saving.isBusy}
          refusal={saving.refusal}
          onSave={(reason) => void saving.finish(reason)}
          onClose={saving.close}
        />
      )}
    </div>
  );
}

const infoSchema = PROCEDURES['user.previewUpdate'].input.shape.info;

function rightsOf(draft: UserDraft, user: StoredUser, roles: Output<'role.find'>['roles']): RightsOfUser {
  return {
    roles: grantsOf(roles, draft.roleIds),
    exceptions: draft.exceptions,
    isSuperUser: user.isSuperUser,
    hasAccessSecurity: user.hasAccessSecurity,
    isPhiRestricted: user.isPhiRestricted,
    isStrict: user.isStrict,
  };
}
