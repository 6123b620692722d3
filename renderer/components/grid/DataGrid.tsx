// A virtual ARIA grid: one tab stop, rows fetched by the page, under sixty rows in the document.
// biome-ignore-all lint/a11y/useSemanticElements: positioned virtual rows cannot be table elements
import { VisuallyHidden } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { showCount } from '../showTime.ts';
import classes from './DataGrid.module.css';
import { GridHeader, HEADER_HEIGHT_PX } from './GridHeader.tsx';
import { GridMenu, type MenuPlace, type RowAction } from './GridMenu.tsx';
import { GridRow } from './GridRow.tsx';
import { GridTrouble } from './GridTrouble.tsx';
import type { GridColumn, GridSort } from './gridColumn.ts';
import { type GridPosition, moveInGrid } from './gridMoves.ts';
import { shownOf } from './shownOf.ts';
import { useColumnWidths } from './useColumnWidths.ts';
import { type FetchPage, useGridPages } from './useGridPages.ts';

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
  /** The grid element, to give it the focus back. */
  readonly gridRef?: RefObject<HTMLDivElement | null>;
}

const ROW_HEIGHT_PX = 32;
const WAITING_ROWS = 12;

/** Shows what `fetchPage` finds; keys: arrows, Home, End, PgUp, PgDn, with Ctrl to the ends, Enter or F2 to open.
 *  On the head row Enter or Space sorts and Shift+arrows change the width. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rowKey, sort, onSort, selectedKey, onSelect, onOpen } = props;
  const baseId = useId();
  const ownRef = useRef<HTMLDivElement>(null);
  const gridRef = props.gridRef ?? ownRef;
  const [active, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [menu, setMenu] = useState<{ row: Row; place: MenuPlace } | null>(null);
  const wantedRow = useRef<number | null>(null);
  const widths = useColumnWidths(columns);
  const queryKey = [...props.queryKey, sort.sortId, sort.isDescending];
  const queryName = JSON.stringify(queryKey);
  const pages = useGridPages(queryKey, props.fetchPage, range.first, range.last);
  const rowCount = pages.total ?? (pages.isLoading ? WAITING_ROWS : 0);

  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
    scrollMargin: HEADER_HEIGHT_PX,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    useFlushSync: false,
    // The active row stays in the document when scrolled away, or aria-activedescendant would point nowhere.
    rangeExtractor: (shown) => {
      const indexes = defaultRangeExtractor(shown);
      if (active.row < 0 || active.row >= rowCount || indexes.includes(active.row)) return indexes;
      return [...indexes, active.row].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const shown = virtual.range ?? { startIndex: 0, endIndex: 0 };
  if (shown.startIndex !== range.first || shown.endIndex !== range.last)
    setRange({ first: shown.startIndex, last: shown.endIndex });
  if (rowCount > 0 && active.row >= rowCount) setActive({ row: rowCount - 1, column: active.column });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question moves the grid back to its top
  useEffect(() => {
    setActive((now) => (now.row < 0 ? now : { row: 0, column: now.column }));
    virtual.scrollToOffset(0);
  }, [queryName]);

  // A row reached by key may still be on its way; it is selected when it arrives.
  useEffect(() => {
    if (wantedRow.current === null) return;
    // Ctrl+End before the first answer aims at a place the list may turn out not to have: then its last row is meant.
    const row = pages.rowAt(Math.min(wantedRow.current, rowCount - 1));
    if (row === undefined) return;
    wantedRow.current = null;
    onSelect(row);
  });

  function moveTo(position: GridPosition) {
    setActive(position);
    if (position.row < 0) return;
    virtual.scrollToIndex(position.row, { align: 'auto' });
    if (position.row === active.row) return;
    const row = pages.rowAt(position.row);
    wantedRow.current = row === undefined ? position.row : null;
    if (row !== undefined) onSelect(row);
  }

  function sortBy(sortId: string | undefined) {
    if (sortId === undefined) return;
    onSort({ sortId, isDescending: sort.sortId === sortId && !sort.isDescending });
  }

  function onHeaderKey(event: KeyboardEvent): boolean {
    const column = columns[active.column];
    if (column === undefined) return false;
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const head = document.getElementById(`${baseId}-h-${active.column}`);
      widths.step(column.id, event.key === 'ArrowRight' ? 1 : -1, head?.getBoundingClientRect().width ?? column.width);
      return true;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return false;
    sortBy(column.sortId);
    return true;
  }

  function onBodyKey(event: KeyboardEvent): boolean {
    const row = pages.rowAt(active.row);
    if (row === undefined) return false;
    if (event.key === 'Enter' || event.key === 'F2') onOpen(row);
    else if (event.key === ' ') onSelect(row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuAtRow(row);
    else return props.onRowKey?.(row, event) ?? false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (active.row < 0 ? onHeaderKey(event) : onBodyKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.shiftKey) return;
    const rowsPerScreen = Math.max(
      1,
      Math.floor((event.currentTarget.clientHeight - HEADER_HEIGHT_PX) / ROW_HEIGHT_PX) - 1,
    );
    const to = moveInGrid(
      active,
      { key: event.key, isCtrl: event.ctrlKey || event.metaKey },
      { rowCount, columnCount: columns.length, rowsPerScreen },
    );
    if (to === null) return;
    event.preventDefault();
    moveTo(to);
  }

  function openMenuAtRow(row: Row) {
    const box = document.getElementById(cellId(active))?.getBoundingClientRect();
    if (box !== undefined) setMenu({ row, place: { xPx: box.left + 16, yPx: box.bottom } });
  }

  const cellId = ({ row, column }: GridPosition) => (row < 0 ? `${baseId}-h-${column}` : `${baseId}-${row}-${column}`);
  const isActiveShown = active.row < 0 || items.some((item) => item.index === active.row);
  const rowStyle = { gridTemplateColumns: widths.template, minWidth: widths.smallestPx };

  return (
    <div className={classes.frame}>
      <div
        ref={gridRef}
        role="grid"
        aria-label={label}
        aria-rowcount={pages.isLoading ? -1 : rowCount + 1}
        aria-colcount={columns.length}
        aria-busy={pages.isLoading}
        aria-activedescendant={isActiveShown ? cellId(active) : undefined}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
      >
        <GridHeader
          columns={columns}
          sort={sort}
          style={rowStyle}
          activeColumn={active.row < 0 ? active.column : null}
          idOf={(column) => cellId({ row: -1, column })}
          onSort={(column) => {
            setActive({ row: active.row, column });
            sortBy(columns[column]?.sortId);
          }}
          onDragEdge={widths.dragEdge}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: virtual.getTotalSize(), minWidth: widths.smallestPx }}
        >
          {items.map((item) => {
            const row = pages.rowAt(item.index);
            const key = row === undefined ? null : rowKey(row);
            return (
              <GridRow
                key={item.index}
                index={item.index}
                row={row}
                columns={columns}
                isSelected={key !== null && key === selectedKey}
                activeColumn={active.row === item.index ? active.column : null}
                style={{ ...rowStyle, transform: `translateY(${item.start - HEADER_HEIGHT_PX}px)` }}
                idOf={(column) => cellId({ row: item.index, column })}
                onClick={() => {
                  setActive({ row: item.index, column: active.column });
                  if (row !== undefined) onSelect(row);
                }}
                onOpen={onOpen}
                onMenu={(menuRow, event) => {
                  if (props.rowActions === undefined) return;
                  event.preventDefault();
                  setActive({ row: item.index, column: active.column });
                  setMenu({ row: menuRow, place: { xPx: event.clientX, yPx: event.clientY } });
                }}
              />
            );
          })}
        </div>
        {pages.refusal === null ? null : <GridTrouble refusal={pages.refusal} onRetry={pages.retry} />}
      </div>
      {pages.total === 0 && pages.refusal === null ? <div className={classes.inside}>{props.empty}</div> : null}
      <div className={classes.footer} aria-hidden>
        {shownOf(pages.total, range, items.length > 0)}
      </div>
      <VisuallyHidden role="status">
        {pages.total === null ? '' : `${showCount(pages.total)} in the list`}
      </VisuallyHidden>
      <GridMenu
        label="Row actions"
        place={menu?.place ?? null}
        actions={menu === null ? [] : (props.rowActions?.(menu.row) ?? [])}
        onClose={() => {
          setMenu(null);
          gridRef.current?.focus();
        }}
      />
    </div>
  );
}
