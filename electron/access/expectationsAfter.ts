// What a proposed change of one person would do to the expectations, before it is saved (P6).
import { findExpectations, type StoredExpectation } from '../../db/repositories/expectation.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { Services } from '../services.ts';
import { askedPeople, type Proposed } from './askedPeople.ts';
import { saidExpectation } from './expectationNames.ts';
import { judgeExpectation, questionsOf } from './judgeExpectation.ts';

type Effect = Pick<Output<'user.previewUpdate'>, 'breaks' | 'mends'>;

/** The expectations that hold now and would not after the change, and the other way round. Judged for the rights alone
 *  by the judge that will decide afterwards; named as far as `reader` may know. */
export function expectationsAfter(
  tx: ReadTx,
  proposed: Proposed,
  reader: Subject | null,
  services: Services,
  nowMs: number,
): Effect {
  const [now, then] = [askedPeople(tx, services, nowMs, null), askedPeople(tx, services, nowMs, proposed)];
  const effect: Effect = { breaks: [], mends: [] };
  for (const expectation of findExpectations(tx)) {
    const questions = questionsOf(tx, expectation, services);
    const wasBroken = judgeExpectation(expectation, questions, now).isBroken;
    const isBroken = judgeExpectation(expectation, questions, then).isBroken;
    if (wasBroken !== isBroken) effect[isBroken ? 'breaks' : 'mends'].push(said(tx, expectation, reader, services));
  }
  return effect;
}

function said(tx: ReadTx, expectation: StoredExpectation, reader: Subject | null, services: Services) {
  const { who, isMust, act, about } = saidExpectation(tx, expectation, reader, services);
  const { kind, id } = expectation.who;
  return { who: { kind, id, name: who.name }, isMust, act, about: { kind: about.kind, name: about.name } };
}
