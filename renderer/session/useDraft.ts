// Keeps what is being typed through a lock, sealed to its owner by the main process.
import { useEffect, useRef } from 'react';
import { notify } from '../components/notify.ts';
import { dropDraft, keepDraftSoon } from './draftKeeper.ts';
import { useSession } from './useSession.ts';

/** Keeps `content` while `isDirty`, and calls `restore` once on mount when a draft of this `screen` was kept.
 *  `screen` begins with the screen's path without the slash (`users`, `users/new`, `patients/0190…`); after unlocking
 *  the app goes back to that path. `content` must survive JSON. */
export function useDraft<T>(screen: string, isDirty: boolean, content: T, restore: (content: T) => void): void {
  const { takeDraft } = useSession();
  const restoring = useRef(restore);
  restoring.current = restore;
  const wasKept = useRef(false);

  useEffect(() => {
    const kept = takeDraft(screen);
    if (kept === null) return;
    wasKept.current = true;
    restoring.current(JSON.parse(kept) as T);
    notify.done('Your unsaved work is back. It is not saved yet.');
  }, [screen, takeDraft]);

  const written = isDirty ? JSON.stringify(content) : null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    const wasDirty = before.current !== null;
    before.current = written;
    if (written !== null) {
      wasKept.current = true;
      keepDraftSoon({ screen, content: written });
    } else if (wasDirty) {
      wasKept.current = false;
      dropDraft();
    }
  }, [screen, written]);

  // Leaving the screen by the person's own choice gives the draft up.
  useEffect(
    () => () => {
      if (wasKept.current) dropDraft();
    },
    [],
  );
}
