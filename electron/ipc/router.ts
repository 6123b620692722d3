// The straight line of one call: the order of stages lives here and nowhere else (house.md 4).
import { type ReadTx, read, readOnly, type WriteTx, write } from '../../db/transaction.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { isProcedureName, PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, type Reply, refuse } from '../../shared/errors.ts';
import { applyDueRoleChanges } from '../dueRoleChanges.ts';
import { HANDLERS } from '../handlers/index.ts';
import { isPrepared, prepare } from '../handlers/prepare.ts';
import type { Services } from '../services.ts';
import { type Authenticated, authenticate, SIGN_IN_AGAIN } from './authenticate.ts';
import { authorize, authorizeAnonymous, type CallContext } from './authorize.ts';
import { readFacts } from './facts.ts';
import { isWorthPreparing } from './isWorthPreparing.ts';
import { type CallRecord, entryOfCall, entryOfProgram } from './record.ts';
import { checkOutput, refuseFault, refuseUnfinished } from './reply.ts';
import { isOwnSender } from './sender.ts';
import { createSensor, DETECTION_POINTS, type DetectionEvent } from './sensor.ts';
import type { AuditNote, AuthorizedCall, Handler, Sender, ValidCall } from './stages.ts';
import { validate } from './validate.ts';

/** Parts of the core that only the router uses. */
export interface RouterHooks {
  /** After a commit that wrote entries: number and head to the anchor. */
  anchor(): void;
  /** After every call: closes the file and wipes the keys when nobody is signed in. */
  settle(): void;
  /** A fault that was mapped to INTERNAL, for the technical log; never its message or data. */
  fault(where: string, error: unknown): void;
}

export type Route = (windowId: string, sender: Sender, name: unknown, input: unknown) => Promise<Reply<unknown>>;

