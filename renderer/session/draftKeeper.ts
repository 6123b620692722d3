// The draft on its way to the main process; a lock waits for it, so that the last words typed are not lost.
import { call } from '../ipc/client.ts';
import { queryClient, STATE_KEY } from '../ipc/queryClient.ts';
import type { SessionView } from './useSession.ts';

const KEEP_AFTER_MS = 500;
const SETTLED_AFTER_MS = 50;
/** What the main process accepts; longer work stays on the page only. */
const MAX_CONTENT_LENGTH = 60_000;

interface Draft {
  readonly screen: string;
  readonly content: string;
}

let waiting: { readonly draft: Draft; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Sends the draft shortly after the last change. */
export function keepDraftSoon(draft: Draft): void {
  if (draft.content.length > MAX_CONTENT_LENGTH) return;
  clearTimeout(waiting?.timer);
  waiting = { draft, timer: setTimeout(() => void sendWaitingDraft(), KEEP_AFTER_MS) };
}

/** Called before locking: sends what still waits, with the last key that was pressed. */
export async function sendLastDraft(): Promise<void> {
  // Through the screen and its effects a typed letter reaches this file a moment later than the keys that lock.
  await new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER_MS));
  await sendWaitingDraft();
}

async function sendWaitingDraft(): Promise<void> {
  if (waiting === null) return;
  const { draft, timer } = waiting;
  clearTimeout(timer);
  waiting = null;
  await call('session.keepDraft', { draft });
}

/** Gives the draft up, unless a lock took the session away: then it waits for its owner. */
export function dropDraft(): void {
  clearTimeout(waiting?.timer);
  waiting = null;
  if (queryClient.getQueryData<SessionView>(STATE_KEY)?.subject) void call('session.keepDraft', { draft: null });
}
