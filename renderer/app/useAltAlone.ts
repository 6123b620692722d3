// Alt pressed and let go by itself, which goes to the menus as in other desktop programs.
import { useEffect, useRef } from 'react';

/** Not as a part of another key, such as Alt+Tab or a letter that needs it. */
export function useAltAlone(act: () => void): void {
  const current = useRef(act);
  current.current = act;
  useEffect(() => {
    let isAlone = false;
    const onKeyDown = ({ key, ctrlKey, shiftKey, metaKey }: KeyboardEvent) => {
      isAlone = key === 'Alt' && !ctrlKey && !shiftKey && !metaKey;
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== 'Alt' || !isAlone) return;
      isAlone = false;
      event.preventDefault();
      current.current();
    };
    const onOther = () => {
      isAlone = false;
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('pointerdown', onOther);
    window.addEventListener('blur', onOther);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('pointerdown', onOther);
      window.removeEventListener('blur', onOther);
    };
  }, []);
}
