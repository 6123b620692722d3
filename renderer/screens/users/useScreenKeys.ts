// Shortcuts of a screen: they work wherever the focus is, but not through an open dialog or menu.
import { useEffect, useRef } from 'react';

/** Keys such as `mod+s`, `escape`, `delete`; `mod` is Ctrl, on a Mac Command. Undo and redo leave text fields to the browser. */
export function useScreenKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    // Looked at on the way down: by the time the key comes back up, Escape may already have closed what was open.
    let wasOpen = false;
    const onKeyDownFirst = () => {
      wasOpen = isSomethingOpen();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey) return;
      const isMod = event.ctrlKey || event.metaKey;
      const name = `${isMod ? 'mod+' : ''}${event.key.toLowerCase()}`;
      const run = current.current[name];
      if (run === undefined || wasOpen) return;
      if ((name === 'mod+z' || name === 'mod+y') && isTextField(event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDownFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDownFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function isSomethingOpen(): boolean {
  // A list or menu that hangs on the box or button; what a button merely unfolds in the page leaves the keys alone.
  if (document.activeElement?.matches('[aria-expanded="true"]:is([role="combobox"], [aria-haspopup])')) return true;
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
