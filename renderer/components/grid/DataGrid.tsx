// A virtual ARIA grid: one tab stop, rows fetched by the page, under sixty rows in the document.
// biome-ignore-all lint/a11y/useSemanticElements: positioned virtual rows cannot be table elements
import { VisuallyHidden } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { showCount } from '../showTime.ts';
import { checkColumn } from './checkColumn.tsx';
import classes from './DataGrid.module.css';
import { GridBody } from './GridBody.tsx';
import { GridHeader, HEADER_HEIGHT_PX } from './GridHeader.tsx';
import { GridMenu, type MenuPlace } from './GridMenu.tsx';
import { GridTrouble } from './GridTrouble.tsx';
import type { GridColumn } from './gridColumn.ts';
import { pressInGrid } from './gridKeys.ts';
import type { GridPosition } from './gridMoves.ts';
import type { DataGridProps } from './gridProps.ts';
import { shownOf } from './shownOf.ts';
import { useColumnWidths } from './useColumnWidths.ts';
import { useGridChecks } from './useGridChecks.ts';
import { useGridPages } from './useGridPages.ts';
import { useWantedRow } from './useWantedRow.ts';

const ROW_HEIGHT_PX = 32;
const WAITING_ROWS = 12;

/** Shows what `fetchPage` finds; keys: arrows, Home, End, PgUp, PgDn, with Ctrl to the ends, Enter or F2 to open.
 *  On the head row Enter or Space sorts, Shift+arrows change the width and Ctrl+Shift+arrows the place. Keys pressed before the first answer are
 *  kept for the row they meant. With `checks`, Space chooses the row, Shift with a move chooses all on the way, and
 *  Ctrl+A all that match. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, rowKey, sort, onSort, selectedKey, onSelect, onOpen } = props;
  const baseId = useId();
  const ownRef = useRef<HTMLDivElement>(null);
  const gridRef = props.gridRef ?? ownRef;
  // The check boxes stand first; the keys begin at the first thing to read.
  const [active, setActive] = useState<GridPosition>({ row: 0, column: props.checks === undefined ? 0 : 1 });
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [menu, setMenu] = useState<{ row: Row; place: MenuPlace } | null>(null);
  const queryKey = [...props.queryKey, sort.sortId, sort.isDescending];
  const queryName = JSON.stringify(queryKey);
  const pages = useGridPages(queryKey, props.fetchPage, range.first, range.last, active.row);
  const rowCount = pages.total ?? (pages.isLoading ? WAITING_ROWS : 0);
  const checkActs = useGridChecks(props.checks, { rowKey, rowCount, rowAt: pages.rowAt, fetchRows: pages.fetchRows });
  const touch = (row: number) => setActive({ row, column: active.column });
  const columns =
    checkActs === null || props.checks === undefined
      ? props.columns
      : [
          checkColumn<Row>({
            acts: checkActs,
            labelOf: props.checks.labelOf,
            rowKey,
            rowCount,
            activeRow: Math.max(0, active.row),
            onTouched: touch,
          }),
          ...props.columns,
        ];
  const widths = useColumnWidths(columns);

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

  const reveal = (row: number) => {
    setActive((now) => ({ row, column: now.column }));
    virtual.scrollToIndex(row, { align: 'auto' });
  };
  const { want } = useWantedRow<Row>({
    rowAt: pages.rowAt,
    knownCount: pages.isLoading ? null : rowCount,
    reveal,
    onArrived: (row, act) => (act === 'open' ? onOpen(row) : onSelect(row)),
  });

  const askedName = useRef(queryName);
  // Before any key can arrive, and never on first showing: a key pressed that early keeps its meaning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question moves the grid back to its top
  useLayoutEffect(() => {
    if (askedName.current === queryName) return;
    askedName.current = queryName;
    want(null);
    setActive((now) => (now.row < 0 ? now : { row: 0, column: now.column }));
    virtual.scrollToOffset(0);
  }, [queryName]);

  function moveTo(position: GridPosition, isLast: boolean) {
    setActive(position);
    if (position.row < 0) return want(null);
    checkActs?.startAt(position.row);
    virtual.scrollToIndex(position.row, { align: 'auto' });
    if (position.row === active.row && !(isLast && pages.isLoading)) return;
    const row = pages.rowAt(position.row);
    want(row === undefined ? { row: isLast ? Number.POSITIVE_INFINITY : position.row, act: 'select' } : null);
    if (row !== undefined) onSelect(row);
  }

  function sortBy(sortId: string | undefined) {
    if (sortId === undefined) return;
    onSort({ sortId, isDescending: sort.sortId === sortId && !sort.isDescending });
  }

  function pressHead(column: GridColumn<Row> | undefined) {
    if (column?.renderHead === undefined) sortBy(column?.sortId);
    else checkActs?.toggleAll();
  }

  function moveColumn(direction: 1 | -1): boolean {
    const [from, to] = [columns[active.column], columns[active.column + direction]];
    if (props.onMoveColumn === undefined || from === undefined || to === undefined || to.isFixed) return false;
    props.onMoveColumn(from.id, to.id);
    setActive({ row: active.row, column: active.column + direction });
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const room = event.currentTarget.clientHeight - HEADER_HEIGHT_PX;
    pressInGrid<Row>(event, {
      active,
      rowCount,
      rowsPerScreen: Math.max(1, Math.floor(room / ROW_HEIGHT_PX) - 1),
      columns,
      rowAt: pages.rowAt,
      checkActs,
      moveTo,
      reveal,
      want,
      onSelect,
      onOpen,
      openMenu: openMenuAtRow,
      widen: ({ id, width }, direction) => {
        const head = document.getElementById(cellId({ row: -1, column: active.column }));
        widths.step(id, direction, head?.getBoundingClientRect().width ?? width);
      },
      moveColumn,
      pressHead,
      onRowKey: (row, pressed) => props.onRowKey?.(row, pressed) ?? false,
    });
  }

  function onRowClick(index: number, event: MouseEvent) {
    touch(index);
    if (checkActs !== null && event.shiftKey) return checkActs.extendTo(index, Math.max(0, active.row));
    if (checkActs !== null && (event.ctrlKey || event.metaKey)) return checkActs.toggle(index);
    checkActs?.startAt(index);
    const row = pages.rowAt(index);
    if (row === undefined) want({ row: index, act: 'select' });
    else onSelect(row);
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
            pressHead(columns[column]);
          }}
          onDragEdge={widths.dragEdge}
          onMove={props.onMoveColumn ?? null}
        />
        <GridBody
          items={items}
          heightPx={virtual.getTotalSize()}
          columns={columns}
          rowAt={pages.rowAt}
          rowKey={rowKey}
          selectedKey={selectedKey}
          isChecked={(key) => checkActs?.isChecked(key) ?? false}
          active={active}
          rowStyle={rowStyle}
          cellId={cellId}
          onClick={onRowClick}
          onOpen={onOpen}
          onMenu={(menuRow, index, event) => {
            if (props.rowActions === undefined) return;
            event.preventDefault();
            touch(index);
            setMenu({ row: menuRow, place: { xPx: event.clientX, yPx: event.clientY } });
          }}
        />
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
