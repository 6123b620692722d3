// The permissions outside the data areas: one line each, one tick each.
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid
import { Text, Title, VisuallyHidden } from '@mantine/core';
import type { EffectiveRight } from '../../shared/authorization/effectivePermissions.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { useRovingCells } from './grid/useRovingCells.ts';
import classes from './PermissionMatrix.module.css';
import { RightTick } from './RightTick.tsx';
import { type SourceWords, sourcesOfOne } from './rightSources.ts';
import { SourceCell } from './SourceCell.tsx';

interface SinglePermissionsProps {
  readonly permissions: readonly PermissionId[];
  readonly rightOf: (permission: PermissionId) => EffectiveRight | undefined;
  readonly onTick?: (permissions: readonly PermissionId[], isHeld: boolean) => void;
  /** Left out where everything comes from one place, such as a role. */
  readonly hasSources?: boolean;
  readonly blockedBecause?: (permission: PermissionId) => string | null;
  /** Why a given right does not count now; null where it does. */
  readonly waitingBecause?: (permission: PermissionId) => string | null;
  readonly wordsOf?: SourceWords;
}

/** One tab stop, arrows, Space; as the matrix above it. */
export function SinglePermissions({
  permissions,
  rightOf,
  onTick,
  hasSources = true,
  blockedBecause,
  waitingBecause,
  wordsOf,
}: SinglePermissionsProps) {
  const heads = ['Given', 'Permission', ...(hasSources ? ['Comes from'] : []), 'PHI'];
  const { table, cell } = useRovingCells(permissions.length + 1, heads.length);
  return (
    <div>
      <Title order={3} size="sm" mt="xs" mb={4}>
        Other permissions
      </Title>
      <table {...table} role="grid" aria-label="Other permissions" className={classes.matrix}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" {...cell(0, at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((id, at) => {
            const right = rightOf(id);
            if (right === undefined) return null;
            const { label, description, reachesPhi } = PERMISSIONS[id];
            return (
              <tr key={id}>
                <td>
                  <RightTick
                    right={right}
                    marks={cell(at + 1, 0)}
                    onTick={onTick}
                    blocked={blockedBecause?.(id) ?? null}
                    waiting={waitingBecause?.(id) ?? null}
                    wordsOf={wordsOf}
                  />
                </td>
                <th scope="row" className={classes.described} {...cell(at + 1, 1)}>
                  {label}
                  <Text size="xs" c="dimmed" fw={400}>
                    {description}
                  </Text>
                </th>
                {hasSources ? <SourceCell marks={cell(at + 1, 2)} sources={sourcesOfOne(right, wordsOf)} /> : null}
                <td className={classes.phi} {...cell(at + 1, heads.length - 1)}>
                  <span aria-hidden>{reachesPhi ? '●' : '○'}</span>
                  <VisuallyHidden>{reachesPhi ? 'reaches PHI' : 'no PHI'}</VisuallyHidden>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
