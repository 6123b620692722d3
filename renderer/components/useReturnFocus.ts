// A dialog that goes away gives the focus back to what opened it, so that a keyboard goes on where it was.
import { useLayoutEffect } from 'react';

/** For dialogs that exist only while they are open: the kit does this by itself only for those that stay and are hidden. */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
}
