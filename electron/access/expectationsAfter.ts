// What a proposed change of a person or a role would do to the expectations, before it is saved (P6).
import { findExpectations, type StoredExpectation } from '../../db/repositories/expectation.ts';
import { type ReadTx, read } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { Services } from '../services.ts';
import { askedPeople } from './askedPeople.ts';
import { saidExpectation } from './expectationNames.ts';
import { judgeExpectation, questionsOf } from './judgeExpectation.ts';
import { openRightsAfter, type ProposedChange } from './rightsAfter.ts';

type Effect = Output<'role.previewUpdate'>;

/** The expectations that hold now and would not after the change, and the other way round. Judged for the rights alone
 *  by the judge that will decide afterwards; named as far as `reader` may know. */
export function expectationsAfter(
  tx: ReadTx,
  change: ProposedChange,
  reader: Subject | null,
  services: Services,
  nowMs: number,
): Effect {
  const effect: Effect = { breaks: [], mends: [] };
  const expectations = findExpectations(tx);
  if (expectations.length === 0) return effect;
  const now = askedPeople(tx, services, nowMs);
  const copy = openRightsAfter(tx, change, nowMs);
  try {
    read(copy, (after) => {
      const then = askedPeople(after, services, nowMs);
      for (const expectation of expectations) {
        const questions = questionsOf(tx, expectation, services);
        const wasBroken = judgeExpectation(expectation, questions, now).isBroken;
        const isBroken = judgeExpectation(expectation, questions, then).isBroken;
        if (wasBroken !== isBroken) effect[isBroken ? 'breaks' : 'mends'].push(said(tx, expectation, reader, services));
      }
    });
  } finally {
    copy.close();
  }
  return effect;
}

function said(tx: ReadTx, expectation: StoredExpectation, reader: Subject | null, services: Services) {
  const { who, isMust, act, about } = saidExpectation(tx, expectation, reader, services);
  const { kind, id } = expectation.who;
  return { who: { kind, id, name: who.name }, isMust, act, about: { kind: about.kind, name: about.name } };
}
