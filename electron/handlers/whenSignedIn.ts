// Spares slow work for windows nobody is signed in at; the transaction authenticates again.
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Services } from '../services.ts';

/** Runs `work`, or answers UNAUTHENTICATED when nobody is signed in at the window. */
export async function whenSignedIn<T>(
  windowId: string,
  services: Services,
  work: () => T | Refusal | Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (services.sessions.of(windowId) === null)
    return refuse('UNAUTHENTICATED', 'Nobody is signed in at this window. Sign in and try again.');
  return work();
}
