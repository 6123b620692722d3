// The column of check boxes of a grid whose rows can be chosen for an act on several at once.
// biome-ignore-all lint/a11y/noStaticElementInteractions: the cell around a check box only makes it easier to hit
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are handled by the grid
import type { MouseEvent, ReactNode } from 'react';
import classes from './DataGrid.module.css';
import type { GridColumn } from './gridColumn.ts';
import type { GridCheckActs, GridChecks } from './useGridChecks.ts';

export const CHECK_COLUMN_ID = 'check';

interface CheckColumnOptions<Row> {
  readonly acts: GridCheckActs;
  readonly labelOf: GridChecks<Row>['labelOf'];
  readonly rowKey: (row: Row) => string;
  readonly rowCount: number;
  /** The cell with the keys' place, from where Shift+click reaches. */
  readonly activeRow: number;
  readonly onTouched: (index: number) => void;
}

/** Stands first; Shift+click chooses from the last one to this one. */
export function checkColumn<Row>(options: CheckColumnOptions<Row>): GridColumn<Row> {
  const { acts, labelOf, rowKey, rowCount, activeRow, onTouched } = options;
  return {
    id: CHECK_COLUMN_ID,
    header: 'Chosen',
    width: 36,
    isFixed: true,
    renderHead: () => (
      <CheckBox
        label="Choose all"
        isChecked={rowCount > 0 && acts.count >= rowCount}
        isPartly={acts.count > 0 && acts.count < rowCount}
        onClick={acts.toggleAll}
      />
    ),
    // The box names the person; the cell only says its state, so that the row is not called by its name twice.
    cellLabel: (row) => (acts.isChecked(rowKey(row)) ? 'chosen' : 'not chosen'),
    render: (row, index) => (
      <CheckBox
        label={labelOf(row)}
        isChecked={acts.isChecked(rowKey(row))}
        isPartly={false}
        onClick={(event) => {
          onTouched(index);
          if (event.shiftKey) acts.extendTo(index, activeRow);
          else acts.toggle(index);
        }}
      />
    ),
  };
}

interface CheckBoxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isPartly: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** Never focused itself: the grid is one tab stop, and Space works on its active row. */
function CheckBox({ label, isChecked, isPartly, onClick }: CheckBoxProps): ReactNode {
  return (
    <div
      className={classes.check}
      onMouseDown={(event) => {
        // The focus goes to the grid, as with any other cell.
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onClick(event);
      }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        readOnly
        aria-label={label}
        checked={isChecked}
        ref={(box) => {
          if (box !== null) box.indeterminate = isPartly;
        }}
      />
    </div>
  );
}
