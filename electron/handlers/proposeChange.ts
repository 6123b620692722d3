// Lets a change of rights wait for a second person instead of making it (S1.06).
import { insertProposal, type ProposalKind, readWaitingProposal } from '../../db/repositories/rightsProposal.ts';
import type { WriteTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';
import type { FieldChange } from './userChanges.ts';

/** The role or user as it is before the change. */
export interface ChangeTarget {
  readonly kind: ProposalKind;
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const EVENTS = { role: 'role_change_proposed', user: 'rights_change_proposed' } as const;

/** Stores the whole call with before and after; the log tells that it was asked for, not made. CONSTRAINT_VIOLATED
 *  without a reason, and while another change of the same role or person waits. */
export function proposeChange(
  call: Pick<AuthorizedCall, 'subject' | 'nowMs' | 'note'> & { readonly input: { readonly reason: string } },
  tx: WriteTx,
  services: Services,
  { kind, id, name, version }: ChangeTarget,
  changes: readonly FieldChange[],
  effectiveAtMs: number | null,
): Refusal | null {
  const { input, nowMs } = call;
  if (input.reason === '')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A second person must approve this, and needs to know why. Say why, then save again.',
      { fields: [{ path: 'reason', message: 'must be filled in' }] },
    );
  const waiting = readWaitingProposal(tx, kind, id);
  if (waiting !== null)
    return refuse(
      'CONSTRAINT_VIOLATED',
      `A change that ${waiting.by} asked for waits for approval. It must be approved, turned down or taken back first.`,
    );
  call.note({ event: EVENTS[kind] });
  insertProposal(tx, {
    proposalId: services.newId(),
    kind,
    targetId: id,
    targetName: name,
    baseVersion: version,
    input,
    changes,
    reason: input.reason,
    effectiveAtMs,
    byUserId: actingUserId(call),
    atMs: nowMs,
  });
  return null;
}
