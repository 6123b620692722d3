// One tick of a rights table with its mark: `+` added for this user, `−` taken away.
import { Checkbox } from '@mantine/core';
import type { EffectiveRight } from '../../shared/authorization/effectivePermissions.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { CellMarks } from './grid/useRovingCells.ts';
import classes from './PermissionMatrix.module.css';
import { comesFromOne, exceptionMark, type SourceWords } from './rightSources.ts';

interface RightTickProps {
  readonly right: EffectiveRight;
  readonly marks: CellMarks;
  readonly onTick: ((permissions: readonly PermissionId[], isHeld: boolean) => void) | undefined;
  readonly blocked: string | null;
  /** Given, but not counting now, and why; null or absent: it counts. */
  readonly waiting?: string | null | undefined;
  readonly wordsOf?: SourceWords | undefined;
}

/** A tick that cannot be changed keeps its place in the arrow order and says why. */
export function RightTick({ right, marks, onTick, blocked, waiting = null, wordsOf }: RightTickProps) {
  const { label } = PERMISSIONS[right.permission];
  const mark = exceptionMark(right);
  const isFixed = onTick === undefined || blocked !== null;
  const told = [
    mark === '+' ? 'added for this user' : mark === '−' ? 'taken from this user' : null,
    waiting === null ? null : `given, but does not count now: ${waiting}`,
    comesFromOne(right, wordsOf),
    blocked,
  ];
  return (
    <span className={classes.tick} title={blocked ?? undefined}>
      <Checkbox
        {...marks}
        size="xs"
        aria-label={label}
        aria-description={told.filter((part) => part !== null).join('; ')}
        aria-disabled={isFixed || undefined}
        data-fixed={blocked !== null || undefined}
        checked={right.isHeld && waiting === null}
        indeterminate={right.isHeld && waiting !== null}
        readOnly={isFixed}
        onChange={() => {
          if (!isFixed) onTick([right.permission], !right.isHeld);
        }}
      />
      <span className={classes.mark} data-mark={mark ?? undefined} aria-hidden>
        {mark}
      </span>
    </span>
  );
}
