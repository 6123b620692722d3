// Keeps in step which windows are kiosks: a login may be linked to a patient, or no longer be, while it is signed in.
import { isPatientLogin } from '../../db/repositories/user.ts';
import { read } from '../../db/transaction.ts';
import type { Services } from '../services.ts';

/** Looks at every session; meant for the core's clock. */
export function keepKiosks({ sessions, database }: Pick<Services, 'sessions' | 'database'>): void {
  for (const windowId of sessions.windows()) {
    const session = sessions.of(windowId);
    if (session === null || session.kind !== 'person') continue;
    sessions.setKiosk(
      windowId,
      read(database(), (tx) => isPatientLogin(tx, session.userId)),
    );
  }
}
