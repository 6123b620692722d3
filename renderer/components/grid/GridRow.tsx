// One row of a grid: its cells, or grey bars while it is on its way.
// biome-ignore-all lint/a11y/useSemanticElements: positioned virtual rows cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import classes from './DataGrid.module.css';

interface GridRowProps<Row> {
  readonly index: number;
  readonly row: Row | undefined;
  readonly columns: readonly {
    readonly id: string;
    render(row: Row, index: number): ReactNode;
    cellLabel?(row: Row): string;
  }[];
  readonly isSelected: boolean;
  /** Chosen for an act on several rows. */
  readonly isChecked: boolean;
  readonly activeColumn: number | null;
  readonly style: CSSProperties;
  readonly idOf: (column: number) => string;
  readonly onClick: (event: MouseEvent) => void;
  readonly onOpen: (row: Row) => void;
  readonly onMenu: (row: Row, event: MouseEvent) => void;
}

/** A row that can be clicked, opened by double click and asked for its menu; the grid handles the keys. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, isSelected, activeColumn, style, idOf } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-checked={props.isChecked || undefined}
      className={classes.row}
      style={style}
      onClick={props.onClick}
      onDoubleClick={() => {
        if (row !== undefined) props.onOpen(row);
      }}
      onContextMenu={(event) => {
        if (row !== undefined) props.onMenu(row, event);
      }}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          id={idOf(at)}
          role="gridcell"
          aria-colindex={at + 1}
          aria-label={row === undefined ? undefined : column.cellLabel?.(row)}
          className={classes.cell}
          data-active={activeColumn === at ? true : undefined}
        >
          {row === undefined ? <div className={classes.waiting} /> : column.render(row, index)}
        </div>
      ))}
    </div>
  );
}
