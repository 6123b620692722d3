// XACML: policy information point (PIP) for reasons: whether one is asked for a call, and the one that was given (P7, S3.14).
import { isOutOfPattern, readReasonRules } from '../../db/repositories/reasonRules.ts';
import { isPatientLogin } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Target } from '../../shared/authorization/facts.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import type { Session } from '../session/session.ts';

export interface AskedReason {
  readonly isAsked: boolean;
  /** Null: none was given yet. */
  readonly given: string | null;
  /** Names the act, so that a reason given for one does not serve another. */
  readonly act: string;
}

/** Whether the rules of the practice ask for a reason before this call, and what was given. An act named by the rules asks
 *  each time; a patient opened out of pattern asks once in a session. */
export function readAskedReason(
  tx: ReadTx,
  { access }: ProcedureEntry,
  target: Target | null,
  targetId: string | null,
  session: Session,
  nowMs: number,
): AskedReason {
  // Patients need no reason to see their own record. Source: 45 CFR 164.524(a)(1).
  if (access.kind !== 'permission' || isPatientLogin(tx, session.userId))
    return { isAsked: false, given: null, act: '' };
  const { permission } = access;
  const act = actOf(permission, targetId);
  const { permissions, isAskedOutOfPattern } = readReasonRules(tx);
  if (permissions.includes(permission)) return { isAsked: true, given: session.reasons.of(act, null), act };
  const patientId = target?.kind === 'record' ? target.ties.patientId : null;
  if (!isAskedOutOfPattern || patientId === null || !PERMISSIONS[permission].reachesPhi)
    return { isAsked: false, given: null, act };
  const isAsked = isOutOfPattern(tx, session.userId, patientId, nowMs);
  return { isAsked, given: isAsked ? session.reasons.of(act, patientId) : null, act };
}

/** One act on one record. */
export function actOf(permission: string, targetId: string | null): string {
  return `${permission} ${targetId ?? ''}`;
}
