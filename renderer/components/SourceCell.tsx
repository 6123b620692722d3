// Where the rights of one row come from: two lines of it in the cell, all of it on hover and when the arrow keys are on it.
import { Tooltip } from '@mantine/core';
import type { CellMarks } from './grid/useRovingCells.ts';
import classes from './PermissionMatrix.module.css';

/** What fits into the narrowest cell. */
const TWO_LINES_OF_LETTERS = 40;

interface SourceCellProps {
  readonly marks: CellMarks;
  readonly sources: readonly string[];
}

/** The cell holds every word; the tooltip is for what two lines cannot show, a source a line. */
export function SourceCell({ marks, sources }: SourceCellProps) {
  const words = sources.join(' + ');
  return (
    <Tooltip
      multiline
      maw={420}
      position="bottom-end"
      disabled={words.length <= TWO_LINES_OF_LETTERS}
      label={sources.map((source) => <div key={source}>{source}</div>)}
    >
      <td className={classes.source} {...marks}>
        <span className={classes.sourceWords}>{words}</span>
      </td>
    </Tooltip>
  );
}
