// Edit User Info and Rights: the window of one user with its tabs, and the bar of unsaved changes.
import { Tabs } from '@mantine/core';
import { useLayoutEffect, useMemo, useState } from 'react';
import { effectivePermissions } from '../../../shared/authorization/effectivePermissions.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { type Output, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import type { QueryResult } from '../../ipc/useQuery.ts';
import { AccessTab } from './AccessTab.tsx';
import { rightsDifference, rightsOfDraft } from './draftRights.ts';
import { ExplainTab } from './ExplainTab.tsx';
import { InfoTab } from './InfoTab.tsx';
import { LocationsTab } from './LocationsTab.tsx';
import { hasSeveralLocations } from './locationRows.ts';
import { readOnlyBecause, type Viewer } from './mayChange.ts';
import { ProvidersTab } from './ProvidersTab.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import { RightsTab } from './RightsTab.tsx';
import { roleChoices } from './roleChoices.ts';
import { SaveBar } from './SaveBar.tsx';
import { SaveRefused } from './SaveRefused.tsx';
import { UserHead } from './UserHead.tsx';
import classes from './UsersScreen.module.css';
import { usePreparedTrim } from './usePreparedTrim.ts';
import { useRightsContext } from './useRightsContext.ts';
import type { UserAct } from './userActions.ts';
import { draftOf, type StoredUser, type UserDraft } from './userDraft.ts';
import { useSaveUser } from './useSaveUser.ts';
import { useScreenKeys } from './useScreenKeys.ts';
import { useUserEditing } from './useUserEditing.ts';

interface UserFormProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  readonly roles: QueryResult<Output<'role.find'>>;
  readonly keptDraft: UserDraft | null;
  readonly untick: readonly PermissionId[];
  readonly onUnticked: () => void;
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
  const context = useRightsContext(user);
  const { moment, locations } = context;
  const rights = useMemo(() => rightsOfDraft(draft, user, listed, moment), [draft, user, listed, moment]);
  const stored = useMemo(() => rightsOfDraft(draftOf(user), user, listed, moment), [user, listed, moment]);
  const effective = roles.value === undefined ? user.effective : effectivePermissions(rights.now.rights);
  const hasLocations = hasSeveralLocations(locations) || draft.locations.kind === 'selected';

  // Before it is painted: leaving must ask by the state that the person sees.
  useLayoutEffect(() => onDraft(isDirty ? draft : null), [isDirty, draft, onDraft]);
  usePreparedTrim(props, editing, rights, () => setTab('rights'));

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
      <UserHead user={user} effective={effective} readOnly={readOnly} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="info">Info</Tabs.Tab>
          <Tabs.Tab value="rights">Rights</Tabs.Tab>
          <Tabs.Tab value="providers">Providers</Tabs.Tab>
          {hasLocations ? <Tabs.Tab value="locations">Locations</Tabs.Tab> : null}
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
              context={context}
              editing={editing}
              problems={problemsIn(saving.refusal)}
              isReadOnly={isReadOnly}
              onFlagChanged={onReload}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="providers" className={classes.panel ?? ''}>
          <ProvidersTab user={user} editing={editing} isReadOnly={isReadOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="locations" className={classes.panel ?? ''}>
          <LocationsTab user={user} locations={locations} editing={editing} isReadOnly={isReadOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="access" className={classes.panel ?? ''}>
          {roles.value === undefined ? null : (
            <AccessTab
              userId={user.userId}
              rights={stored.now.rights}
              withheldCount={stored.now.withheld.size}
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
        <SaveRefused refusal={saving.refusal} onClose={saving.clearRefusal} onReload={onReload} />
      )}
      {isReadOnly ? null : (
        <SaveBar
          isDirty={isDirty}
          isBusy={saving.isBusy}
          difference={rightsDifference(stored.given, rights.given)}
          onReview={() => save(true)}
          onCancel={cancel}
          onSave={() => save(false)}
        />
      )}
      {saving.preview === null ? null : (
        <ReviewSheet
          name={name}
          preview={saving.preview}
          isRunning={saving.isBusy}
          refusal={saving.refusal}
          change={saving.rightsChange}
          onSave={(reason) => void saving.finish(reason)}
          onClose={saving.close}
        />
      )}
    </div>
  );
}

const infoSchema = PROCEDURES['user.previewUpdate'].input.shape.info;

/** What a refusal says about single parts, by their names. */
function problemsIn(refusal: Refusal | null): Readonly<Record<string, string>> {
  return Object.fromEntries((refusal?.fields ?? []).map(({ path, message }) => [path, message]));
}
