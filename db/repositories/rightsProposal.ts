// Changes of rights that wait for a second person, and what became of them (S1.06).
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export type ProposalKind = 'role' | 'user';
export type ProposalState = 'waiting' | 'approved' | 'rejected' | 'withdrawn';

export interface ChangeWords {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** A change as it was asked for. */
export interface NewProposal {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  /** The role or user it is about, with its name at that time. */
  readonly targetId: string;
  readonly targetName: string;
  /** The version of the role or user it was made for. */
  readonly baseVersion: number;
  /** The whole input of the call that would have made the change. */
  readonly input: unknown;
  /** Before and after, in the words of the log. */
  readonly changes: readonly ChangeWords[];
  readonly reason: string;
  /** Null: at once when it is approved. */
  readonly effectiveAtMs: number | null;
  readonly byUserId: string;
  readonly atMs: number;
}

export interface StoredProposal extends Omit<NewProposal, 'input'> {
  /** Null once it is decided. */
  readonly input: unknown;
  readonly state: ProposalState;
  readonly by: string;
  readonly decidedBy: string | null;
  readonly decidedAtMs: number | null;
  readonly decisionReason: string | null;
}

/** Who decided a proposal, when and in whose words why. */
export interface DecisionStamp {
  readonly byUserId: string;
  readonly atMs: number;
  readonly reason: string;
}

/** Lets a change wait; a second one about the same role or user is a constraint error. */
export function insertProposal(tx: WriteTx, proposal: NewProposal): void {
  tx.prepare(
    `INSERT INTO rights_proposal (id, kind, target_id, target_name, base_version, input, changes, reason, effective_at_ms,
       by_user_id, at_ms, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
  ).run(
    proposal.proposalId,
    proposal.kind,
    proposal.targetId,
    proposal.targetName,
    proposal.baseVersion,
    JSON.stringify(proposal.input),
    JSON.stringify(proposal.changes),
    proposal.reason,
    proposal.effectiveAtMs,
    proposal.byUserId,
    proposal.atMs,
  );
}

/** One proposal, decided or not; or null. */
export function readProposalRow(tx: ReadTx, proposalId: string): StoredProposal | null {
  const row = tx.prepare<ProposalRow>('SELECT * FROM rights_proposal WHERE id = ?').get(proposalId);
  return row === undefined ? null : proposalOf(tx, row);
}

/** The change that waits for the role or user, or null. */
export function readWaitingProposal(tx: ReadTx, kind: ProposalKind, targetId: string): StoredProposal | null {
  const row = tx
    .prepare<ProposalRow>("SELECT * FROM rights_proposal WHERE kind = ? AND target_id = ? AND state = 'waiting'")
    .get(kind, targetId);
  return row === undefined ? null : proposalOf(tx, row);
}

/** What waits, the oldest first. */
export function findWaitingProposals(tx: ReadTx): StoredProposal[] {
  return tx
    .prepare<ProposalRow>("SELECT * FROM rights_proposal WHERE state = 'waiting' ORDER BY at_ms, id")
    .all()
    .map((row) => proposalOf(tx, row));
}

/** The last `limit` that were decided, the newest first. */
export function findDecidedProposals(tx: ReadTx, limit: number): StoredProposal[] {
  return tx
    .prepare<ProposalRow>(
      'SELECT * FROM rights_proposal WHERE decided_at_ms IS NOT NULL ORDER BY decided_at_ms DESC, id DESC LIMIT ?',
    )
    .all(limit)
    .map((row) => proposalOf(tx, row));
}

/** Writes down what became of a waiting proposal. The input goes: what it held of contact data need not stay (C3). */
export function settleProposal(
  tx: WriteTx,
  proposalId: string,
  state: Exclude<ProposalState, 'waiting'>,
  { byUserId, atMs, reason }: DecisionStamp,
): void {
  tx.prepare(
    `UPDATE rights_proposal SET state = ?, input = NULL, decided_by = ?, decided_at_ms = ?, decision_reason = ?
     WHERE id = ? AND state = 'waiting'`,
  ).run(state, byUserId, atMs, reason, proposalId);
}

interface ProposalRow {
  id: string;
  kind: ProposalKind;
  target_id: string;
  target_name: string;
  base_version: number;
  input: string | null;
  changes: string;
  reason: string;
  effective_at_ms: number | null;
  by_user_id: string;
  at_ms: number;
  state: ProposalState;
  decided_by: string | null;
  decided_at_ms: number | null;
  decision_reason: string | null;
}

function proposalOf(tx: ReadTx, row: ProposalRow): StoredProposal {
  return {
    proposalId: row.id,
    kind: row.kind,
    targetId: row.target_id,
    targetName: row.target_name,
    baseVersion: row.base_version,
    input: row.input === null ? null : JSON.parse(row.input),
    changes: JSON.parse(row.changes) as ChangeWords[],
    reason: row.reason,
    effectiveAtMs: row.effective_at_ms,
    byUserId: row.by_user_id,
    by: nameOfActor(tx, row.by_user_id),
    atMs: row.at_ms,
    state: row.state,
    decidedBy: row.decided_by === null ? null : nameOfActor(tx, row.decided_by),
    decidedAtMs: row.decided_at_ms,
    decisionReason: row.decision_reason,
  };
}
