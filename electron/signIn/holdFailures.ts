// Holds the answer to a failed sign-in until every kind of failure has taken the same time (S2.99).
import type { ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Route } from '../ipc/router.ts';
import type { Services } from '../services.ts';

const ENTRANCES: ReadonlySet<unknown> = new Set<ProcedureName>([
  'session.create',
  'session.activate',
  'session.recover',
]);

/** Whether this call lets somebody in who was nobody before. */
export function isEntrance(name: unknown): boolean {
  return ENTRANCES.has(name);
}

/** The same door, but nobody who is not let in learns from the time of the answer what was wrong: it comes
 *  `signInReleaseMs` after the beginning at the earliest.
 *  Around the whole call on purpose: the right password of a login that is locked out opens the file, and closing it
 *  again after the call takes longer than what a wrong password does.
 *  Source: ASVS 6.3.8 (valid users cannot be told by messages or times). */
export function holdFailures(route: Route, services: Pick<Services, 'clock' | 'signInReleaseMs'>): Route {
  const { clock, signInReleaseMs } = services;
  return async (windowId, sender, name, input) => {
    const startedAtMonotonicMs = clock.monotonicMs();
    const reply = await route(windowId, sender, name, input);
    if (reply.ok || reply.error.code !== 'UNAUTHENTICATED' || !isEntrance(name)) return reply;
    const leftMs = startedAtMonotonicMs + signInReleaseMs - clock.monotonicMs();
    // At most once the release time: a clock set back must not hold anybody longer.
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(leftMs, signInReleaseMs)));
    return reply;
  };
}
