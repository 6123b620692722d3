// The services of a proof run and of a trial: everything that could reach files, keys, windows or the log refuses to work
// (N2, P6).
import type { Services } from '../services.ts';
import type { Session } from '../session/session.ts';

/** Thrown where a handler that is only tried reaches for something outside the database; by then it was let in. */
export class FencedError extends Error {
  constructor() {
    super('a trial reaches nothing outside the database');
    this.name = 'FencedError';
  }
}

/** Services in which `session()` is the one session there is. Reading the time, the rules for passwords and what is
 *  open works as ever.
 *  INVARIANT: whatever is not named here is fenced, so a service added later is fenced until somebody thinks about it. */
export function fencedServices(services: Services, session: () => Session | null): Services {
  const open: Partial<Services> = {
    clock: services.clock,
    workstation: services.workstation,
    appVersion: services.appVersion,
    passwordPolicy: services.passwordPolicy,
    newId: services.newId,
    isOpen: () => true,
    practiceName: () => services.practiceName(),
    integrityAlarm: () => services.integrityAlarm(),
    loginIdOf: (userId) => services.loginIdOf(userId),
    gate: () => null,
    sessions: fenced<Services['sessions']>({ of: session, countOf: () => 0, windows: () => [] }),
  };
  return fenced<Services>(open);
}

/** The given members and nothing else: any other throws once it is used in whatever way. */
function fenced<T extends object>(members: Partial<T>): T {
  return new Proxy(members, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : wall()),
  }) as T;
}

/** Can be called and looked into, and throws at either. */
function wall(): unknown {
  const stop = () => {
    throw new FencedError();
  };
  return new Proxy(stop, { get: stop, apply: stop });
}
