// Sharing one patient with one person for a time (S2.106).
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { patientGrant } from '../../shared/catalogue/records/patientGrant.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import { recordHandlers } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';

/** Longer sharing is a matter of the provider limit. */
const LONGEST_SHARE_DAYS = 366;

type Grant = ValuesOf<(typeof patientGrant)['fields']>;

export const patientGrantHandlers = recordHandlers(patientGrant, {
  checkCreate: refuseImpossibleShare,
  checkUpdate: (tx, call, _before, after) => refuseImpossibleShare(tx, call, after),
});

/** Who may share whom with whom is the judge's matter; here only what no right could change. */
function refuseImpossibleShare(tx: ReadTx, call: RuledCall, { validFrom, validUntil }: Grant): Refusal | null {
  const { day: today } = localOf(call.nowMs, readPractice(tx).timeZone);
  if (validUntil < validFrom || validUntil < today)
    return problem('validUntil', 'The last day lies before the first day or before today. Choose a later one.');
  if (validUntil > addDays(validFrom, LONGEST_SHARE_DAYS))
    return problem(
      'validUntil',
      'A patient is shared for a year at most. For longer, change the person’s provider limit.',
    );
  return null;
}

function problem(path: string, message: string): Refusal {
  return refuse('CONSTRAINT_VIOLATED', message, { fields: [{ path: `fields.${path}`, message }] });
}
