// The head row of a grid: names and sort marks, to be dragged by their edges or to another place.
// biome-ignore-all lint/a11y/useSemanticElements: positioned virtual rows cannot be table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, type PointerEvent, type ReactNode, useState } from 'react';
import classes from './DataGrid.module.css';

export const HEADER_HEIGHT_PX = 34;

interface GridHeaderProps {
  readonly columns: readonly {
    readonly id: string;
    readonly header: string;
    readonly sortId?: string;
    readonly isFixed?: true;
    readonly renderHead?: () => ReactNode;
  }[];
  readonly sort: { readonly sortId: string; readonly isDescending: boolean };
  readonly style: CSSProperties;
  readonly activeColumn: number | null;
  readonly idOf: (column: number) => string;
  readonly onSort: (column: number) => void;
  readonly onDragEdge: (columnId: string, event: PointerEvent<HTMLElement>) => void;
  /** Null: the columns stay where they are. */
  readonly onMove: ((columnId: string, toColumnId: string) => void) | null;
}

/** Head row; the grid handles its keys. */
export function GridHeader(props: GridHeaderProps) {
  const { columns, sort, style, activeColumn, idOf, onSort, onDragEdge, onMove } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const letGo = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    <div role="rowgroup" className={classes.header} style={{ minWidth: style.minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.heads} style={style}>
        {columns.map((column, at) => {
          const isSorted = column.sortId !== undefined && column.sortId === sort.sortId;
          const SortMark = sort.isDescending ? ArrowDown : ArrowUp;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid
            <div
              key={column.id}
              id={idOf(at)}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
              data-sortable={column.sortId === undefined ? undefined : true}
              data-active={activeColumn === at ? true : undefined}
              aria-label={column.renderHead === undefined ? undefined : column.header}
              className={classes.head}
              onClick={() => onSort(at)}
              draggable={onMove !== null && !column.isFixed}
              data-over={over === column.id && dragged !== column.id ? true : undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(column.id);
              }}
              onDragOver={(event) => {
                if (dragged === null || column.isFixed) return;
                event.preventDefault();
                setOver(column.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null && dragged !== column.id) onMove?.(dragged, column.id);
                letGo();
              }}
              onDragEnd={letGo}
            >
              {column.renderHead === undefined ? <span>{column.header}</span> : column.renderHead()}
              {isSorted ? <SortMark size={14} aria-hidden /> : null}
              {at === columns.length - 1 || column.isFixed ? null : (
                <span
                  aria-hidden
                  className={classes.edge}
                  // Taken by its edge a head is made wider, not moved.
                  draggable
                  onDragStart={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                  }}
                  onPointerDown={(event) => onDragEdge(column.id, event)}
                  onClick={(event) => event.stopPropagation()}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
