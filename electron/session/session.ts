// A session as the main process holds it: bound to one window, never sent to it (NIST RBAC: session).

import type { SessionTimes } from '../../shared/session/timeout.ts';
import type { GivenReasons } from './givenReasons.ts';

export interface Session {
  readonly sessionId: string;
  readonly windowId: string;
  readonly userId: string;
  readonly kind: 'person' | 'recovery';
  readonly loginId: string;
  readonly name: string;
  /** Opens drafts sealed to this person; null for the recovery code. Wiped when the session ends. */
  readonly userSecretKey: Buffer | null;
  /** When and where the person last signed in before this, to be shown to them. */
  readonly previousSignIn: { readonly atMs: number; readonly workstation: string } | null;
  /** The location the person works at, as they chose; null: none. */
  workLocationId: string | null;
  /** The window shows a patient their own record and nothing else (S1.23). */
  isKiosk: boolean;
  /** Reasons given before acts that ask for one. */
  readonly reasons: GivenReasons;
  times: SessionTimes;
}
