// What Tab would stop at inside a part of the page.

const MAY_STOP = 'a[href], button, input, select, textarea, [tabindex]';

/** The first one, or none; `isTaken` leaves some out. */
export function firstTabStop(inside: Element, isTaken: (element: HTMLElement) => boolean = () => true) {
  return [...inside.querySelectorAll<HTMLElement>(MAY_STOP)].find(
    (element) =>
      element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility() && isTaken(element),
  );
}
