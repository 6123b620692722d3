// What a waiting change of rights would do, worked out anew from stored rows for whoever is asked to approve it (S1.06).
import { readProposalRow, type StoredProposal } from '../db/repositories/rightsProposal.ts';
import type { ReadTx } from '../db/transaction.ts';
import { type Input, PROCEDURES, type ProcedureName } from '../shared/catalogue/procedures.ts';

/** The calls that may wait, and what approves them. */
const APPROVES = {
  'proposal.approveRoleChange': 'role.update',
  'proposal.approveUserChange': 'user.update',
} as const satisfies Partial<Record<ProcedureName, ProcedureName>>;

export type ApprovalName = keyof typeof APPROVES;
type WaitingName = (typeof APPROVES)[ApprovalName];
const KINDS = { 'role.update': 'role', 'user.update': 'user' } as const satisfies Record<WaitingName, string>;

/** The call that an approval would let happen, with its stored input. */
export type WaitingCall = { [N in WaitingName]: { readonly name: N; readonly input: Input<N> } }[WaitingName];

/** Null for every other procedure, and where nothing of that kind waits under that id: then there is nothing to judge,
 *  and the handler refuses. */
export function readWaitingCall(tx: ReadTx, name: ProcedureName, input: unknown): WaitingCall | null {
  const waitingName = Object.hasOwn(APPROVES, name) ? APPROVES[name as ApprovalName] : null;
  if (waitingName === null) return null;
  const stored = readProposalRow(tx, (input as Input<ApprovalName>).proposalId);
  if (stored === null || stored.state !== 'waiting' || stored.kind !== KINDS[waitingName]) return null;
  const waiting = waitingInput(waitingName, stored);
  return waiting === null ? null : ({ name: waitingName, input: waiting } as WaitingCall);
}

/** The input that waits, read by the schema of its call; null where it does not fit this version any more. */
export function waitingInput<N extends WaitingName>(
  name: N,
  { input }: Pick<StoredProposal, 'input'>,
): Input<N> | null {
  const read = PROCEDURES[name].input.safeParse(input);
  return read.success ? (read.data as Input<N>) : null;
}
