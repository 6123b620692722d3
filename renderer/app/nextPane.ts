// F6 goes on to the next part of the window, Shift+F6 back: menus, page, list, what is open in it, foot (screens 7.1).
import { isDialogOpen } from './isDialogOpen.ts';
import { firstTabStop } from './tabStops.ts';

const PANES = '.menu-bar, #main, [data-pane], .status-bar';

/** Where the keyboard last was in each part, so that going back to one loses no place. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the part after, or before, the one it is in. A dialog keeps the keyboard to itself. */
export function focusNextPane(step: 1 | -1): void {
  if (isDialogOpen()) return;
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter((pane) => pane.checkVisibility());
  const here = document.activeElement;
  const at = here === null ? -1 : panes.findLastIndex((pane) => pane.contains(here));
  const left = panes[at];
  if (left !== undefined && here instanceof HTMLElement && here !== left) lastIn.set(left, here);
  for (let offset = 1; offset <= panes.length; offset += 1) {
    const pane = panes[(Math.max(at, step === 1 ? -1 : 0) + step * offset + panes.length * 2) % panes.length];
    const target = pane === undefined ? undefined : placeIn(pane, panes);
    if (target === undefined) continue;
    target.focus();
    return;
  }
}

/** The place left before if it is still there, else the first that Tab would reach; a part within a part is its own. */
function placeIn(pane: HTMLElement, panes: readonly HTMLElement[]): HTMLElement | undefined {
  const inner = panes.filter((other) => other !== pane && pane.contains(other));
  const isOwn = (element: HTMLElement) =>
    pane.contains(element) && element.checkVisibility() && !inner.some((other) => other.contains(element));
  const before = lastIn.get(pane);
  if (before?.isConnected && isOwn(before)) return before;
  return firstTabStop(pane, isOwn);
}
