// What a screen hands to a grid.
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { RowAction } from './GridMenu.tsx';
import type { GridColumn, GridSort } from './gridColumn.ts';
import type { GridChecks } from './useGridChecks.ts';
import type { FetchPage } from './useGridPages.ts';

export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly fetchPage: FetchPage<Row>;
  /** Names what is fetched, filters included; the sort is added here. Invalidate it to load again. */
  readonly queryKey: readonly unknown[];
  readonly sort: GridSort;
  readonly onSort: (sort: GridSort) => void;
  readonly selectedKey: string | null;
  /** A row was clicked or reached with the keys. */
  readonly onSelect: (row: Row) => void;
  /** Enter, F2 or double click. */
  readonly onOpen: (row: Row) => void;
  readonly empty: ReactNode;
  /** Menu of a row (right click, Shift+F10). */
  readonly rowActions?: (row: Row) => readonly RowAction[];
  /** Other keys pressed on a row, such as Delete; return true when handled. */
  readonly onRowKey?: (row: Row, event: KeyboardEvent) => boolean;
  /** Puts a column to the place of another: dragged by its head, or by Ctrl+Shift and an arrow key on it. */
  readonly onMoveColumn?: (columnId: string, toColumnId: string) => void;
  /** Lets several rows be chosen with check boxes, Space, Shift and Ctrl+A. */
  readonly checks?: GridChecks<Row>;
  /** The grid element, to give it the focus back. */
  readonly gridRef?: RefObject<HTMLDivElement | null>;
}
