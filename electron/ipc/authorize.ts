// XACML: policy enforcement point (PEP). Asks decide() and mints the permitted call, or words the refusal.
import { grantorsOf } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type DenyReason, decide, type GuardedAccess } from '../../shared/authorization/decide.ts';
import type { Facts, Subject } from '../../shared/authorization/facts.ts';
import { MASK_GROUPS } from '../../shared/authorization/mask.ts';
import { NO_ROWS, type RecordReach, SENSITIVITY_LABELS } from '../../shared/authorization/scope.ts';
import { capitalized } from '../../shared/catalogue/capitalized.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ProcedureName } from '../../shared/catalogue/procedures.ts';
import { type Refusal, type RefusalCode, refuse } from '../../shared/errors.ts';
import type { Session } from '../session/session.ts';
import type { AuditNote, AuthorizedCall, Prepared, ValidCall } from './stages.ts';

/** What the router hands to every handler besides its input. */
export interface CallContext {
  readonly prepared: unknown;
  readonly session: Session | null;
  readonly subject: Subject | null;
  readonly nowMs: number;
  note(more: AuditNote): void;
  afterCommit(effect: () => void | Promise<void>): void;
}

export type Authorization<N extends ProcedureName> =
  | { readonly isPermitted: true; readonly call: AuthorizedCall<N> }
  | {
      readonly isPermitted: false;
      readonly reason: DenyReason;
      readonly permission: PermissionId | null;
      readonly refusal: Refusal;
    };

const NOBODY: RecordReach = {
  ...NO_ROWS,
  ways: [],
  hiddenLabels: SENSITIVITY_LABELS,
  hiddenMasks: MASK_GROUPS,
};

/** Decides a guarded call and mints it when permitted; this file is the only place where AuthorizedCall is made. */
export function authorize<N extends ProcedureName>(
  tx: ReadTx,
  access: GuardedAccess,
  call: ValidCall<N>,
  facts: Facts,
  context: CallContext,
): Authorization<N> {
  const decision = decide(access, facts);
  if (decision.decision === 'permit') return { isPermitted: true, call: mint(call, decision.scope, context) };
  const { reason, determining } = decision;
  return {
    isPermitted: false,
    reason,
    permission: determining,
    refusal: wordDenial(tx, reason, determining, context.nowMs),
  };
}

/** Whether a call would be permitted on these facts; mints nothing, so it can only spare work. */
export function wouldPermit(access: GuardedAccess, facts: Facts): boolean {
  return decide(access, facts).decision === 'permit';
}

/** A call that is open before signing in (its catalogue entry says why); it reaches no rows by scope. */
export function authorizeAnonymous<N extends ProcedureName>(
  call: ValidCall<N>,
  context: CallContext,
): AuthorizedCall<N> {
  return mint(call, NOBODY, context);
}

function mint<N extends ProcedureName>(
  call: ValidCall<N>,
  scope: RecordReach,
  context: CallContext,
): AuthorizedCall<N> {
  return { ...call, ...context, prepared: context.prepared as Prepared<N>, scope } as AuthorizedCall<N>;
}

/** A denied row answers like a missing one, so that nobody learns that it exists; the log keeps the true reason. */
export function wordDenial(tx: ReadTx, reason: DenyReason, permission: PermissionId | null, nowMs: number): Refusal {
  if (reason === 'notFound' || reason === 'outOfScope')
    return refuse(
      'NOT_FOUND',
      'This record is not here, or it is outside the patients, providers and locations you may see. Go back to the list.',
    );
  const code: RefusalCode =
    reason === 'lastSuperUser' || reason === 'leavesScope'
      ? 'CONSTRAINT_VIOLATED'
      : reason === 'error'
        ? 'INTERNAL'
        : 'FORBIDDEN';
  // Only where the right is what is missing does it help to say who can give it.
  const isMissing = reason === 'noRight' && permission !== null;
  const more = { reason, ...(isMissing ? { permission, grantors: grantorsOf(tx, permission, nowMs) } : {}) };
  return refuse(code, denialSentence(reason, permission), more);
}

function denialSentence(reason: DenyReason, permission: PermissionId | null): string {
  const right = permission === null ? 'a right' : `the right “${PERMISSIONS[permission].label}”`;
  switch (reason) {
    case 'accountNotActive':
      return 'Your login is not active. Ask a Super User to enable it.';
    case 'lockedOut':
      return 'You are locked out, in person, with a role or at this computer. Ask a Super User to let you in again.';
    case 'reviewMode':
      return 'A check of the records failed, so only a Super User may work until it is explained. Tell a Super User now.';
    case 'setupUnfinished':
      return 'The practice is not set up yet. A Super User must finish the set-up before patient data can be used.';
    case 'recoverySession':
      return 'The recovery code opens only one thing: giving a Super User a new activation code.';
    case 'phiRestricted':
      return 'Your login is marked ePHI Restricted, so it reaches no patient data. A Super User can lift that.';
    case 'noRight':
      return `You cannot do this. It needs ${right}, which you do not have.`;
    case 'rightNotYet':
      return `You cannot do this yet. ${capitalized(right)} is given to you from a later day on.`;
    case 'rightEnded':
      return `You cannot do this any more. ${capitalized(right)} was given to you until a day that is past. Ask for it anew.`;
    case 'outsideHours':
      return `You cannot do this at this hour. Your role gives ${right} in its hours of work only.`;
    case 'otherLocation':
      return `You cannot do this here. ${capitalized(right)} is yours at another location: choose where you work at the foot of the window.`;
    case 'reasonRequired':
      return 'This practice asks for a reason before this. Try again and say why.';
    case 'stepUpRequired':
      return 'Your password did not fit. Type it again to confirm that it is you.';
    case 'targetIsSuperUser':
      return 'Only a Super User may change a Super User. Ask one of them to do it.';
    case 'ownRights':
      return 'Nobody can widen their own rights, or share a patient with themselves. Ask a Super User to do it.';
    case 'givesWhatTheyLack':
      return 'You cannot hand on what you do not have for good yourself: a right, or a patient who is shared with you. Ask a Super User to do it.';
    case 'onlySuperUserGives':
      return 'Only a Super User may give this role or right. Ask one of them to do it.';
    case 'widensScope':
      return 'You cannot open more providers or locations than you may see yourself. Ask a Super User to do it.';
    case 'lastSuperUser':
      return 'This is the last Super User who can sign in. Make somebody else a Super User first.';
    case 'conditionNotMet':
      return `You cannot do this with this record: it does not meet the conditions under which your role gives ${right}. Ask somebody whose right has no such conditions.`;
    case 'leavesScope':
      return 'You would not see this record yourself afterwards. Choose a provider or patient within your limits, or ask a user with All Providers.';
    case 'notFound':
    case 'outOfScope':
      return 'This record is not here.';
    case 'error':
      return 'The right to do this could not be checked, so it was refused. Try again.';
  }
}
