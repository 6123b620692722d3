// The sessions of all windows, and the drafts sealed to their owners while a screen is locked.
import { idleLeftMs, type SessionState, sessionState, type TimeoutRules } from '../../shared/session/timeout.ts';
import type { Session } from './session.ts';

export interface Draft {
  readonly screen: string;
  readonly content: string;
}

export interface Overdue {
  readonly windowId: string;
  readonly why: Extract<SessionState, 'idle' | 'expired'>;
}

export interface Sessions {
  /** Binds a session to its window; an older session of that window ends. */
  add(session: Session): void;
  of(windowId: string): Session | null;
  byId(sessionId: string | null): Session | null;
  /** Ends the window's session and wipes its personal key. */
  end(windowId: string): Session | null;
  /** Ends every session of a person, such as when they are disabled. */
  endUser(userId: string): void;
  countOf(userId: string): number;
  /** Who last worked in this window, so that unlocking asks for the password only. */
  lastLoginId(windowId: string): string | null;
  /** Windows with a session. */
  windows(): string[];
  /** Notes that somebody is at the keyboard. */
  touch(windowId: string, monotonicMs: number): void;
  /** Notes that a call was permitted. */
  permitted(windowId: string, monotonicMs: number): void;
  idleLeftMs(windowId: string, rules: TimeoutRules, monotonicMs: number): number;
  /** Windows whose session may not go on, and whether nobody was there or it has lasted too long. */
  overdue(rules: TimeoutRules, monotonicMs: number): Overdue[];
  /** Keeps sealed bytes for a person; null forgets them. */
  keepDraft(userId: string, sealed: Buffer | null): void;
  draftOf(userId: string): Buffer | null;
}

/** Makes an empty set of sessions. `onEnded` is told each window whose session ended, whatever the cause. */
export function createSessions(onEnded: (session: Session) => void): Sessions {
  const byWindow = new Map<string, Session>();
  const drafts = new Map<string, Buffer>();
  const lastLoginIds = new Map<string, string>();

  const end = (windowId: string): Session | null => {
    const session = byWindow.get(windowId);
    if (session === undefined) return null;
    byWindow.delete(windowId);
    session.userSecretKey?.fill(0);
    onEnded(session);
    return session;
  };

  return {
    add: (session) => {
      end(session.windowId);
      byWindow.set(session.windowId, session);
      lastLoginIds.set(session.windowId, session.loginId);
    },
    of: (windowId) => byWindow.get(windowId) ?? null,
    byId: (sessionId) => [...byWindow.values()].find((session) => session.sessionId === sessionId) ?? null,
    end,
    endUser: (userId) => {
      for (const session of [...byWindow.values()]) if (session.userId === userId) end(session.windowId);
      drafts.delete(userId);
    },
    countOf: (userId) => [...byWindow.values()].filter((session) => session.userId === userId).length,
    lastLoginId: (windowId) => lastLoginIds.get(windowId) ?? null,
    windows: () => [...byWindow.keys()],
    touch: (windowId, monotonicMs) => {
      const session = byWindow.get(windowId);
      if (session !== undefined) session.times = { ...session.times, lastInputAtMs: monotonicMs };
    },
    permitted: (windowId, monotonicMs) => {
      const session = byWindow.get(windowId);
      if (session !== undefined) session.times = { ...session.times, lastPermittedCallAtMs: monotonicMs };
    },
    idleLeftMs: (windowId, rules, monotonicMs) => {
      const session = byWindow.get(windowId);
      return session === undefined ? 0 : Math.max(0, idleLeftMs(session.times, rules, monotonicMs));
    },
    overdue: (rules, monotonicMs) =>
      [...byWindow.values()].flatMap(({ windowId, times }) => {
        const why = sessionState(times, rules, monotonicMs);
        return why === 'idle' || why === 'expired' ? [{ windowId, why }] : [];
      }),
    keepDraft: (userId, sealed) => {
      if (sealed === null) drafts.delete(userId);
      else drafts.set(userId, sealed);
    },
    draftOf: (userId) => drafts.get(userId) ?? null,
  };
}
