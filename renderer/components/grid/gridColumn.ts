// What a grid must know of a column and of the order of its rows.
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Smallest width in CSS pixels; spare room is shared in proportion. */
  readonly width: number;
  /** `index` is the place of the row in the list. */
  readonly render: (row: Row, index: number) => ReactNode;
  /** The word the fetch sorts by; a column without one cannot be sorted. */
  readonly sortId?: string;
  /** Takes no spare room and has no edge to drag. */
  readonly isFixed?: true;
  /** What a cell is called where its content does not say it. */
  readonly cellLabel?: (row: Row) => string;
  /** More than words in the head. */
  readonly renderHead?: () => ReactNode;
}

export interface GridSort {
  readonly sortId: string;
  readonly isDescending: boolean;
}
