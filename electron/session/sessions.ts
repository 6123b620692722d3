// The sessions of all windows, and the drafts sealed to their owners while a screen is locked.
import {
  idleLeftMs,
  kioskRules,
  type SessionState,
  sessionState,
  type TimeoutRules,
} from '../../shared/session/timeout.ts';
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
  /** Whether the window is a kiosk from now on; its own window is told when that changes. */
  setKiosk(windowId: string, isKiosk: boolean): void;
  /** Who last worked in this window, so that unlocking asks for the password only. Never a patient, whose name would
   *  stand there for the next one at the desk. */
  lastLoginId(windowId: string): string | null;
  /** Windows with a session. */
  windows(): string[];
  /** Notes that somebody is at the keyboard. */
  touch(windowId: string, monotonicMs: number): void;
  /** Notes that a call was permitted. */
  permitted(windowId: string, monotonicMs: number): void;
  /** The practice's rules as they bind this window. */
  rulesOf(windowId: string, rules: TimeoutRules): TimeoutRules;
  idleLeftMs(windowId: string, rules: TimeoutRules, monotonicMs: number): number;
  /** Windows whose session may not go on, and whether nobody was there or it has lasted too long. */
  overdue(rules: TimeoutRules, monotonicMs: number): Overdue[];
  /** Keeps sealed bytes for a person; null forgets them. */
  keepDraft(userId: string, sealed: Buffer | null): void;
  draftOf(userId: string): Buffer | null;
}

/** Makes an empty set of sessions. `onEnded` is told each window whose session ended, whatever the cause; `onKiosk` each
 *  window that becomes a kiosk or stops being one. */
export function createSessions(
  onEnded: (session: Session) => void,
  onKiosk: (windowId: string, isOn: boolean) => void,
): Sessions {
  const byWindow = new Map<string, Session>();
  const drafts = new Map<string, Buffer>();
  const lastLoginIds = new Map<string, string>();

  const end = (windowId: string): Session | null => {
    const session = byWindow.get(windowId);
    if (session === undefined) return null;
    byWindow.delete(windowId);
    session.userSecretKey?.fill(0);
    if (session.isKiosk) onKiosk(windowId, false);
    onEnded(session);
    return session;
  };

  const rememberSeat = ({ windowId, loginId, isKiosk }: Session): void => {
    if (isKiosk) lastLoginIds.delete(windowId);
    else lastLoginIds.set(windowId, loginId);
  };

  return {
    add: (session) => {
      end(session.windowId);
      byWindow.set(session.windowId, session);
      rememberSeat(session);
      if (session.isKiosk) onKiosk(session.windowId, true);
    },
    of: (windowId) => byWindow.get(windowId) ?? null,
    byId: (sessionId) => [...byWindow.values()].find((session) => session.sessionId === sessionId) ?? null,
    end,
    endUser: (userId) => {
      for (const session of [...byWindow.values()]) if (session.userId === userId) end(session.windowId);
      drafts.delete(userId);
    },
    countOf: (userId) => [...byWindow.values()].filter((session) => session.userId === userId).length,
    setKiosk: (windowId, isKiosk) => {
      const session = byWindow.get(windowId);
      if (session === undefined || session.isKiosk === isKiosk) return;
      session.isKiosk = isKiosk;
      rememberSeat(session);
      onKiosk(windowId, isKiosk);
    },
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
    rulesOf: (windowId, rules) => {
      const session = byWindow.get(windowId);
      return session === undefined ? rules : rulesFor(session, rules);
    },
    idleLeftMs: (windowId, rules, monotonicMs) => {
      const session = byWindow.get(windowId);
      return session === undefined ? 0 : Math.max(0, idleLeftMs(session.times, rulesFor(session, rules), monotonicMs));
    },
    overdue: (rules, monotonicMs) =>
      [...byWindow.values()].flatMap((session) => {
        const why = sessionState(session.times, rulesFor(session, rules), monotonicMs);
        return why === 'idle' || why === 'expired' ? [{ windowId: session.windowId, why }] : [];
      }),
    keepDraft: (userId, sealed) => {
      if (sealed === null) drafts.delete(userId);
      else drafts.set(userId, sealed);
    },
    draftOf: (userId) => drafts.get(userId) ?? null,
  };
}

function rulesFor({ isKiosk }: Session, rules: TimeoutRules): TimeoutRules {
  return isKiosk ? kioskRules(rules) : rules;
}
