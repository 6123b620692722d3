// Brings the keyboard to what has taken the place of something else inside an open dialog.
import { type RefObject, useEffect, useRef } from 'react';

/** Put the ref on the button to go on with; the kit does this by itself only when a dialog opens. */
export function useFocusOnShow<E extends HTMLElement>(): RefObject<E | null> {
  const shown = useRef<E>(null);
  useEffect(() => shown.current?.focus(), []);
  return shown;
}
