// The one cell of the schedule that the keyboard is at.
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { GridSize, Place } from './placeMoves.ts';

/** One tab stop for the whole grid; `go` moves the focus and scrolls only as far as needed. */
export function useGridFocus(
  start: Place,
  size: GridSize,
): {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly place: Place;
  readonly go: (place: Place, takesFocus?: boolean) => void;
} {
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(start);
  const go = useCallback((to: Place, takesFocus = true) => {
    setPlace(to);
    if (!takesFocus) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-column="${to.column}"][data-slot="${to.slot}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  // Another day may be shorter: the tab stop must not get lost.
  const shown: Place = {
    column: Math.min(place.column, size.columns - 1),
    slot: Math.min(place.slot, size.slots - 1),
    lane: place.lane,
  };
  return { grid, place: shown, go };
}
