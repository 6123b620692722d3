// Saving a user: straight away when nothing widens, through the review sheet when access becomes wider or an expectation breaks.
import { useRef, useState } from 'react';
import type { Refusal } from '../../../shared/errors.ts';
import { notify } from '../../components/notify.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Preview } from './ReviewSheet.tsx';
import { isSameRights, type StoredUser, type UserDraft } from './userDraft.ts';

interface Kept {
  readonly markSaved: (saved: UserDraft) => void;
  /** What waits for a second person is not the user's yet, so the fields go back to what is stored. */
  readonly discard: () => void;
}

/** `begin` saves or opens the review; `finish` saves what was reviewed. Refusals keep everything that was typed. */
export function useSaveUser(user: StoredUser, draft: UserDraft, stored: UserDraft, { markSaved, discard }: Kept) {
  const update = useCommand('user.update');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [previewRefusal, setPreviewRefusal] = useState<Refusal | null>(null);
  const [isPreviewing, setIsPreviewing] = useState(false);
  // After a save the next one may come before the user is read again.
  const newest = useRef(user.version);
  newest.current = Math.max(newest.current, user.version);
  const change = { userId: user.userId, version: newest.current, ...draft };

  async function finish(reason: string) {
    const answer = await update.run({ ...change, reason });
    if (answer === null) return;
    newest.current = answer.version;
    if (answer.needsApproval) discard();
    else markSaved(draft);
    setPreview(null);
    const name = `${draft.info.firstName} ${draft.info.lastName}`;
    notify.done(
      answer.needsApproval
        ? `Nothing has changed yet: the change for ${name} waits for a second person under Security, Approvals.`
        : `${name} is saved.`,
    );
  }

  async function begin(isReview: boolean) {
    setPreviewRefusal(null);
    update.clearRefusal();
    if (!isReview && isSameRights(draft, stored)) return finish('');
    setIsPreviewing(true);
    const reply = await call('user.previewUpdate', change);
    setIsPreviewing(false);
    if (!reply.ok) setPreviewRefusal(reply.error);
    else if (isReview || reply.value.isWidening || reply.value.breaks.length > 0) setPreview(reply.value);
    else await finish('');
  }

  const clearRefusal = () => {
    setPreviewRefusal(null);
    update.clearRefusal();
  };
  return {
    begin,
    finish,
    /** The change of rights alone, as it can be tried on the log. */
    rightsChange: { userId: user.userId, ...rightsOf(draft) },
    preview,
    refusal: update.refusal ?? previewRefusal,
    isBusy: isPreviewing || update.isRunning,
    clearRefusal,
    /** Back to the fields; a refusal is told again there, where a newer state can be loaded. */
    close: () => setPreview(null),
  };
}

function rightsOf({ info: _, ...rights }: UserDraft): Omit<UserDraft, 'info'> {
  return rights;
}
