// Enter in a box with an open list of choices: it takes the choice one sees marked, and is never an answer to the form.
import type { KeyboardEvent } from 'react';

/** For every box of choices. The kit takes whatever stands at the place in the list where the mark was set, which after
 *  a new answer is another choice or none, and sends the form off where nothing is marked. Without a mark the only
 *  choice left is taken, once the list is the answer to what is typed; else everything stays as it is. */
export function chooseByEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, nativeEvent, currentTarget } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || !currentTarget.hasAttribute('data-expanded')) return;
  event.preventDefault();
  event.stopPropagation();
  const list = document.getElementById(currentTarget.getAttribute('aria-controls') ?? '');
  const offered = [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const marked = offered.find((option) => option.hasAttribute('data-combobox-selected'));
  if (marked !== undefined) marked.click();
  else if (offered.length === 1 && isAnswered(currentTarget)) offered[0]?.click();
}

function isAnswered(box: HTMLInputElement): boolean {
  return !box.readOnly && box.value !== '' && box.ariaBusy !== 'true';
}
