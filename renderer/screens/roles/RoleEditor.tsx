// Adds or changes a role or policy of the practice's own: purpose, tasks, parent, policies and rights.
import { Alert, Button, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useLayoutEffect, useMemo, useState } from 'react';
import { effectivePermissions } from '../../../shared/authorization/effectivePermissions.ts';
import { PATIENT_ROLE_ID } from '../../../shared/catalogue/patientRole.ts';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { beyondTasks, isTaskId, TASK_IDS, TASKS, taskPermissions } from '../../../shared/catalogue/tasks.ts';
import { PermissionMatrix } from '../../components/PermissionMatrix.tsx';
import { RecordEditor } from '../../components/RecordEditor.tsx';
import { AREAS, SINGLE_PERMISSIONS } from '../../components/rightsGroups.ts';
import { SinglePermissions } from '../../components/SinglePermissions.tsx';
import { ToxicPairs } from '../../components/ToxicPairs.tsx';
import { useSession } from '../../session/useSession.ts';
import { RoleConditions } from './RoleConditions.tsx';
import { RoleHours } from './RoleHours.tsx';
import { InheritedLines } from './RoleLimits.tsx';
import { RoleSaveDialog } from './RoleSaveDialog.tsx';
import classes from './RolesScreen.module.css';
import {
  definitionsOf,
  differenceOf,
  givenBy,
  inheritedBy,
  type ListedRole,
  type OpenRole,
  type RoleDraft,
  rightsToBind,
  settled,
  tickRole,
} from './roleDraft.ts';
import { roleTickBlockedBecause } from './roleRules.ts';
import { useRoleReview } from './useRoleReview.ts';

interface RoleEditorProps {
  /** The role that is changed; null for a new one. */
  readonly stored: OpenRole | null;
  readonly kind: 'custom' | 'policy';
  readonly start: RoleDraft;
  readonly copiedFromRoleId: string | null;
  readonly roles: readonly ListedRole[];
  /** What was typed before the screen was locked. */
  readonly kept: RoleDraft | null;
  /** What would be lost by leaving; null for nothing. */
  readonly onWork: (draft: RoleDraft | null) => void;
  /** With the id of the saved role, or null when nothing was saved. */
  readonly onDone: (roleId: string | null) => void;
}

