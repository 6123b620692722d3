// Widths of the columns of a grid: proportional until a person drags an edge.
import { type PointerEvent, useState } from 'react';

const NARROWEST_PX = 48;
const KEY_STEP_PX = 16;

interface SizedColumn {
  readonly id: string;
  readonly width: number;
  readonly isFixed?: true;
}

/** `template` is the CSS grid-template-columns; `dragEdge` goes on the edge of a head, `step` widens by one key press. */
export function useColumnWidths(columns: readonly SizedColumn[]) {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const setWidth = (id: string, width: number) =>
    setChosen((now) => ({ ...now, [id]: Math.max(NARROWEST_PX, Math.round(width)) }));

  function dragEdge(id: string, event: PointerEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    const edge = event.currentTarget;
    const startWidth = edge.parentElement?.getBoundingClientRect().width ?? NARROWEST_PX;
    const startX = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => setWidth(id, startWidth + moved.clientX - startX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
  }

  return {
    template: columns.map(({ id, width, isFixed }) => trackOf(isFixed ? width : chosen[id], width)).join(' '),
    smallestPx: columns.reduce((sum, { id, width }) => sum + (chosen[id] ?? width), 0),
    dragEdge,
    step: (id: string, direction: 1 | -1, currentPx: number) => setWidth(id, currentPx + direction * KEY_STEP_PX),
  };
}

function trackOf(chosenPx: number | undefined, widthPx: number): string {
  return chosenPx === undefined ? `minmax(${widthPx}px, ${widthPx}fr)` : `${chosenPx}px`;
}
