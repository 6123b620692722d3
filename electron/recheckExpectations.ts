// Holds what is expected of rights against every change of them, in the change's own transaction (P6).
import { findExpectations, markExpectation, type StoredExpectation } from '../db/repositories/expectation.ts';
import { wereRightsChanged } from '../db/rightsTables.ts';
import type { WriteTx } from '../db/transaction.ts';
import { askedPeople } from './access/askedPeople.ts';
import { objectOfExpectation } from './access/expectationNames.ts';
import { judgeExpectation, questionsOf, type Verdict } from './access/judgeExpectation.ts';
import { entryOfProgram } from './ipc/record.ts';
import type { Services } from './services.ts';

/** Judges every expectation anew when rights were changed after entry `entryNumber`, and says once in the log which one
 *  broke and once which one holds again. Runs after the entry of the change, which must cover its rows already. */
export function recheckExpectations(tx: WriteTx, entryNumber: number, services: Services): void {
  if (!wereRightsChanged(tx, entryNumber)) return;
  const nowMs = services.clock.nowMs();
  const expectations = findExpectations(tx);
  const people = askedPeople(tx, services, nowMs);
  for (const expectation of expectations) {
    const verdict = judgeExpectation(expectation, questionsOf(tx, expectation, services), people);
    if (verdict.isBroken === expectation.isBroken) continue;
    markExpectation(tx, expectation.id, verdict.isBroken ? nowMs : null);
    tell(tx, expectation, verdict, services);
  }
}

function tell(tx: WriteTx, expectation: StoredExpectation, { isBroken, brokenBy }: Verdict, services: Services): void {
  const [old, now] = isBroken ? ['holds', 'broken'] : ['broken', 'holds'];
  const by = brokenBy.length === 0 ? [] : [{ field: 'Because of', old: null, new: brokenBy.join('; ') }];
  services.append(
    tx,
    entryOfProgram(
      {
        requestId: services.newId(),
        windowId: null,
        session: null,
        event: isBroken ? 'expectation_broken' : 'expectation_held',
        outcome: 'succeeded',
        reason: null,
        object: objectOfExpectation(tx, expectation, services),
        changes: [{ field: 'Expectation', old, new: now }, ...by],
      },
      services,
    ),
  );
}