/** Ticks move as they do for a user; nothing is saved before the review that Save opens. */
export function RoleEditor({ kind, copiedFromRoleId, roles, kept, onWork, onDone, ...now }: RoleEditorProps) {
  const { subject } = useSession();
  // As it was when the change began: what somebody else saved meanwhile is refused, never overwritten unseen.
  const [{ stored, start }] = useState(now);
  const [draft, setDraft] = useState(kept ?? start);
  const [problems, setProblems] = useState<{ name?: string; purpose?: string }>({});
  const review = useRoleReview(stored);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const change = (more: Partial<RoleDraft>) => setDraft((now) => ({ ...now, ...more }));
  const noun = kind === 'policy' ? 'policy' : 'role';
  // Before it is painted: leaving must ask by the state that the person sees.
  useLayoutEffect(() => onWork(isChanged ? draft : null), [isChanged, draft, onWork]);
  const definitions = useMemo(() => definitionsOf(roles), [roles]);
  const rights = useMemo(
    () =>
      new Map(
        effectivePermissions({
          roles: [{ roleId: 'draft', roleName: draft.name, permissions: draft.permissions }],
          exceptions: [],
          isSuperUser: false,
          hasAccessSecurity: false,
          isPhiRestricted: false,
        }).map((right) => [right.permission, right]),
      ),
    [draft],
  );
  const nameOf = (id: string) => roles.find(({ roleId }) => roleId === id)?.name ?? 'a role that is gone';
  const held = [...rights.values()].flatMap(({ permission, isHeld }) => (isHeld ? [permission] : []));
  const outside = beyondTasks(held, draft.taskIds);
  const blocked = (id: PermissionId) => roleTickBlockedBecause(subject, id, rights.get(id)?.isHeld === true);
  const onTick = (ids: readonly PermissionId[], isTicked: boolean) =>
    change({ permissions: tickRole(draft.permissions, ids, isTicked) });

  function save() {
    const found = {
      ...(draft.name.trim() === '' ? { name: 'Give it a name that says who it is for.' } : {}),
      ...(draft.purpose.trim() === '' ? { purpose: 'Say in a sentence what it is for.' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) void review.begin(settled(draft, definitions));
  }

  return (
    <RecordEditor
      isNew
      title={stored === null ? `New ${noun}` : `Change ${stored.name}`}
      subtitle={
        kind === 'policy'
          ? 'A set of rights to stack on roles. It is never given to people by itself.'
          : 'Rights under one name, given to people under Users.'
      }
      isDirty={stored === null || isChanged}
      isBusy={review.isBusy}
      onSave={save}
      onUndo={() => onDone(null)}
      undoLabel="Cancel"
      onDelete={null}
      refusal={review.refusal}
      onCloseRefusal={review.clearRefusal}
      onReload={() => onDone(stored?.roleId ?? null)}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          required
          maxLength={60}
          value={draft.name}
          error={problems.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label="Purpose"
          description="One sentence. It stands on the role sheet and on access receipts."
          required
          autosize
          maxLength={300}
          value={draft.purpose}
          error={problems.purpose}
          onChange={(event) => change({ purpose: event.currentTarget.value })}
        />
        <MultiSelect
          label="Which tasks is it for?"
          description="The rights these tasks need can be ticked at once; rights beyond them are pointed out."
          placeholder={draft.taskIds.length === 0 ? 'No task named' : undefined}
          data={TASK_IDS.map((id) => ({ value: id, label: TASKS[id].label }))}
          value={[...draft.taskIds]}
          onChange={(ids) => change({ taskIds: ids.filter(isTaskId) })}
          clearable={false}
          hidePickedOptions
          searchable
        />
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            disabled={draft.taskIds.length === 0}
            onClick={() =>
              onTick(
                [...taskPermissions(draft.taskIds)].filter((id) => blocked(id) === null),
                true,
              )
            }
          >
            Tick the rights of these tasks
          </Button>
          <Button variant="default" size="xs" disabled={outside.length === 0} onClick={() => onTick(outside, false)}>
            Untick what goes beyond them
          </Button>
        </Group>
        {outside.length === 0 ? null : (
          <Alert variant="outline" color="gray" title="! Rights beyond the tasks" role="status">
            {outside.map((id) => PERMISSIONS[id].label).join(', ')}. Untick them, or name the task they are for.
          </Alert>
        )}
        <ToxicPairs held={givenBy(draft, definitions)} isLive />
        {kind === 'policy' ? null : (
          <div className={classes.ties}>
            <Select
              label="Takes its rights from"
              description="It then follows that role, but for what you untick."
              placeholder="No other role"
              data={roles
                .filter(
                  ({ kind, roleId }) => kind !== 'policy' && roleId !== stored?.roleId && roleId !== PATIENT_ROLE_ID,
                )
                .map((one) => ({ value: one.roleId, label: one.name }))}
              value={draft.parentId}
              onChange={(parentId) =>
                change({
                  parentId,
                  ...(parentId === null
                    ? {}
                    : { permissions: roles.find((one) => one.roleId === parentId)?.permissions ?? [] }),
                })
              }
              clearable
              clearButtonProps={{ 'aria-label': 'No other role' }}
              searchable
            />
            <MultiSelect
              label="Policies stacked on it"
              description="Their rights come on top."
              placeholder={draft.policyIds.length === 0 ? 'No policy' : undefined}
              data={roles.filter((one) => one.kind === 'policy').map((one) => ({ value: one.roleId, label: one.name }))}
              value={[...draft.policyIds]}
              onChange={(policyIds) => change({ policyIds })}
              clearable={false}
              hidePickedOptions
              nothingFoundMessage="No policy yet"
            />
          </div>
        )}
        <div className={classes.wide}>
          <PermissionMatrix
            label="Rights by data area"
            areas={AREAS}
            rightOf={(id) => rights.get(id)}
            hasSources={false}
            onTick={onTick}
            blockedBecause={blocked}
          />
        </div>
        <RoleConditions
          conditions={draft.conditions}
          given={rightsToBind(draft, definitions)}
          onChange={(conditions) => change({ conditions })}
        />
        {kind === 'policy' ? null : <RoleHours hours={draft.hours} onChange={(hours) => change({ hours })} />}
        <InheritedLines inherited={inheritedBy(draft, definitions)} nameOf={nameOf} />
        <SinglePermissions
          permissions={SINGLE_PERMISSIONS.filter((id) => PERMISSIONS[id].category !== 'Super User')}
          rightOf={(id) => rights.get(id)}
          hasSources={false}
          onTick={onTick}
          blockedBecause={blocked}
        />
        <Text size="xs" c="dimmed">
          “–” not applicable. ● reaches PHI. Ticking Delete Data also ticks Edit Data, Add Data and View. Rights of
          policies are not shown here: they come on top.
        </Text>
      </Stack>
      {review.effect === null ? null : (
        <RoleSaveDialog
          role={stored}
          kind={kind}
          draft={settled(draft, definitions)}
          copiedFromRoleId={copiedFromRoleId}
          difference={differenceOf(stored, settled(draft, definitions), definitions)}
          effect={review.effect}
          onSaved={onDone}
          onClose={review.close}
        />
      )}
    </RecordEditor>
  );
}
