// Rights: roles, the two special ticks, the matrix of data areas and the single permissions.
import { Alert, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EffectiveRight } from '../../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, VERB_LABELS, VERBS } from '../../../shared/catalogue/dataAreas.ts';
import { areaPermission, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { PermissionMatrix } from '../../components/PermissionMatrix.tsx';
import { comesFromOne, exceptionMark, type SourceWords } from '../../components/rightSources.ts';
import { AREAS, SINGLE_PERMISSIONS } from '../../components/rightsGroups.ts';
import { SinglePermissions } from '../../components/SinglePermissions.tsx';
import { ToxicPairs } from '../../components/ToxicPairs.tsx';
import { draftExceptions } from './draftRights.ts';
import { GivenRoles, type GivenRolesProps } from './GivenRoles.tsx';
import { tickBlockedBecause } from './mayChange.ts';
import { RightsToolbar, type ShownRights } from './RightsToolbar.tsx';
import { tick } from './rightsEditing.ts';
import { shownRights } from './shownRights.ts';
import { sourceInTime, WITHHELD_WORDS } from './termWords.ts';

/** Every tick is computed with the same function the main process decides with. */
export function RightsTab(props: GivenRolesProps) {
  const { user, viewer, rights, context, editing, isReadOnly } = props;
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState<ShownRights>('effective');
  const [told, setTold] = useState<{ readonly sentence: string; readonly about: unknown } | null>(null);
  const effective = useMemo(() => shownRights(rights), [rights]);
  const wordsOf: SourceWords = (source, permission) => sourceInTime(source, permission, rights, context.nameOf);
  const waitingBecause = (id: PermissionId) => {
    if (rights.now.held.has(id)) return null;
    const reason = rights.now.withheld.get(id);
    if (reason !== undefined) return WITHHELD_WORDS[reason].toLowerCase();
    return effective.get(id)?.isHeld === true ? 'not at this time and place' : null;
  };
  const passes = (ids: readonly PermissionId[], words: string) =>
    ids.some((id) => passesSwitch(effective.get(id), shown)) &&
    matches(`${words} ${sourcesOf(ids, effective, wordsOf)}`, filter);
  const areas = AREAS.filter((area) => passes(idsOf(area), areaWords(area)));
  const singles = SINGLE_PERMISSIONS.filter((id) =>
    passes([id], `${PERMISSIONS[id].label} ${PERMISSIONS[id].description}`),
  );

  function change(permissions: readonly PermissionId[], isTicked: boolean) {
    const { exceptions, alsoChanged } = tick(rights.standing, permissions, isTicked, rights.ended);
    const next = draftExceptions(exceptions);
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
  const standing = [...effective.values()].flatMap(({ permission, isHeld }) => (isHeld ? [permission] : []));
  const shared = {
    rightOf: (id: PermissionId) => effective.get(id),
    ...(isReadOnly ? {} : { onTick: change }),
    blockedBecause,
    waitingBecause,
    wordsOf,
  };

  return (
    <Stack gap="sm">
      <GivenRoles {...props} />
      <RightsToolbar
        filter={filter}
        onFilter={setFilter}
        shown={shown}
        onShown={setShown}
        editing={editing}
        isReadOnly={isReadOnly}
        hasAreas={areas.length > 0}
        onTickAll={tickAll}
      />
      {said === '' ? (
        <VisuallyHidden role="status" />
      ) : (
        <Text role="status" size="xs">
          {said}
        </Text>
      )}
      {rights.given.isSuperUser ? null : <ToxicPairs held={standing} isLive />}
      {areas.length === 0 && singles.length === 0 ? (
        <Alert variant="outline" color="gray" title="No right matches">
          {shown === 'changed' && filter === ''
            ? 'Nothing was added to or taken from what the roles give.'
            : 'Change the filter to see rights again.'}
        </Alert>
      ) : null}
      {areas.length === 0 ? null : <PermissionMatrix label="Rights by data area" areas={areas} {...shared} />}
      {singles.length === 0 ? null : <SinglePermissions permissions={singles} {...shared} />}
      <Text size="xs" c="dimmed">
        “+” added for this user, “−” taken from this user, “–” not applicable. A half tick is given but does not count
        now. ● reaches PHI. Ticking Delete Data also ticks Edit Data, Add Data and View; Export is always ticked by
        itself.
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

function passesSwitch(right: EffectiveRight | undefined, shown: ShownRights): boolean {
  if (right === undefined) return false;
  if (shown === 'changed') return exceptionMark(right) !== null;
  return shown === 'phi' ? PERMISSIONS[right.permission].reachesPhi : true;
}

function sourcesOf(
  ids: readonly PermissionId[],
  effective: ReadonlyMap<PermissionId, EffectiveRight>,
  wordsOf: SourceWords,
): string {
  return ids
    .flatMap((id) => effective.get(id) ?? [])
    .map((right) => comesFromOne(right, wordsOf))
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
