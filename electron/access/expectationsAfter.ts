// What a proposed change of a person or a role would do to the expectations, before it is saved (P6).
import { type ReadTx, read } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import type { Services } from '../services.ts';
import { askedPeople } from './askedPeople.ts';
import { askedExpectations, brokenAmong, type Effect, effectOf } from './expectationEffect.ts';
import { openRightsAfter, type ProposedChange } from './rightsAfter.ts';

/** The expectations that hold now and would not after the change, and the other way round. Judged for the rights alone
 *  by the judge that will decide afterwards; named as far as `reader` may know. */
export function expectationsAfter(
  tx: ReadTx,
  change: ProposedChange,
  reader: Subject | null,
  services: Services,
  nowMs: number,
): Effect {
  const asked = askedExpectations(tx, services);
  if (asked.length === 0) return { breaks: [], mends: [] };
  const before = brokenAmong(asked, askedPeople(tx, services, nowMs));
  const copy = openRightsAfter(tx, change, nowMs);
  try {
    const after = read(copy, (open) => brokenAmong(asked, askedPeople(open, services, nowMs)));
    return effectOf(tx, asked, { before, after }, reader, services);
  } finally {
    copy.close();
  }
}
