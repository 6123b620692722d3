// A dialog with a form opens with the keyboard in its first input, not on the button that closes it.
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Put the ref on the form: the kit looks for the mark when the dialog has opened. */
export function useFirstInput(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const inputs = form.current?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [];
    const first = [...inputs].find(({ type, checked }) => type !== 'hidden' && (type !== 'radio' || checked));
    first?.setAttribute('data-autofocus', '');
  }, []);
  return form;
}
