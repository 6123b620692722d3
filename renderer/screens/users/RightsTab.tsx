// Rights: roles, the two special ticks, the matrix of data areas and the single permissions.
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { Redo2, Search, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  type EffectiveRight,
  effectivePermissions,
  type RightsOfUser,
} from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, VERB_LABELS, VERBS } from '../../../shared/catalogue/dataAreas.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { PermissionMatrix } from '../../components/PermissionMatrix.tsx';
import { comesFromOne, exceptionMark } from '../../components/rightSources.ts';
import { AREAS, SINGLE_PERMISSIONS } from '../../components/rightsGroups.ts';
import { SinglePermissions } from '../../components/SinglePermissions.tsx';
import { ToxicPairs } from '../../components/ToxicPairs.tsx';
import { tickBlockedBecause, type Viewer } from './mayChange.ts';
import { tick } from './rightsEditing.ts';
import type { RoleChoice } from './roleChoices.ts';
import { SpecialTicks } from './SpecialTicks.tsx';
import classes from './UsersScreen.module.css';
import type { StoredUser } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

type Shown = 'effective' | 'changed' | 'phi';

interface RightsTabProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  readonly roles: readonly RoleChoice[];
  readonly rights: RightsOfUser;
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
  readonly onFlagChanged: () => void;
}

/** Every tick is computed with the same function the main process decides with. */
export function RightsTab({ user, viewer, roles, rights, editing, isReadOnly, onFlagChanged }: RightsTabProps) {
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState<Shown>('effective');
  const [told, setTold] = useState<{ readonly sentence: string; readonly about: unknown } | null>(null);
  const effective = useMemo(
    () => new Map(effectivePermissions(rights).map((right) => [right.permission, right])),
    [rights],
  );
  const passes = (ids: readonly PermissionId[], words: string) =>
    ids.some((id) => passesSwitch(effective.get(id), shown)) &&
    matches(`${words} ${sourcesOf(ids, effective)}`, filter);
  const areas = AREAS.filter((area) => passes(idsOf(area), areaWords(area)));
  const singles = SINGLE_PERMISSIONS.filter((id) =>
    passes([id], `${PERMISSIONS[id].label} ${PERMISSIONS[id].description}`),
  );

  function change(permissions: readonly PermissionId[], isTicked: boolean) {
    const { exceptions, alsoChanged } = tick(rights, permissions, isTicked);
    const next = [...exceptions];
    editing.changeRights({ exceptions: next });
    setTold({ sentence: sentenceAfterTick(permissions, alsoChanged, isTicked), about: next });
  }
  // Undo and every other change make the sentence about the last tick untrue.
  const said = told?.about === editing.draft.exceptions ? told.sentence : '';
  const blockedBecause = (id: PermissionId) => tickBlockedBecause(viewer, user, id, effective.get(id));
  const tickAll = (isTicked: boolean) =>
    change(
      areas.flatMap(idsOf).filter((id) => blockedBecause(id) === null),
      isTicked,
    );
  const heldNow = [...effective.values()].flatMap(({ permission, isHeld }) => (isHeld ? [permission] : []));
  const exceptionCount = editing.draft.exceptions.length;

  return (
    <Stack gap="sm">
      <div className={classes.rolesAndTicks}>
        <MultiSelect
          label="Roles"
          description="* can be given by a Super User only"
          placeholder={editing.draft.roleIds.length === 0 ? 'No role yet' : undefined}
          data={roles.map(({ roleId, name, isActive, isSuperUserGiven, isHeldNow }) => ({
            value: roleId,
            label: isSuperUserGiven ? `${name} *` : name,
            disabled: !isHeldNow && (!isActive || (isSuperUserGiven && !viewer.isSuperUser)),
          }))}
          value={[...editing.draft.roleIds]}
          onChange={(roleIds) => editing.changeRights({ roleIds })}
          readOnly={isReadOnly}
          searchable
          clearable={false}
          hidePickedOptions
          nothingFoundMessage="No role of that name"
        />
        <SpecialTicks user={user} viewer={viewer} isDirty={editing.isDirty} onChanged={onFlagChanged} />
      </div>
      <Group gap="xs" align="center">
        <TextInput
          aria-label="Filter rights"
          placeholder="Filter rights"
          size="xs"
          w={170}
          leftSection={<Search size={14} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which rights to show"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'effective', label: 'Effective' },
            { value: 'changed', label: 'Changed from role' },
            { value: 'phi', label: 'Reaches PHI' },
          ]}
        />
        {isReadOnly ? null : (
          <Group gap={4} ml="auto">
            <Button size="compact-xs" variant="default" onClick={() => tickAll(true)} disabled={areas.length === 0}>
              Select all
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => tickAll(false)} disabled={areas.length === 0}>
              Clear all
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={exceptionCount === 0}
              onClick={() => editing.changeRights({ exceptions: [] })}
            >
              Back to role
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={!editing.canUndo}
              onClick={editing.undo}
              title="Undo (Ctrl+Z)"
              aria-label="Undo"
            >
              <Undo2 size={14} aria-hidden />
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={!editing.canRedo}
              onClick={editing.redo}
              title="Redo (Ctrl+Y)"
              aria-label="Redo"
            >
              <Redo2 size={14} aria-hidden />
            </Button>
          </Group>
        )}
      </Group>
      {said === '' ? (
        <VisuallyHidden role="status" />
      ) : (
        <Text role="status" size="xs">
          {said}
        </Text>
      )}
      {rights.isSuperUser ? null : <ToxicPairs held={heldNow} isLive />}
      {areas.length === 0 && singles.length === 0 ? (
        <Alert variant="outline" color="gray" title="No right matches">
          {shown === 'changed' && filter === ''
            ? 'Nothing was added to or taken from what the roles give.'
            : 'Change the filter to see rights again.'}
        </Alert>
      ) : null}
      {areas.length === 0 ? null : (
        <PermissionMatrix
          label="Rights by data area"
          areas={areas}
          rightOf={(id) => effective.get(id)}
          {...(isReadOnly ? {} : { onTick: change })}
          blockedBecause={blockedBecause}
        />
      )}
      {singles.length === 0 ? null : (
        <SinglePermissions
          permissions={singles}
          rightOf={(id) => effective.get(id)}
          {...(isReadOnly ? {} : { onTick: change })}
          blockedBecause={blockedBecause}
        />
      )}
      <Text size="xs" c="dimmed">
        “+” added for this user, “−” taken from this user, “–” not applicable. ● reaches PHI. Ticking Delete Data also
        ticks Edit Data, Add Data and View; Export is always ticked by itself.
      </Text>
    </Stack>
  );
}

