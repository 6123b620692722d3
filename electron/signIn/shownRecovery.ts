// The recovery code on the screen: held until its paper is proved or the session ends.
import type { RecoverySheet, ShownRecovery } from '../services.ts';

/** Holds one code for each session, in memory only. */
export function createRecoverySheet(): RecoverySheet {
  const shownBySession = new Map<string, ShownRecovery>();
  return {
    show: (sessionId, shown) => void shownBySession.set(sessionId, shown),
    shownIn: (sessionId) => shownBySession.get(sessionId) ?? null,
    forget: (sessionId) => void shownBySession.delete(sessionId),
  };
}
