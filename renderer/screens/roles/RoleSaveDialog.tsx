// The review before a role is saved: what is added and removed, for whom, from when, and why.
import { Checkbox, List, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { type Effect, ExpectationEffect } from '../../components/access/ExpectationEffect.tsx';
import { TryOnLog } from '../../components/access/TryOnLog.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { instantOfLocal } from '../../components/record/localInstant.ts';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';
import { LimitChanges, limitChangeLines } from './LimitChanges.tsx';
import type { OpenRole, RoleDifference, RoleDraft } from './roleDraft.ts';

interface RoleSaveDialogProps {
  readonly role: OpenRole | null;
  readonly kind: 'custom' | 'policy';
  readonly draft: RoleDraft;
  readonly copiedFromRoleId: string | null;
  readonly difference: RoleDifference;
  /** What it would do to the expectations. */
  readonly effect: Effect;
  readonly onSaved: (roleId: string) => void;
  readonly onClose: () => void;
}

export function RoleSaveDialog(props: RoleSaveDialogProps) {
  const { role, kind, draft, copiedFromRoleId, difference, effect, onSaved, onClose } = props;
  const { subject } = useSession();
  const create = useCommand('role.create');
  const update = useCommand('role.update');
  const replay = useCommand('access.replayRoleChange', { refreshes: false });
  const [isLater, setIsLater] = useState(false);
  const [day, setDay] = useState('');
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  const [confirmsWidening, setConfirmsWidening] = useState(false);
  const { added, removed, beyondParent, loosened } = difference;
  const changesLimits = limitChangeLines(role, draft).length > 0;

  async function save(reason: string) {
    if (role === null) {
      const answer = await create.run({ kind, fields: draft, copiedFromRoleId, confirmsWidening, reason });
      if (answer === null) return;
      notify.done(`${draft.name} is added.`);
      return onSaved(answer.roleId);
    }
    const effectiveAtMs = isLater ? instantOfLocal(day) : null;
    if (isLater && effectiveAtMs === null) return setDayProblem('Choose a day and a time.');
    const { roleId, version } = role;
    const answer = await update.run({ roleId, version, fields: draft, effectiveAtMs, confirmsWidening, reason });
    if (answer === null) return;
    notify.done(
      answer.needsApproval
        ? `Nothing has changed yet: the change of ${draft.name} waits for a second person under Security, Approvals.`
        : effectiveAtMs === null
          ? `${draft.name} is saved.`
          : `The change of ${draft.name} takes effect on ${showTime(effectiveAtMs)}.`,
    );
    onSaved(roleId);
  }

  return (
    <ReasonDialog
      title={role === null ? `Add ${draft.name}` : `Review the change of ${role.name}`}
      says={headline(role, difference, changesLimits)}
      confirmLabel={role === null ? `Add ${draft.name}` : 'Save the change'}
      isRunning={create.isRunning || update.isRunning}
      refusal={create.refusal ?? update.refusal}
      onConfirm={save}
      onClose={onClose}
    >
      <Rights title="Added" mark="+" ids={added} />
      <Rights title="Removed" mark="−" ids={removed} />
      <LimitChanges before={role} after={draft} />
      <Rights title="Given more widely than before" mark="+" ids={loosened} />
      <ExpectationEffect effect={effect} />
      {beyondParent.length === 0 ? null : (
        <Checkbox
          label="Let it give more than the role it takes its rights from"
          description={
            subject?.isSuperUser
              ? `Beyond it: ${beyondParent.map((id) => PERMISSIONS[id].label).join(', ')}.`
              : 'Only a Super User may confirm this. Go back and untick what is more.'
          }
          checked={confirmsWidening}
          disabled={!subject?.isSuperUser}
          onChange={(event) => setConfirmsWidening(event.currentTarget.checked)}
        />
      )}
      {role === null ? null : (
        <TryOnLog
          onStart={(days) => replay.run({ roleId: role.roleId, fields: draft, days })}
          isStarting={replay.isRunning}
          refusal={replay.refusal}
        />
      )}
      {role === null ? null : (
        <Radio.Group
          label="Takes effect"
          value={isLater ? 'later' : 'now'}
          onChange={(value) => setIsLater(value === 'later')}
        >
          <Stack gap={6} mt={4}>
            <Radio value="now" size="sm" label={takesEffectNow(role)} />
            <Radio value="later" size="sm" label="On a later day" />
          </Stack>
        </Radio.Group>
      )}
      {isLater ? (
        <TextInput
          label="Day and time"
          type="datetime-local"
          required
          maw={260}
          value={day}
          error={dayProblem}
          onChange={(event) => {
            setDay(event.currentTarget.value);
            setDayProblem(null);
          }}
        />
      ) : null}
    </ReasonDialog>
  );
}

function Rights({
  title,
  mark,
  ids,
}: {
  readonly title: string;
  readonly mark: string;
  readonly ids: readonly PermissionId[];
}) {
  if (ids.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List
        size="sm"
        listStyleType="none"
        mah={160}
        style={{ overflowY: 'auto' }}
        // A list that scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={title}
      >
        {ids.map((id) => (
          <List.Item key={id}>
            <b>{mark}</b> {PERMISSIONS[id].label}
            {PERMISSIONS[id].reachesPhi ? ' ● reaches PHI' : ''}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function headline(role: OpenRole | null, { added, removed }: RoleDifference, changesLimits: boolean): string {
  const phiCount = added.filter((id) => PERMISSIONS[id].reachesPhi).length;
  const phi = phiCount === 0 ? '' : ` (${phiCount} ${phiCount === 1 ? 'reaches' : 'reach'} PHI)`;
  if (role === null)
    return `It gives ${added.length} ${added.length === 1 ? 'right' : 'rights'}${phi}. Nobody holds it yet.`;
  if (added.length + removed.length === 0)
    return changesLimits
      ? 'No right is added or removed; when or for which records they count changes.'
      : 'No right is added or removed.';
  return `${added.length} added${phi}, ${removed.length} removed.`;
}

function takesEffectNow({ holders, dependents }: OpenRole): string {
  const people = holders.length === 1 ? '1 person' : `${holders.length} people`;
  const others = dependents.length === 0 ? '' : `, and for ${dependents.map(({ name }) => name).join(', ')}`;
  return `At once, for ${people}${others}`;
}
