// The rights matrix: data areas by verbs, with where each right comes from. One tab stop, arrows, Space.
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid
import { Checkbox, VisuallyHidden } from '@mantine/core';
import type { EffectiveRight } from '../../shared/authorization/effectivePermissions.ts';
import { DATA_AREAS, type DataArea, VERB_LABELS, VERBS } from '../../shared/catalogue/dataAreas.ts';
import { areaPermission, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { useRovingCells } from './grid/useRovingCells.ts';
import classes from './PermissionMatrix.module.css';
import { RightTick } from './RightTick.tsx';
import { comesFrom, type SourceWords } from './rightSources.ts';
import { SourceCell } from './SourceCell.tsx';

interface PermissionMatrixProps {
  readonly label: string;
  readonly areas: readonly DataArea[];
  readonly rightOf: (permission: PermissionId) => EffectiveRight | undefined;
  /** Left out where everything comes from one place, such as a role. */
  readonly hasSources?: boolean;
  /** Absent: the matrix only shows. */
  readonly onTick?: (permissions: readonly PermissionId[], isHeld: boolean) => void;
  /** Why a tick cannot be changed by the person looking; null when it can. */
  readonly blockedBecause?: (permission: PermissionId) => string | null;
  /** Why a given right does not count now; null where it does. */
  readonly waitingBecause?: (permission: PermissionId) => string | null;
  readonly wordsOf?: SourceWords;
}

const COMES_FROM_COLUMN = VERBS.length + 1;

/** Head ticks act on the rows shown and leave every other right alone. */
export function PermissionMatrix({
  label,
  areas,
  rightOf,
  hasSources = true,
  onTick,
  blockedBecause,
  waitingBecause,
  wordsOf,
}: PermissionMatrixProps) {
  const phiColumn = hasSources ? COMES_FROM_COLUMN + 1 : COMES_FROM_COLUMN;
  const { table, cell } = useRovingCells(areas.length + 1, phiColumn + 1);
  const ticksOf = (verb: (typeof VERBS)[number]) =>
    areas.flatMap((area) => {
      const id = areaPermission(area, verb);
      return id === null ? [] : [id];
    });
  return (
    <table {...table} role="grid" aria-label={label} className={classes.matrix}>
      <thead>
        <tr>
          <th scope="col" {...cell(0, 0)}>
            Area
          </th>
          {VERBS.map((verb, at) => {
            const ids = ticksOf(verb);
            const heldCount = ids.filter((id) => rightOf(id)?.isHeld).length;
            const isAll = ids.length > 0 && heldCount === ids.length;
            return (
              <th key={verb} scope="col" className={classes.verb}>
                {onTick === undefined ? (
                  <span {...cell(0, at + 1)}>{VERB_LABELS[verb]}</span>
                ) : (
                  <Checkbox
                    {...cell(0, at + 1)}
                    size="xs"
                    label={VERB_LABELS[verb]}
                    classNames={{ label: classes.headLabel ?? '' }}
                    aria-label={`${VERB_LABELS[verb]} in all ${ids.length} areas shown`}
                    checked={isAll}
                    indeterminate={heldCount > 0 && !isAll}
                    onChange={() =>
                      onTick(
                        ids.filter((id) => (blockedBecause?.(id) ?? null) === null),
                        !isAll,
                      )
                    }
                  />
                )}
              </th>
            );
          })}
          {hasSources ? (
            <th scope="col" {...cell(0, COMES_FROM_COLUMN)}>
              Comes from
            </th>
          ) : null}
          <th scope="col" {...cell(0, phiColumn)}>
            PHI
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area, rowAt) => {
          const entry = DATA_AREAS[area];
          const known = VERBS.flatMap((verb) => {
            const id = areaPermission(area, verb);
            const right = id === null ? undefined : rightOf(id);
            return right === undefined ? [] : [{ verb, right }];
          });
          return (
            <tr key={area}>
              <th scope="row" {...cell(rowAt + 1, 0)}>
                {entry.label}
              </th>
              {VERBS.map((verb, at) => {
                const id = areaPermission(area, verb);
                const right = id === null ? undefined : rightOf(id);
                if (id === null || right === undefined)
                  return (
                    <td key={verb} className={classes.verb} {...cell(rowAt + 1, at + 1)}>
                      <span aria-hidden>–</span>
                      <VisuallyHidden>not applicable</VisuallyHidden>
                    </td>
                  );
                return (
                  <td key={verb} className={classes.verb}>
                    <RightTick
                      right={right}
                      marks={cell(rowAt + 1, at + 1)}
                      onTick={onTick}
                      blocked={blockedBecause?.(id) ?? null}
                      waiting={waitingBecause?.(id) ?? null}
                      wordsOf={wordsOf}
                    />
                  </td>
                );
              })}
              {hasSources ? (
                <SourceCell marks={cell(rowAt + 1, COMES_FROM_COLUMN)} sources={comesFrom(known, wordsOf)} />
              ) : null}
              <td className={classes.phi} {...cell(rowAt + 1, phiColumn)}>
                <span aria-hidden>{entry.reachesPhi ? '●' : '○'}</span>
                <VisuallyHidden>{entry.reachesPhi ? 'reaches PHI' : 'no PHI'}</VisuallyHidden>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
