// The straight line of one call: the order of stages lives here and nowhere else (house.md 4).
import { head } from '../../db/audit/append.ts';
import { read, type WriteTx, write } from '../../db/transaction.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { isProcedureName, PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, type Reply, refuse } from '../../shared/errors.ts';
import { applyDueRoleChanges } from '../dueRoleChanges.ts';
import { HANDLERS } from '../handlers/index.ts';
import { isPrepared, prepare } from '../handlers/prepare.ts';
import { recheckExpectations } from '../recheckExpectations.ts';
import type { Services } from '../services.ts';
import { act, contextOf, type Effects, type Outcome } from './act.ts';
import { SIGN_IN_AGAIN } from './authenticate.ts';
import { authorizeAnonymous } from './authorize.ts';
import { isWorthPreparing } from './isWorthPreparing.ts';
import { type CallRecord, entryOfCall, entryOfProgram } from './record.ts';
import { checkOutput, refuseFault, refuseUnfinished } from './reply.ts';
import { isOwnSender } from './sender.ts';
import { createSensor, DETECTION_POINTS, type DetectionEvent } from './sensor.ts';
import type { AuthorizedCall, Sender, ValidCall } from './stages.ts';
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
      const session = services.sessions.of(windowId);
      const isWorth = !isPrepared(name) || isWorthPreparing(valid, PROCEDURES[name], services);
      const prepared = isWorth ? await prepare(name, valid.input, windowId, services) : undefined;
      if (isRefusal(prepared) && (PROCEDURES[name].access.kind === 'anonymous' || !services.isOpen()))
        return { ok: false, error: prepared };
      const isSameSession = services.sessions.of(windowId) === session;
      if (!isSameSession && PROCEDURES[name].access.kind !== 'anonymous') return denyGone(valid);
      return await settleCall(valid, prepared);
    } catch (error) {
      hooks.fault('route', error);
      return { ok: false, error: refuseFault(error) };
    } finally {
      hooks.settle();
    }

    /** Refused before BEGIN: recorded in a transaction of its own, and counted by the sensor. */
    function stray(event: string, detection: DetectionEvent, refusal: Refusal, about?: ProcedureName): Reply<never> {
      // Counted first: a log that takes no entry must not switch the sensor off.
      const isTooMuch = sensor.observe(windowId, detection);
      try {
        recordStray(event, detection, refusal, about);
      } finally {
        if (isTooMuch) endSuspect(windowId);
      }
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

  /** One event for a burst of refusals, so that a reviewer need not count them (S1.10). */
  function reportDenials(windowId: string): void {
    sensor.restart(windowId, 'noRight');
    services.recordOwn({
      event: 'denial_burst',
      sessionId: services.sessions.of(windowId)?.sessionId ?? null,
      outcome: 'succeeded',
      reason: DETECTION_POINTS.noRight.point,
      count: DETECTION_POINTS.noRight.threshold,
      changes: [],
    });
  }

  function endSuspect(windowId: string): void {
    sensor.forget(windowId);
    const session = services.sessions.of(windowId);
    try {
      if (session !== null)
        services.recordOwn({
          event: 'session_ended_by_sensor',
          sessionId: session.sessionId,
          outcome: 'succeeded',
          reason: null,
          count: null,
          changes: [],
        });
    } finally {
      // Whatever the log does.
      services.sessions.end(windowId);
    }
  }

  async function settleCall(valid: ValidCall, prepared: unknown): Promise<Reply<unknown>> {
    const entry: ProcedureEntry = PROCEDURES[valid.name];
    if (!services.isOpen()) return answerClosed(valid, entry, prepared);
    const effects: Effects = [];
    const isSilent = 'none' in entry.audit;
    let outcome: Outcome;
    try {
      outcome = isSilent
        ? read(services.database(), (tx) => act(tx as WriteTx, valid, prepared, effects, services))
        : write(services.database(), (tx) => {
            const before = head(tx).number;
            applyDueRoleChanges(tx, services);
            const acted = act(tx, valid, prepared, effects, services);
            services.append(tx, entryOfCall(acted.record, services));
            recheckExpectations(tx, before, services);
            return acted;
          });
    } catch (error) {
      hooks.fault(valid.name, error);
      recordFailure(valid, error);
      // Whoever wants to go leaves nothing open behind them because the disk is full.
      if (valid.name === 'session.lock' || valid.name === 'session.delete') services.sessions.end(valid.windowId);
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
    if (outcome.record.reason === 'noRight' && sensor.observe(valid.windowId, 'noRight')) reportDenials(valid.windowId);
    return outcome.reply;
  }

  /** Whoever asked has gone, as when a file chooser outlived their session: whoever sits there now did not ask for it. */
  function denyGone(valid: ValidCall): Reply<never> {
    if (services.isOpen()) recordAlone(valid, null, 'denied', 'notSignedIn');
    return { ok: false, error: SIGN_IN_AGAIN };
  }

  /** Before anything is open only two calls answer; all others are told to sign in. */
  function answerClosed(valid: ValidCall, entry: ProcedureEntry, prepared: unknown): Reply<unknown> {
    if (entry.access.kind !== 'anonymous' || !('none' in entry.audit)) return { ok: false, error: SIGN_IN_AGAIN };
    const call = authorizeAnonymous(valid, contextOf(prepared, null, {}, [], services));
    const handler = HANDLERS[valid.name] as (call: AuthorizedCall, tx: null, services: Services) => unknown;
    return { ok: true, value: checkOutput(valid.name, handler(call, null, services)) };
  }

  /** A fault rolled everything back; that it happened is recorded by itself, if the disk still takes it. */
  function recordFailure(valid: ValidCall, error: unknown): void {
    try {
      recordAlone(valid, services.sessions.of(valid.windowId), 'failed', refuseFault(error).code);
    } catch (second) {
      hooks.fault('recordFailure', second);
    }
  }

  /** The entry of a call of which nothing else is kept. */
  function recordAlone(
    { requestId, windowId, name }: ValidCall,
    session: CallRecord['session'],
    outcome: CallRecord['outcome'],
    reason: string,
  ): void {
    const record: CallRecord = { requestId, windowId, name, who: null, session, outcome, reason, note: {} };
    write(services.database(), (tx) => services.append(tx, entryOfCall(record, services)));
    hooks.anchor();
  }
}

function kindOfInvalid(refusal: Refusal): DetectionEvent {
  if (refusal.fields === undefined) return 'tooLarge';
  return refusal.fields.some((field) => field.message.startsWith('Unrecognized key')) ? 'extraField' : 'invalidInput';
}
