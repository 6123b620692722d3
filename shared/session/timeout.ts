// Whether a session may still act: automatic logoff.

export interface SessionTimes {
  readonly startedAtMs: number;
  readonly lastInputAtMs: number;
  readonly lastPermittedCallAtMs: number;
}

export interface TimeoutRules {
  readonly idleTimeoutMs: number;
  readonly sessionTimeoutMs: number;
}

export type SessionState = 'active' | 'warning' | 'idle' | 'expired';

/** How long before the idle lock the countdown appears (screens 6.5). */
export const IDLE_WARNING_MS = 60_000;

/** How long a patient's record stays on the screen of the desk without input. */
export const KIOSK_IDLE_MS = 120_000;

/** The rules of a kiosk: never longer than what the practice allows everybody.
 *  Source: 45 CFR 164.312(a)(2)(iii) Automatic logoff; 164.310(b) Workstation use, for a screen others walk by. */
export function kioskRules(rules: TimeoutRules): TimeoutRules {
  return { ...rules, idleTimeoutMs: Math.min(rules.idleTimeoutMs, KIOSK_IDLE_MS) };
}

/** Whether a session may still act at `nowMs`.
 *  Idle time runs from the later of the last input and the last permitted call (S2.41).
 *  Units: all times are epoch milliseconds of one monotonic clock. Pure; never throws.
 *  Source: 45 CFR 164.312(a)(2)(iii) Automatic logoff. */
export function sessionState(times: SessionTimes, rules: TimeoutRules, nowMs: number): SessionState {
  if (nowMs - times.startedAtMs >= rules.sessionTimeoutMs) return 'expired';
  const leftMs = idleLeftMs(times, rules, nowMs);
  if (leftMs <= 0) return 'idle';
  return leftMs <= IDLE_WARNING_MS ? 'warning' : 'active';
}

/** Milliseconds until the idle lock; zero or less when it is due. */
export function idleLeftMs(times: SessionTimes, rules: TimeoutRules, nowMs: number): number {
  return rules.idleTimeoutMs - (nowMs - Math.max(times.lastInputAtMs, times.lastPermittedCallAtMs));
}
