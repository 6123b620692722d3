// The rows of a grid that are in view, each at its place.
// biome-ignore-all lint/a11y/useSemanticElements: positioned virtual rows cannot be table elements
import type { CSSProperties, MouseEvent } from 'react';
import classes from './DataGrid.module.css';
import { HEADER_HEIGHT_PX } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import type { GridColumn } from './gridColumn.ts';
import type { GridPosition } from './gridMoves.ts';

interface GridBodyProps<Row> {
  /** Places in view and their distance from the top in CSS pixels, the head included. */
  readonly items: readonly { readonly index: number; readonly start: number }[];
  readonly heightPx: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | null;
  readonly isChecked: (key: string) => boolean;
  readonly active: GridPosition;
  readonly rowStyle: CSSProperties;
  readonly cellId: (position: GridPosition) => string;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onOpen: (row: Row) => void;
  readonly onMenu: (row: Row, index: number, event: MouseEvent) => void;
}

export function GridBody<Row>(props: GridBodyProps<Row>) {
  const { items, columns, rowAt, rowKey, selectedKey, active, rowStyle, cellId } = props;
  return (
    <div
      role="rowgroup"
      className={classes.body}
      style={{ height: props.heightPx, minWidth: Number(rowStyle.minWidth ?? 0) }}
    >
      {items.map(({ index, start }) => {
        const row = rowAt(index);
        const key = row === undefined ? null : rowKey(row);
        return (
          <GridRow
            key={index}
            index={index}
            row={row}
            columns={columns}
            isSelected={key !== null && key === selectedKey}
            isChecked={key !== null && props.isChecked(key)}
            activeColumn={active.row === index ? active.column : null}
            style={{ ...rowStyle, transform: `translateY(${start - HEADER_HEIGHT_PX}px)` }}
            idOf={(column) => cellId({ row: index, column })}
            onClick={(event) => props.onClick(index, event)}
            onOpen={props.onOpen}
            onMenu={(menuRow, event) => props.onMenu(menuRow, index, event)}
          />
        );
      })}
    </div>
  );
}
