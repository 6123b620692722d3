// Moving and resizing an appointment with the mouse: the same picture as with the keys, and a click stays a click.
import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import type { Span } from '../../../shared/schedule/spans.ts';
import type { Carried } from './placeMoves.ts';
import { type Block, SLOT_MINUTES } from './scheduleColumns.ts';

interface PointerCarryOptions {
  readonly hours: Span;
  readonly onCarry: (carried: Carried | null) => void;
  readonly onDrop: (carried: Carried) => void;
}

/** Fewer pixels than this are a trembling hand. */
const DRAG_FROM_PX = 5;
/** So close to the edge the grid scrolls along. */
const EDGE_PX = 28;

/** Begins with a press on a block; Esc or a lost pointer gives up. Answers whether the press was a drag, so that the
 *  click after it does not open what was moved. */
export function usePointerCarry(options: PointerCarryOptions) {
  const latest = useRef(options);
  latest.current = options;
  const stop = useRef<(() => void) | null>(null);
  const wasDrag = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const press = (event: ReactPointerEvent<HTMLElement>, block: Block, column: number, isResize: boolean) => {
    wasDrag.current = false;
    if (event.button !== 0) return;
    const origin = { x: event.clientX, y: event.clientY };
    const grabbed = slotUnder(origin.x, origin.y);
    if (grabbed === null) return;
    const scroller = event.currentTarget.closest<HTMLElement>('[role="grid"]');
    let carried: Carried | null = null;

    const move = (to: PointerEvent) => {
      if (carried === null && Math.hypot(to.clientX - origin.x, to.clientY - origin.y) < DRAG_FROM_PX) return;
      wasDrag.current = true;
      if (scroller !== null) scrollAlong(scroller, to.clientY);
      const under = slotUnder(to.clientX, to.clientY);
      if (under === null) return;
      const { hours, onCarry } = latest.current;
      carried = carriedTo(block, column, under, under.minute - grabbed.minute, isResize, hours);
      onCarry(carried);
    };
    const end = (isDrop: boolean) => {
      stop.current?.();
      const { onCarry, onDrop } = latest.current;
      const dropped = carried;
      onCarry(null);
      if (isDrop && dropped !== null) onDrop(dropped);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') cancel();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
    stop.current = () => {
      stop.current = null;
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
    };
  };
  return { press, wasDrag: () => wasDrag.current };
}

interface SlotUnder {
  readonly column: number;
  readonly minute: number;
}

function carriedTo(
  block: Block,
  column: number,
  under: SlotUnder,
  movedMinutes: number,
  isResize: boolean,
  hours: Span,
): Carried {
  const { appointment, from, to } = block;
  if (isResize) {
    const end = Math.min(hours.to, Math.max(from + SLOT_MINUTES, under.minute + SLOT_MINUTES));
    return { appointment, column, from, to: end };
  }
  const length = to - from;
  const start = Math.max(hours.from, Math.min(hours.to - length, from + movedMinutes));
  return { appointment, column: under.column, from: start, to: start + length };
}

/** The slot of the grid at a point of the window, whatever lies over it. */
function slotUnder(x: number, y: number): SlotUnder | null {
  for (const element of document.elementsFromPoint(x, y))
    if (element instanceof HTMLElement && element.dataset.minute !== undefined)
      return { column: Number(element.dataset.column), minute: Number(element.dataset.minute) };
  return null;
}

function scrollAlong(scroller: HTMLElement, y: number): void {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE_PX * 2) scroller.scrollBy(0, -8);
  else if (y > bottom - EDGE_PX) scroller.scrollBy(0, 8);
}
