// Editing one user: the draft over the stored state, undo and redo of ticks, and moving on to a newer stored state.
import { useEffect, useRef, useState } from 'react';
import {
  draftOf,
  isSameDraft,
  isSameRights,
  rebaseDraft,
  type StoredUser,
  type UserDraft,
  type UserInfo,
} from './userDraft.ts';

interface EditState {
  readonly draft: UserDraft;
  readonly past: readonly UserDraft[];
  readonly future: readonly UserDraft[];
}

const UNDO_STEPS = 100;

/** `kept` is a draft brought back after a lock. Undo covers roles, ticks and providers; text fields have the browser's own. */
export function useUserEditing(user: StoredUser, kept: UserDraft | null) {
  const stored = draftOf(user);
  const [state, setState] = useState<EditState>({ draft: kept ?? stored, past: [], future: [] });
  const base = useRef({ version: user.version, draft: stored });

  useEffect(() => {
    if (base.current.version === user.version) return;
    const before = base.current.draft;
    const after = draftOf(user);
    base.current = { version: user.version, draft: after };
    setState(({ draft }) => ({ draft: rebaseDraft(draft, before, after), past: [], future: [] }));
  }, [user]);

  const changeRights = (change: Partial<Omit<UserDraft, 'info'>>) =>
    setState(({ draft, past }) => {
      const next = { ...draft, ...change };
      if (isSameRights(draft, next)) return { draft: next, past, future: [] };
      return { draft: next, past: [...past, draft].slice(-UNDO_STEPS), future: [] };
    });

  return {
    draft: state.draft,
    stored,
    isDirty: !isSameDraft(state.draft, stored),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    changeInfo: (info: Partial<UserInfo>) =>
      setState((now) => ({ ...now, draft: { ...now.draft, info: { ...now.draft.info, ...info } } })),
    changeRights,
    undo: () =>
      setState((now) => {
        const previous = now.past.at(-1);
        if (previous === undefined) return now;
        return {
          draft: { ...previous, info: now.draft.info },
          past: now.past.slice(0, -1),
          future: [now.draft, ...now.future],
        };
      }),
    redo: () =>
      setState((now) => {
        const next = now.future[0];
        if (next === undefined) return now;
        return {
          draft: { ...next, info: now.draft.info },
          past: [...now.past, now.draft],
          future: now.future.slice(1),
        };
      }),
    /** `saved` was stored: the next stored state replaces it, trimmed and normalised as the main process wrote it, but
     *  not what was typed since. */
    markSaved: (saved: UserDraft) => {
      base.current = { ...base.current, draft: saved };
    },
    discard: () => setState({ draft: stored, past: [], future: [] }),
  };
}

export type UserEditing = ReturnType<typeof useUserEditing>;
