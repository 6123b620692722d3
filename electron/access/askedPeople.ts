// The people whom expectations are about, as decide() sees them: read once each (P6).
import { locationsBelow } from '../../db/repositories/locationTree.ts';
import { patientsGrantedFrom } from '../../db/repositories/patientGrant.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { activeUserIds } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { momentAt } from '../../shared/authorization/momentAt.ts';
import { reachedScope } from '../../shared/authorization/reachedScope.ts';
import { rightsWhenever } from '../../shared/authorization/rightsWhenever.ts';
import { subjectOf } from '../ipc/subject.ts';
import type { Services } from '../services.ts';

export interface AskedPerson {
  readonly name: string;
  readonly roleIds: readonly string[];
  readonly subject: Subject;
}

export interface AskedPeople {
  /** The person, or null when they are not there. */
  of(userId: string): AskedPerson | null;
  /** Everybody who can sign in and was given the role, unless it has ended. */
  holdersOf(roleId: string): readonly AskedPerson[];
}

/** The people at `nowMs` with the rights that `tx` stores: of the file, or of a copy with a proposed change. What was given
 *  for some hours, a place or from a later day on counts as if it were now: an expectation is about all of them. */
export function askedPeople(tx: ReadTx, { workstation }: Pick<Services, 'workstation'>, nowMs: number): AskedPeople {
  const known = new Map<string, AskedPerson | null>();
  let active: readonly string[] | null = null;
  const today = momentAt(nowMs, readPractice(tx).timeZone, []).day;
  const read = (userId: string): AskedPerson | null => {
    const stored = readSubjectRights(tx, userId, nowMs);
    if (stored === null) return null;
    const whenever = rightsWhenever(stored.given, today);
    const scope = reachedScope(
      { ...stored, roles: stored.given.roles, grantedPatientIds: patientsGrantedFrom(tx, userId, today) },
      (ids) => locationsBelow(tx, ids),
    );
    const roleIds = whenever.rights.roles.map(({ roleId }) => roleId);
    const subject = subjectOf(tx, userId, { ...stored, ...whenever, scope }, workstation, nowMs);
    return { name: stored.name, roleIds, subject };
  };
  const of = (userId: string) => {
    const person = known.get(userId);
    if (person !== undefined) return person;
    const found = read(userId);
    known.set(userId, found);
    return found;
  };
  return {
    of,
    holdersOf: (roleId) => {
      active ??= activeUserIds(tx);
      return active.flatMap((userId) => {
        const person = of(userId);
        return person?.roleIds.includes(roleId) ? [person] : [];
      });
    },
  };
}
