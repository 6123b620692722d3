// What a grid must know of a column and of the order of its rows.
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Smallest width in CSS pixels; spare room is shared in proportion. */
  readonly width: number;
  readonly render: (row: Row) => ReactNode;
  /** The word the fetch sorts by; a column without one cannot be sorted. */
  readonly sortId?: string;
}

export interface GridSort {
  readonly sortId: string;
  readonly isDescending: boolean;
}
