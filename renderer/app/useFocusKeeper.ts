// A keyboard is never left nowhere: when what had the focus is gone or cannot be used any more, something near it takes it.
import { useEffect } from 'react';
import { firstTabStop } from './tabStops.ts';

/** Dialogs, menus and editors move the focus themselves; this looks after they had time to. */
const OTHERS_FIRST_MS = 120;

/** Where the keyboard was in the page: the thing itself, and what it stood in, from inner to outer. */
interface Place {
  readonly element: HTMLElement;
  readonly around: readonly Element[];
  /** The name of the part of the window, as a part may be shown anew under the same name. */
  readonly paneLabel: string | null;
}

/** Goes back to a button that was busy, else to what is nearest. A click beside everything stays one. */
export function useFocusKeeper(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let inPage: Place | null = null;
    let timer: number | undefined;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      // What was lost has been found: the wait begins anew with the next loss.
      window.clearTimeout(timer);
      timer = undefined;
      last = target;
      if (target.closest('#main') !== null) inPage = placeOf(target);
    };
    // A blur of something that stays there and usable was wanted, as by a click on the background. What is taken out of
    // the page blurs while it is still in it.
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return;
      queueMicrotask(() => {
        if (target === last && last !== null && isUsable(last)) last = null;
      });
    };
    const keep = () => {
      timer = undefined;
      if (document.activeElement !== document.body || last === null || isBusy(last)) return;
      const dialog = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1);
      if (dialog === undefined) focusNear(inPage);
      else if (dialog.contains(last) && isUsable(last)) last.focus();
      else dialog.focus();
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body && last !== null) timer ??= window.setTimeout(keep, OTHERS_FIRST_MS);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'data-loading'] });
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', forget);
    };
  }, []);
}

function placeOf(element: HTMLElement): Place {
  const around: Element[] = [];
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    around.push(outer);
    if (outer.id === 'main' || outer.matches('[data-pane]')) break;
  }
  return { element, around, paneLabel: around.at(-1)?.getAttribute('aria-label') ?? null };
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** It comes back by itself when the work is done. */
function isBusy(element: HTMLElement): boolean {
  return element.isConnected && element.hasAttribute('data-loading');
}

/** The thing itself, what is next to it, the same part of the window shown anew, the list beside it, or the page. */
function focusNear(place: Place | null): void {
  if (place !== null && isUsable(place.element)) {
    place.element.focus();
    return;
  }
  const near = place?.around.map((outer) => (outer.isConnected ? firstTabStop(outer) : undefined));
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  const anew = panes.find((pane) => place?.paneLabel != null && pane.ariaLabel === place.paneLabel);
  if (anew !== undefined) anew.tabIndex = -1;
  const target = near?.find((stop) => stop !== undefined) ?? anew ?? panes.map((pane) => firstTabStop(pane)).at(0);
  (target ?? document.getElementById('main'))?.focus();
}
