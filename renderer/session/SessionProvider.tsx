// Asks every 15 seconds and after each command who is signed in, and clears the page when nobody is.
import { useQuery as useCachedQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { holds } from '../../shared/authorization/holds.ts';
import { LoadFailed } from '../components/LoadFailed.tsx';
import { notify } from '../components/notify.ts';
import { call } from '../ipc/client.ts';
import { forgetAnswers, queryClient, STATE_KEY } from '../ipc/queryClient.ts';
import { RefusedError } from '../ipc/RefusedError.ts';
import { sendLastDraft } from './draftKeeper.ts';
import { lastSignInSentence } from './lastSignInSentence.ts';
import { clearSeat, keepSeat, readSeat } from './seat.ts';
import { SessionContext, type SessionContextValue, type SessionView } from './useSession.ts';

const POLL_INTERVAL_MS = 15_000;

interface KeptDraft {
  readonly screen: string;
  readonly content: string;
}

/** Provides useSession(). Shows its children only once the main process has said how things stand, and, after a
 *  sign-in, once the person's kept draft has been fetched. */
export function SessionProvider({ children, onDraft }: { children: ReactNode; onDraft: (screen: string) => void }) {
  const answer = useCachedQuery<SessionView>({
    queryKey: STATE_KEY,
    queryFn: readState,
    refetchInterval: POLL_INTERVAL_MS,
    refetchIntervalInBackground: true,
  });
  const newest = answer.data;
  const userId = newest?.subject?.userId ?? null;
  const [seat, setSeat] = useState(readSeat);
  const draft = useRef<KeptDraft | null>(null);
  const [readyFor, setReadyFor] = useState<string | null>(null);

  const refresh = useCallback(() => queryClient.invalidateQueries({ queryKey: STATE_KEY }), []);
  const showNobody = useCallback(() => {
    forgetAnswers();
    queryClient.setQueryData<SessionView>(
      STATE_KEY,
      (before) => before && { ...before, stage: 'signIn', subject: null },
    );
    return refresh();
  }, [refresh]);
  useEffect(() => window.keyward.onLocked(() => void showNobody()), [showNobody]);

  const subject = newest?.subject ?? null;
  const settle = useEffectEvent((draftOfPerson: KeptDraft | null) => {
    if (subject === null) return;
    const isSamePerson = readSeat()?.loginId === subject.loginId;
    // Somebody else starts at their own first page, not where the one before stood.
    if (!isSamePerson) window.location.hash = '#/';
    if (subject.isPatient) {
      // The next one at the desk must not read who was there.
      clearSeat();
      setSeat(null);
    } else if (subject.kind === 'person') {
      keepSeat(subject);
      setSeat({ name: subject.name, loginId: subject.loginId });
      if (!isSamePerson && subject.previousSignIn !== null) notify.done(lastSignInSentence(subject.previousSignIn));
    }
    draft.current = draftOfPerson;
    if (draftOfPerson !== null) onDraft(draftOfPerson.screen);
    setReadyFor(subject.userId);
  });
  useEffect(() => {
    if (userId === null) {
      draft.current = null;
      setReadyFor(null);
      forgetAnswers();
      return;
    }
    let isLeft = false;
    void call('session.takeDraft', {}).then((reply) => {
      if (!isLeft) settle(reply.ok ? reply.value.draft : null);
    });
    return () => {
      isLeft = true;
    };
  }, [userId]);

  // Until the draft of the person is there, the page stays as it was: nothing mounts twice.
  const shown = useRef<SessionView | undefined>(undefined);
  if (userId === null || readyFor === userId) shown.current = newest;
  const state = shown.current;

  const value = useMemo<SessionContextValue | null>(() => {
    if (state === undefined) return null;
    const held = new Set(state.subject?.permissions);
    const leaveSeat = () => {
      clearSeat();
      setSeat(null);
    };
    return {
      state,
      subject: state.subject,
      can: (permission) => holds(held, permission),
      refresh,
      seat,
      leaveSeat,
      lock: async (why) => {
        await sendLastDraft();
        await call('session.lock', { why });
        await showNobody();
      },
      signOut: async () => {
        // Before the call: the main process clears the page as soon as the session ends.
        clearSeat();
        await call('session.delete', {});
        setSeat(null);
        await showNobody();
        window.location.hash = '#/';
      },
      takeDraft: (screen) => {
        if (draft.current?.screen !== screen) return null;
        const { content } = draft.current;
        draft.current = null;
        return content;
      },
    };
  }, [state, seat, refresh, showNobody]);

  if (value === null) {
    const refusal = answer.error instanceof RefusedError ? answer.error.refusal : null;
    if (refusal === null) return null;
    return <LoadFailed refusal={refusal} onRetry={() => void refresh()} />;
  }
  return <SessionContext value={value}>{children}</SessionContext>;
}

async function readState(): Promise<SessionView> {
  const reply = await call('session.readState', {});
  if (!reply.ok) throw new RefusedError(reply.error);
  return reply.value;
}
