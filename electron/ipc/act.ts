// One call inside its transaction: who asks, the facts, the decision, then the handler and its checked output.
import { type ReadTx, readOnly, type WriteTx } from '../../db/transaction.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Reply } from '../../shared/errors.ts';
import { HANDLERS } from '../handlers/index.ts';
import type { Services } from '../services.ts';
import { type Authenticated, authenticate, SIGN_IN_AGAIN } from './authenticate.ts';
import { authorize, authorizeAnonymous, type CallContext } from './authorize.ts';
import { type CallFacts, readFacts } from './facts.ts';
import type { CallRecord } from './record.ts';
import { checkOutput } from './reply.ts';
import type { AuditNote, AuthorizedCall, Handler, ValidCall } from './stages.ts';

export type Effects = (() => void | Promise<void>)[];

export interface Outcome {
  readonly reply: Reply<unknown>;
  readonly record: CallRecord;
}

type RecordBase = Omit<CallRecord, 'outcome' | 'reason'>;

/** A call that may run, or the outcome of one that may not. */
export type Admission =
  | { readonly isAdmitted: true; readonly call: AuthorizedCall; readonly base: RecordBase }
  | { readonly isAdmitted: false; readonly outcome: Outcome };

/** The first half: authenticate, load the facts, decide. */
export function admit(
  tx: ReadTx,
  valid: ValidCall,
  prepared: unknown,
  effects: Effects,
  services: Services,
): Admission {
  const entry: ProcedureEntry = PROCEDURES[valid.name];
  const note: AuditNote = {};
  const { requestId, windowId, name } = valid;
  const found = authenticate(tx, windowId, services);
  const who = isRefusal(found) ? null : found;
  const base: RecordBase = { requestId, windowId, name, who, session: who?.session ?? null, note };
  const context = contextOf(prepared, who, note, effects, services);
  if (entry.access.kind === 'anonymous') return { isAdmitted: true, call: authorizeAnonymous(valid, context), base };
  if (who === null) return denied(base, 'notSignedIn', { ok: false, error: SIGN_IN_AGAIN });
  const facts = readFacts(tx, valid, who, isSteppedUp(prepared), services, services.integrityAlarm() !== null);
  const answer = authorize(tx, entry.access, valid, facts, context);
  if (answer.isPermitted) {
    noteReason(facts, who, note, effects);
    return { isAdmitted: true, call: answer.call, base };
  }
  noteTarget(note, entry, valid.input);
  return denied(base, answer.reason, { ok: false, error: answer.refusal });
}

/** The second half: run the handler of an admitted call and check what it answers. */
export function perform(
  tx: WriteTx,
  { call, base }: Extract<Admission, { isAdmitted: true }>,
  prepared: unknown,
  services: Services,
): Outcome {
  const { name } = call;
  const entry: ProcedureEntry = PROCEDURES[name];
  const end = (outcome: CallRecord['outcome'], reason: string | null, reply: Reply<unknown>): Outcome => ({
    reply,
    record: { ...base, outcome, reason },
  });
  if (isRefusal(prepared)) return end('refused', prepared.code, { ok: false, error: prepared });
  const handler = HANDLERS[name] as Handler<ProcedureName>;
  const run = (handlerTx: ReadTx) => handler(call, handlerTx as never, services);
  const answer = entry.kind === 'query' ? readOnly(tx, run) : run(tx);
  if (isRefusal(answer)) return end('refused', answer.code, { ok: false, error: answer });
  return end('succeeded', null, { ok: true, value: checkOutput(name, answer) });
}

/** Both halves, as every call of a window goes. */
export function act(tx: WriteTx, valid: ValidCall, prepared: unknown, effects: Effects, services: Services): Outcome {
  const admission = admit(tx, valid, prepared, effects, services);
  return admission.isAdmitted ? perform(tx, admission, prepared, services) : admission.outcome;
}

/** What a handler is given besides its input. */
export function contextOf(
  prepared: unknown,
  who: Authenticated | null,
  note: AuditNote,
  effects: Effects,
  services: Services,
): CallContext {
  return {
    prepared,
    session: who?.session ?? null,
    subject: who?.subject ?? null,
    nowMs: services.clock.nowMs(),
    note: (more) => void Object.assign(note, more),
    afterCommit: (effect) => void effects.push(effect),
  };
}

function denied(base: RecordBase, reason: string, reply: Reply<unknown>): Admission {
  return { isAdmitted: false, outcome: { reply, record: { ...base, outcome: 'denied', reason } } };
}

function isSteppedUp(prepared: unknown): boolean {
  return (
    typeof prepared === 'object' && prepared !== null && 'isSteppedUp' in prepared && prepared.isSteppedUp === true
  );
}

/** The reason stands in the entry of the act it was given for, and has then served. */
function noteReason({ givenReason }: CallFacts, { session }: Authenticated, note: AuditNote, effects: Effects): void {
  if (givenReason === null) return;
  note.why = givenReason.words;
  effects.push(() => session.reasons.use(givenReason.act));
}

/** A denied call names what it aimed at by id only: its row may be none of the asker's business. */
function noteTarget(note: AuditNote, entry: ProcedureEntry, input: unknown): void {
  if (entry.target === undefined) return;
  const id = String((input as Record<string, unknown>)[entry.target.idField]);
  const { target } = entry;
  const type = target.kind === 'record' ? target.type : target.kind;
  note.object = { type, id, label: id };
  if (type === 'patient') note.patientId = id;
}