/** One guarded door for every call of every window. */
export function createRouter(services: Services, hooks: RouterHooks): Route {
  const sensor = createSensor();

  return async function route(windowId, sender, name, rawInput) {
    const requestId = services.newId();
    try {
      if (!isOwnSender(sender))
        return stray('wrong_sender', 'wrongSender', refuse('FORBIDDEN', 'This page is not part of the program.'));
      if (!isProcedureName(name))
        return stray(
          'unknown_call',
          'unknownCall',
          refuse('INVALID_INPUT', 'The program was asked for something it does not know. Restart it.'),
        );
      const valid = validate({ requestId, windowId, name, rawInput });
      if (isRefusal(valid)) return stray('invalid_input', kindOfInvalid(valid), valid, name);
      const isWorth = !isPrepared(name) || isWorthPreparing(valid, PROCEDURES[name], services);
      const prepared = isWorth ? await prepare(name, valid.input, windowId, services) : undefined;
      if (isRefusal(prepared) && (PROCEDURES[name].access.kind === 'anonymous' || !services.isOpen()))
        return { ok: false, error: prepared };
      return await settleCall(valid, prepared);
    } catch (error) {
      hooks.fault('route', error);
      return { ok: false, error: refuseFault(error) };
    } finally {
      hooks.settle();
    }

    /** Refused before BEGIN: recorded in a transaction of its own, and counted by the sensor. */
    function stray(event: string, detection: DetectionEvent, refusal: Refusal, about?: ProcedureName): Reply<never> {
      recordStray(event, detection, refusal, about);
      if (sensor.observe(windowId, detection)) endSuspect(windowId);
      return { ok: false, error: refusal };
    }

    function recordStray(event: string, detection: DetectionEvent, refusal: Refusal, about?: ProcedureName): void {
      if (!services.isOpen()) return;
      const { point } = DETECTION_POINTS[detection];
      const session = services.sessions.of(windowId);
      const object = about === undefined ? null : { type: 'procedure', id: about, label: about };
      const reason = `${refusal.code}, ${point}`;
      write(services.database(), (tx) =>
        services.append(
          tx,
          entryOfProgram({ requestId, windowId, session, event, outcome: 'refused', reason, object }, services),
        ),
      );
      hooks.anchor();
    }
  };

  function endSuspect(windowId: string): void {
    sensor.forget(windowId);
    const session = services.sessions.of(windowId);
    if (session !== null)
      services.recordOwn({
        event: 'session_ended_by_sensor',
        sessionId: session.sessionId,
        outcome: 'succeeded',
        reason: null,
        count: null,
        changes: [],
      });
    services.sessions.end(windowId);
  }

  async function settleCall(valid: ValidCall, prepared: unknown): Promise<Reply<unknown>> {
    const entry: ProcedureEntry = PROCEDURES[valid.name];
    if (!services.isOpen()) return answerClosed(valid, entry, prepared);
    const effects: (() => void | Promise<void>)[] = [];
    const isSilent = 'none' in entry.audit;
    let outcome: Outcome;
    try {
      outcome = isSilent
        ? read(services.database(), (tx) => act(tx as WriteTx, valid, entry, prepared, effects))
        : write(services.database(), (tx) => {
            applyDueRoleChanges(tx, services);
            const acted = act(tx, valid, entry, prepared, effects);
            services.append(tx, entryOfCall(acted.record, services));
            return acted;
          });
    } catch (error) {
      hooks.fault(valid.name, error);
      recordFailure(valid, error);
      return { ok: false, error: refuseFault(error) };
    }
    if (isSilent && outcome.record.outcome !== 'succeeded' && outcome.record.who !== null)
      write(services.database(), (tx) => services.append(tx, entryOfCall(outcome.record, services)));
    hooks.anchor();
    if (outcome.record.outcome === 'succeeded') {
      if (entry.access.kind === 'anonymous' && !isSilent) sensor.forget(valid.windowId);
      try {
        for (const effect of effects) await effect();
      } catch (error) {
        hooks.fault(valid.name, error);
        return { ok: false, error: refuseUnfinished() };
      }
    }
    if (outcome.record.outcome !== 'denied' && !isSilent)
      services.sessions.permitted(valid.windowId, services.clock.monotonicMs());
    if (outcome.record.reason === 'outOfScope' && sensor.observe(valid.windowId, 'outOfScope'))
      endSuspect(valid.windowId);
    return outcome.reply;
  }

  /** Before anything is open only two calls answer; all others are told to sign in. */
  function answerClosed(valid: ValidCall, entry: ProcedureEntry, prepared: unknown): Reply<unknown> {
    if (entry.access.kind !== 'anonymous' || !('none' in entry.audit)) return { ok: false, error: SIGN_IN_AGAIN };
    const call = authorizeAnonymous(valid, contextOf(valid, prepared, null, {}, []));
    const handler = HANDLERS[valid.name] as (call: AuthorizedCall, tx: null, services: Services) => unknown;
    return { ok: true, value: checkOutput(valid.name, handler(call, null, services)) };
  }

  interface Outcome {
    readonly reply: Reply<unknown>;
    readonly record: CallRecord;
  }

  /** Inside the transaction: authenticate, facts, decide, handle, check the output. */
  function act(
    tx: WriteTx,
    valid: ValidCall,
    entry: ProcedureEntry,
    prepared: unknown,
    effects: (() => void | Promise<void>)[],
  ): Outcome {
    const note: AuditNote = {};
    const { requestId, windowId, name } = valid;
    const found = authenticate(tx, windowId, services);
    const who = isRefusal(found) ? null : found;
    const base = { requestId, windowId, name, who, session: who?.session ?? null, note };
    const end = (outcome: CallRecord['outcome'], reason: string | null, reply: Reply<unknown>): Outcome => ({
      reply,
      record: { ...base, outcome, reason },
    });
    const context = contextOf(valid, prepared, who, note, effects);
    let call: AuthorizedCall;
    if (entry.access.kind === 'anonymous') call = authorizeAnonymous(valid, context);
    else {
      if (who === null) return end('denied', 'notSignedIn', { ok: false, error: SIGN_IN_AGAIN });
      const facts = readFacts(tx, valid, who, isSteppedUp(prepared), services, services.integrityAlarm() !== null);
      const answer = authorize(tx, entry.access, valid, facts, context);
      if (!answer.isPermitted) {
        noteTarget(note, entry, valid.input);
        return end('denied', answer.reason, { ok: false, error: answer.refusal });
      }
      call = answer.call;
    }
    if (isRefusal(prepared)) return end('refused', prepared.code, { ok: false, error: prepared });
    const handler = HANDLERS[name] as Handler<ProcedureName>;
    const run = (handlerTx: ReadTx) => handler(call, handlerTx as never, services);
    const answer = entry.kind === 'query' ? readOnly(tx, run) : run(tx);
    if (isRefusal(answer)) return end('refused', answer.code, { ok: false, error: answer });
    return end('succeeded', null, { ok: true, value: checkOutput(name, answer) });
  }

  function contextOf(
    _valid: ValidCall,
    prepared: unknown,
    who: Authenticated | null,
    note: AuditNote,
    effects: (() => void | Promise<void>)[],
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

  /** A fault rolled everything back; that it happened is recorded by itself, if the disk still takes it. */
  function recordFailure(valid: ValidCall, error: unknown): void {
    try {
      const { requestId, windowId, name } = valid;
      const session = services.sessions.of(windowId);
      const record: CallRecord = {
        requestId,
        windowId,
        name,
        who: null,
        session,
        outcome: 'failed',
        reason: refuseFault(error).code,
        note: {},
      };
      write(services.database(), (tx) => services.append(tx, entryOfCall(record, services)));
      hooks.anchor();
    } catch (second) {
      hooks.fault('recordFailure', second);
    }
  }
}

function isSteppedUp(prepared: unknown): boolean {
  return (
    typeof prepared === 'object' && prepared !== null && 'isSteppedUp' in prepared && prepared.isSteppedUp === true
  );
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

function kindOfInvalid(refusal: Refusal): DetectionEvent {
  if (refusal.fields === undefined) return 'tooLarge';
  return refusal.fields.some((field) => field.message.startsWith('Unrecognized key')) ? 'extraField' : 'invalidInput';
}
