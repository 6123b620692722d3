// XACML: policy information point (PIP) for the subject: a stored user as decide() sees them.
import { isWorkstationLockedOut } from '../../db/repositories/lockOut.ts';
import type { SubjectRights } from '../../db/repositories/rights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { borrowedRights, conditionsOfRights } from '../../shared/authorization/rightWays.ts';
import { wholeReach } from '../../shared/authorization/wholeReach.ts';

/** The subject a person is at `workstation` at `nowMs`, from their stored rights: for a call of theirs, and for the
 *  question what a call of theirs would be answered (N1). */
export function subjectOf(
  tx: ReadTx,
  userId: string,
  stored: SubjectRights,
  workstation: string,
  nowMs: number,
): Subject {
  const { status, isLockedOut, isSuperUser, rights, held, withheld, scope } = stored;
  const conditions = conditionsOfRights(rights);
  return {
    userId,
    kind: 'person',
    status,
    isLockedOut: isLockedOut || (!isSuperUser && isWorkstationLockedOut(tx, workstation, nowMs)),
    isSuperUser,
    isPhiRestricted: rights.isPhiRestricted,
    held,
    conditions,
    borrowed: borrowedRights(rights),
    withheld,
    scope: wholeReach(held, scope, conditions),
  };
}
