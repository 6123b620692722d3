// XACML: policy information point (PIP) for questions: the facts of a call that nobody makes, from stored rows alone (N1).
import type { ReadTx } from '../../db/transaction.ts';
import type { GuardedAccess } from '../../shared/authorization/decide.ts';
import type { Facts } from '../../shared/authorization/facts.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { isProcedureName, PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { isSetupFinished, readTarget } from '../ipc/facts.ts';
import { readProposal } from '../proposal.ts';
import type { Services } from '../services.ts';

/** A call as it is asked about, without the person. */
export interface AskedCall {
  readonly access: GuardedAccess;
  readonly permission: PermissionId | null;
  readonly asksPassword: boolean;
  readonly dependsOnInput: boolean;
  /** Everything decide() needs but the subject. The password and a reason count as given: they can be. */
  readonly facts: Omit<Facts, 'subject'>;
}

/** Changes of a user that are known from the user alone; the others depend on what is ticked. */
const KNOWN_BY_TARGET: readonly ProcedureName[] = [
  'user.disable',
  'user.enable',
  'user.delete',
  'user.lockOut',
  'user.issueActivationCode',
];

/** The call `procedure` on the row `targetId` (null: on no particular one), or CONSTRAINT_VIOLATED for a word that
 *  names no call a right decides about. */
export function readQuestion(
  tx: ReadTx,
  { procedure, targetId }: { readonly procedure: string; readonly targetId: string | null },
  services: Services,
): AskedCall | Refusal {
  if (!isProcedureName(procedure))
    return refuse('CONSTRAINT_VIOLATED', 'This act is not known here. Choose one from the list.');
  const entry: ProcedureEntry = PROCEDURES[procedure];
  const { access, target } = entry;
  if (access.kind === 'anonymous')
    return refuse('CONSTRAINT_VIOLATED', 'This is open before anybody signs in, so no right decides about it.');
  const aim = target === undefined ? null : targetId;
  const isKnown = KNOWN_BY_TARGET.includes(procedure) && aim !== null;
  return {
    access,
    permission: access.kind === 'permission' ? access.permission : null,
    asksPassword: access.kind === 'permission' && access.stepUp === true,
    dependsOnInput: entry.rowAfter !== undefined || (entry.proposes === true && !isKnown),
    facts: {
      target: target === undefined || aim === null ? null : readTarget(tx, entry, target, aim),
      tiesAfter: null,
      proposal: isKnown ? readProposal(tx, procedure, { userId: aim }, services.clock.nowMs()) : null,
      isReasonMissing: false,
      isSteppedUp: true,
      environment: { isSetupFinished: isSetupFinished(tx), isReviewMode: services.integrityAlarm() !== null },
    },
  };
}

/** The same on a past state. An alarm of today says nothing about then. */
export function readPastQuestion(
  past: ReadTx,
  asked: { readonly procedure: string; readonly targetId: string | null },
  services: Services,
): AskedCall | Refusal {
  const question = readQuestion(past, asked, services);
  if (isRefusal(question)) return question;
  const { facts } = question;
  return { ...question, facts: { ...facts, environment: { ...facts.environment, isReviewMode: false } } };
}