function idsOf(area: DataArea): PermissionId[] {
  return VERBS.flatMap((verb) => areaPermission(area, verb) ?? []);
}

function areaWords(area: DataArea): string {
  const verbs: readonly string[] = VERBS.filter((verb) => areaPermission(area, verb) !== null).map(
    (verb) => VERB_LABELS[verb],
  );
  return [DATA_AREAS[area].label, ...verbs].join(' ');
}

function passesSwitch(right: EffectiveRight | undefined, shown: Shown): boolean {
  if (right === undefined) return false;
  if (shown === 'changed') return exceptionMark(right) !== null;
  return shown === 'phi' ? PERMISSIONS[right.permission].reachesPhi : true;
}

function sourcesOf(ids: readonly PermissionId[], effective: ReadonlyMap<PermissionId, EffectiveRight>): string {
  return ids
    .flatMap((id) => effective.get(id) ?? [])
    .map(comesFromOne)
    .join(' ');
}

function matches(text: string, filter: string): boolean {
  const folded = text.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function sentenceAfterTick(
  permissions: readonly PermissionId[],
  alsoChanged: readonly PermissionId[],
  isTicked: boolean,
): string {
  const done = isTicked ? 'ticked' : 'unticked';
  if (permissions.length > 1)
    return `${permissions.length} rights of the rows shown are ${done}. Super User, Access Security and rows not shown stay as they are.`;
  if (alsoChanged.length === 0) return '';
  const names = alsoChanged.map((id) => PERMISSIONS[id].label).join(', ');
  return isTicked
    ? `Also ticked, because it is needed: ${names}.`
    : `Also unticked, because it would not work alone: ${names}.`;
}
