// What each key does in a grid (ARIA grid pattern; screens 7.1).
import type { KeyboardEvent } from 'react';
import type { GridColumn } from './gridColumn.ts';
import { type GridPosition, moveInGrid } from './gridMoves.ts';
import type { GridCheckActs } from './useGridChecks.ts';
import type { WantedAct } from './useWantedRow.ts';

export interface KeyedGrid<Row> {
  readonly active: GridPosition;
  readonly rowCount: number;
  /** How many rows PgUp and PgDn jump. */
  readonly rowsPerScreen: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowAt: (index: number) => Row | undefined;
  readonly checkActs: GridCheckActs | null;
  /** `isLast`: the last row is meant, whichever it is. */
  readonly moveTo: (position: GridPosition, isLast: boolean) => void;
  /** Makes a row the active one without marking it. */
  readonly reveal: (row: number) => void;
  readonly want: (wanted: { readonly row: number; readonly act: WantedAct }) => void;
  readonly onSelect: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  readonly openMenu: (row: Row) => void;
  readonly widen: (column: GridColumn<Row>, direction: 1 | -1) => void;
  /** Puts the active column one place further; false where it cannot move. */
  readonly moveColumn: (direction: 1 | -1) => boolean;
  readonly pressHead: (column: GridColumn<Row>) => void;
  /** Further keys of the screen; true when handled. */
  readonly onRowKey: (row: Row, event: KeyboardEvent) => boolean;
}

/** Does what the key asks and takes it, or leaves it to the screen. */
export function pressInGrid<Row>(event: KeyboardEvent, grid: KeyedGrid<Row>): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  const { active, rowCount, columns, rowsPerScreen, checkActs } = grid;
  const isCtrl = event.ctrlKey || event.metaKey;
  if (checkActs !== null && isCtrl && event.key.toLowerCase() === 'a') {
    event.preventDefault();
    checkActs.toggleAll();
    return;
  }
  if (active.row < 0 ? pressOnHead(event, grid) : pressOnRow(event, grid)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (event.shiftKey && checkActs === null) return;
  const limits = { rowCount, columnCount: columns.length, rowsPerScreen };
  const to = moveInGrid(active, { key: event.key, isCtrl }, limits);
  if (to === null) return;
  event.preventDefault();
  if (!event.shiftKey) {
    grid.moveTo(to, isCtrl && event.key === 'End');
    return;
  }
  const row = Math.max(0, to.row);
  if (row === active.row) return;
  grid.reveal(row);
  checkActs?.extendTo(row, Math.max(0, active.row));
}

function pressOnHead<Row>(event: KeyboardEvent, grid: KeyedGrid<Row>): boolean {
  const { active, columns, widen, moveColumn, pressHead } = grid;
  const column = columns[active.column];
  if (column === undefined) return false;
  if (event.shiftKey && !column.isFixed && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const direction = event.key === 'ArrowRight' ? 1 : -1;
    if (event.ctrlKey || event.metaKey) return moveColumn(direction);
    widen(column, direction);
    return true;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  pressHead(column);
  return true;
}

function pressOnRow<Row>(event: KeyboardEvent, grid: KeyedGrid<Row>): boolean {
  const { active, checkActs } = grid;
  const row = grid.rowAt(active.row);
  const opens = event.key === 'Enter' || event.key === 'F2';
  if (row === undefined) {
    if (opens) grid.want({ row: active.row, act: 'open' });
    return opens;
  }
  if (opens) grid.onOpen(row);
  else if (event.key === ' ' && checkActs !== null) checkActs.toggle(active.row);
  else if (event.key === ' ') grid.onSelect(row);
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) grid.openMenu(row);
  else return grid.onRowKey(row, event);
  return true;
}
