// Changes of rights that wait for a second person: shown, approved, turned down or taken back (S1.06).

import { readSubjectRights } from '../../db/repositories/rights.ts';
import {
  findDecidedProposals,
  findWaitingProposals,
  type ProposalKind,
  readProposalRow,
  type StoredProposal,
  settleProposal,
} from '../../db/repositories/rightsProposal.ts';
import { readRole } from '../../db/repositories/role.ts';
import { readUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { expectationsAfter } from '../access/expectationsAfter.ts';
import type { ProposedChange } from '../access/rightsAfter.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import { waitingInput } from '../storedProposal.ts';
import { actingUserId } from './actingUser.ts';
import { makeRoleUpdate, refuseRoleUpdate, roleUpdateChanges } from './roleUpdate.ts';
import type { FieldChange } from './userChanges.ts';
import { makeUserUpdate, refuseUserUpdate, userUpdateChanges } from './userUpdate.ts';

/** How many decided ones are shown; all of them stay. */
const SHOWN_DECIDED = 50;

type DecidingCall = Pick<AuthorizedCall, 'subject' | 'nowMs' | 'note'> & {
  readonly input: Input<'proposal.approveRoleChange'>;
};

const preview: Handler<'proposal.preview'> = (call, tx, services) => {
  const proposal = readProposalRow(tx, call.input.proposalId);
  if (proposal === null || proposal.state !== 'waiting') return GONE;
  const { kind, targetId, targetName } = proposal;
  call.note({ object: { type: kind, id: targetId, label: targetName } });
  const change = waitingChange(proposal);
  return change === null ? STALE : expectationsAfter(tx, change, call.subject, services, call.nowMs);
};

/** Null where it does not fit this version of the program any more. */
function waitingChange(proposal: StoredProposal): ProposedChange | null {
  if (proposal.kind === 'role') {
    const input = waitingInput('role.update', proposal);
    return input === null ? null : { kind: 'role', input };
  }
  const input = waitingInput('user.update', proposal);
  return input === null ? null : { kind: 'user', input };
}

const approveRoleChange: Handler<'proposal.approveRoleChange'> = (call, tx) => {
  const proposal = proposalToApprove(call, tx, 'role');
  if (isRefusal(proposal)) return proposal;
  const input = waitingInput('role.update', proposal);
  const role = readRole(tx, proposal.targetId);
  if (input === null || role === null || role.version !== proposal.baseVersion) return STALE;
  const trouble = refuseRoleUpdate(tx, role, input, call.subject?.isSuperUser === true);
  if (trouble !== null) return trouble;
  noteApproval(call, proposal, roleUpdateChanges(tx, role, input));
  const version = makeRoleUpdate(tx, input, stampOf(call, proposal));
  settle(call, tx, proposal, 'approved');
  return { version };
};

const approveUserChange: Handler<'proposal.approveUserChange'> = (call, tx, services) => {
  const proposal = proposalToApprove(call, tx, 'user');
  if (isRefusal(proposal)) return proposal;
  const input = waitingInput('user.update', proposal);
  const user = readUser(tx, proposal.targetId);
  const stored = readSubjectRights(tx, proposal.targetId, call.nowMs);
  if (input === null || user === null || stored === null || user.version !== proposal.baseVersion) return STALE;
  if (user.status === 'deleted') return STALE;
  const trouble = refuseUserUpdate(call, tx, user, stored, input);
  if (trouble !== null) return trouble;
  noteApproval(call, proposal, userUpdateChanges(tx, user, stored, input));
  const version = makeUserUpdate(call, tx, services, { user, stored, input }, stampOf(call, proposal));
  settle(call, tx, proposal, 'approved');
  return { version };
};

/** Turning down needs somebody who could have made the change; whoever asked for it takes it back. */
function turnDown(call: DecidingCall, tx: WriteTx, kind: ProposalKind): Refusal | Record<string, never> {
  const proposal = waitingProposal(call, tx, kind);
  if (isRefusal(proposal)) return proposal;
  const isOwn = proposal.byUserId === actingUserId(call);
  call.note({
    why: call.input.reason,
    changes: [
      { field: 'Asked for by', old: null, new: proposal.by },
      { field: 'Decision', old: 'waiting', new: isOwn ? 'taken back' : 'turned down' },
    ],
  });
  settle(call, tx, proposal, isOwn ? 'withdrawn' : 'rejected');
  return {};
}

export const proposalHandlers: Pick<Handlers, Extract<keyof Handlers, `proposal.${string}`>> = {
  'proposal.find': (call, tx) => {
    const waiting = findWaitingProposals(tx);
    call.note({ count: waiting.length });
    const view = (proposal: StoredProposal) => viewOf(tx, proposal, actingUserId(call));
    return { waiting: waiting.map(view), decided: findDecidedProposals(tx, SHOWN_DECIDED).map(view) };
  },
  'proposal.preview': preview,
  'proposal.approveRoleChange': approveRoleChange,
  'proposal.rejectRoleChange': (call, tx) => turnDown(call, tx, 'role'),
  'proposal.approveUserChange': approveUserChange,
  'proposal.rejectUserChange': (call, tx) => turnDown(call, tx, 'user'),
};

const GONE = refuse('NOT_FOUND', 'This change does not wait any more. Load the list again to see what became of it.');
const STALE = refuse(
  'CONFLICT',
  'What this change is about was changed since it was asked for, so before and after do not fit any more. Turn it down, then ask for it anew.',
);
const OWN = refuse(
  'CONSTRAINT_VIOLATED',
  'You asked for this change yourself, and nobody approves their own. Somebody else who may make it must approve it.',
);

/** A proposal of this kind that waits, noted for the log; or NOT_FOUND. */
function waitingProposal(call: DecidingCall, tx: ReadTx, kind: ProposalKind): StoredProposal | Refusal {
  const proposal = readProposalRow(tx, call.input.proposalId);
  if (proposal === null || proposal.state !== 'waiting' || proposal.kind !== kind) return GONE;
  call.note({ object: { type: kind, id: proposal.targetId, label: proposal.targetName } });
  return proposal;
}

/** One that somebody else asked for; whether the caller may make the change was decided before. */
function proposalToApprove(call: DecidingCall, tx: ReadTx, kind: ProposalKind): StoredProposal | Refusal {
  const proposal = waitingProposal(call, tx, kind);
  if (isRefusal(proposal) || proposal.byUserId !== actingUserId(call)) return proposal;
  return OWN;
}

function noteApproval(call: DecidingCall, proposal: StoredProposal, changes: readonly FieldChange[]): void {
  const { reason } = call.input;
  call.note({
    why: proposal.reason,
    changes: [
      { field: 'Asked for by', old: null, new: proposal.by },
      ...(reason === '' ? [] : [{ field: 'Word of whoever approved', old: null, new: reason }]),
      ...changes,
    ],
  });
}

/** The change is whose who asked for it; the approver stands beside them. */
function stampOf(call: DecidingCall, { byUserId, reason }: StoredProposal) {
  return { byUserId, atMs: call.nowMs, reason, approvedBy: actingUserId(call) };
}

function settle(
  call: DecidingCall,
  tx: WriteTx,
  { proposalId }: StoredProposal,
  state: Parameters<typeof settleProposal>[2],
): void {
  settleProposal(tx, proposalId, state, {
    byUserId: actingUserId(call),
    atMs: call.nowMs,
    reason: call.input.reason,
  });
}

function viewOf(tx: ReadTx, proposal: StoredProposal, readerId: string) {
  const { input: _input, baseVersion, byUserId, changes, ...shown } = proposal;
  const version =
    proposal.kind === 'role' ? readRole(tx, proposal.targetId)?.version : readUser(tx, proposal.targetId)?.version;
  return {
    ...shown,
    changes: [...changes],
    isOwn: byUserId === readerId,
    isStale: proposal.state === 'waiting' && version !== baseVersion,
  };
}
