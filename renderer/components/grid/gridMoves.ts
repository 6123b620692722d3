// Where a key moves the active cell of a grid (ARIA grid pattern).

/** Row -1 is the header row; columns count from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridLimits {
  readonly rowCount: number;
  readonly columnCount: number;
  /** How many rows PgUp and PgDn jump. */
  readonly rowsPerScreen: number;
}

export interface GridKey {
  readonly key: string;
  readonly isCtrl: boolean;
}

/** The position a key leads to, or null when the key does not move. Pure; never leaves the limits. */
export function moveInGrid(from: GridPosition, pressed: GridKey, limits: GridLimits): GridPosition | null {
  const lastColumn = Math.max(0, limits.columnCount - 1);
  const lastRow = limits.rowCount - 1;
  const clampRow = (row: number) => Math.max(Math.min(0, lastRow), Math.min(lastRow, row));
  switch (pressed.key) {
    case 'ArrowUp':
      return { row: Math.max(-1, from.row - 1), column: from.column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, from.row + 1), column: from.column };
    case 'ArrowLeft':
      return { row: from.row, column: Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { row: from.row, column: Math.min(lastColumn, from.column + 1) };
    case 'PageUp':
      return { row: clampRow(from.row - limits.rowsPerScreen), column: from.column };
    case 'PageDown':
      return { row: clampRow(from.row + limits.rowsPerScreen), column: from.column };
    case 'Home':
      return pressed.isCtrl ? { row: clampRow(0), column: 0 } : { row: from.row, column: 0 };
    case 'End':
      return pressed.isCtrl ? { row: lastRow, column: lastColumn } : { row: from.row, column: lastColumn };
    default:
      return null;
  }
}
