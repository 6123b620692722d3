// One tab stop for a table of controls: arrow keys move the focus between cells marked with data-cell.
import { type KeyboardEvent, useRef, useState } from 'react';
import { type GridPosition, moveInGrid } from './gridMoves.ts';

const ROWS_PER_SCREEN = 8;

export interface CellMarks {
  readonly 'data-cell': string;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/** Rows and columns count from 0 and include the head row. Spread `cell(row, column)` on the focusable thing of a cell:
 *  the tick where there is one, else the cell itself. Spread `table` on the table. */
export function useRovingCells(rowCount: number, columnCount: number) {
  const tableRef = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<GridPosition>({ row: 0, column: 0 });
  const active = {
    row: Math.min(wanted.row, Math.max(0, rowCount - 1)),
    column: Math.min(wanted.column, columnCount - 1),
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.shiftKey) return;
    const pressed = { key: event.key, isCtrl: event.ctrlKey };
    const to = moveInGrid(active, pressed, { rowCount, columnCount, rowsPerScreen: ROWS_PER_SCREEN });
    if (to === null) return;
    event.preventDefault();
    const row = Math.max(0, to.row);
    tableRef.current?.querySelector<HTMLElement>(`[data-cell="${row},${to.column}"]`)?.focus();
  }

  return {
    table: { ref: tableRef, onKeyDown },
    cell: (row: number, column: number): CellMarks => ({
      'data-cell': `${row},${column}`,
      tabIndex: row === active.row && column === active.column ? 0 : -1,
      onFocus: () => setWanted({ row, column }),
    }),
  };
}
