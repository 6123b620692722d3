// Window to session to subject: who is asking.
import { readSubjectRights } from '../../db/repositories/rights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { RECOVERY_PERMISSIONS } from '../../shared/authorization/decide.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { NO_ROWS } from '../../shared/authorization/scope.ts';
import { wholeReach } from '../../shared/authorization/wholeReach.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session/session.ts';
import { subjectOf } from './subject.ts';

/** The asking person as stored at this moment; `roleNames` only for the audit entry. */
export interface Authenticated {
  readonly session: Session;
  readonly subject: Subject;
  readonly roleNames: readonly string[];
  /** Some role was given for certain locations only, so the person should say where they work. */
  readonly hasPlacesOfWork: boolean;
  /** The login of a patient, linked to their one record (S1.23). */
  readonly isPatient: boolean;
}

export const SIGN_IN_AGAIN = refuse('UNAUTHENTICATED', 'Nobody is signed in at this window. Sign in and try again.');

/** The subject behind a window's session, read afresh for every call (S2.91), or UNAUTHENTICATED. */
export function authenticate(tx: ReadTx, windowId: string, services: Services): Authenticated | Refusal {
  const session = services.sessions.of(windowId);
  if (session === null) return SIGN_IN_AGAIN;
  if (session.kind === 'recovery')
    return { session, subject: recoverySubject(session), roleNames: [], hasPlacesOfWork: false, isPatient: false };
  const nowMs = services.clock.nowMs();
  const stored = readSubjectRights(tx, session.userId, nowMs, session.workLocationId);
  if (stored === null) return SIGN_IN_AGAIN;
  return {
    session,
    roleNames: stored.roleNames,
    hasPlacesOfWork: stored.given.roles.some(({ terms }) => terms !== undefined && terms.locationIds !== null),
    isPatient: stored.linkedPatientId !== null,
    subject: subjectOf(tx, session.userId, stored, services.workstation, nowMs),
  };
}

function recoverySubject(session: Session): Subject {
  return {
    userId: session.userId,
    kind: 'recovery',
    status: 'active',
    isLockedOut: false,
    isSuperUser: false,
    isPhiRestricted: true,
    held: RECOVERY_PERMISSIONS,
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(RECOVERY_PERMISSIONS, NO_ROWS),
  };
}
