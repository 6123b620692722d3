// Who is signed in at this window and what they hold; advice for the screen, never the check itself.
import { createContext, useContext } from 'react';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { Seat } from './seat.ts';

export type SessionView = Output<'session.readState'>;
export type SubjectView = NonNullable<SessionView['subject']>;

export interface SessionContextValue {
  readonly state: SessionView;
  readonly subject: SubjectView | null;
  /** Whether the signed-in person holds the permission, for every row or for their own. */
  readonly can: (permission: PermissionId) => boolean;
  /** Asks the main process anew who is signed in. */
  readonly refresh: () => Promise<void>;
  readonly lock: (why: 'user' | 'idle') => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The person whose screen was locked; null after signing out. */
  readonly seat: Seat | null;
  /** Forgets the seat: somebody else wants to sign in. */
  readonly leaveSeat: () => void;
  /** Gives the kept draft of `screen` back, once; null when there is none. */
  readonly takeDraft: (screen: string) => string | null;
}

export const SessionContext = createContext<SessionContextValue | null>(null);

/** The session of this window; only inside SessionProvider. */
export function useSession(): SessionContextValue {
  const value = useContext(SessionContext);
  if (value === null) throw new Error('useSession needs a SessionProvider above it');
  return value;
}
