// Sharing one patient with one person for a time (S2.106).
import { readRowTies } from '../../db/records/rowTies.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { inScope } from '../../shared/authorization/scope.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import { patientGrant } from '../../shared/catalogue/records/patientGrant.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
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

/** That the sharer reaches the patient is the judge's matter; here only what no right could change. */
function refuseImpossibleShare(
  tx: ReadTx,
  call: RuledCall,
  { patientId, userId, validFrom, validUntil }: Grant,
): Refusal | null {
  const { day: today } = localOf(call.nowMs, readPractice(tx).timeZone);
  if (userId === call.subject?.userId && !call.subject.isSuperUser)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'Nobody shares a patient with themselves. Ask a colleague who reaches the patient.',
      {
        reason: 'ownRights',
      },
    );
  if (isOnLoan(tx, call, patientId))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This patient is shared with you yourself, so you cannot share the record on. Ask whoever shared it with you.',
      { reason: 'givesWhatTheyLack' },
    );
  if (validUntil < validFrom || validUntil < today)
    return problem('validUntil', 'The last day lies before the first day or before today. Choose a later one.');
  if (validUntil > addDays(validFrom, LONGEST_SHARE_DAYS))
    return problem(
      'validUntil',
      'A patient is shared for a year at most. For longer, change the person’s provider limit.',
    );
  return null;
}

/** Whether the caller reaches the patient by a share alone: passed on, it could come back longer than it was given (P5). */
function isOnLoan(tx: ReadTx, { subject }: RuledCall, patientId: string): boolean {
  const ties = readRowTies(tx, patient as unknown as RecordType, patientId);
  return subject !== null && ties !== null && !inScope(ties, { ...subject.scope, patientIds: [] });
}

function problem(path: string, message: string): Refusal {
  return refuse('CONSTRAINT_VIOLATED', message, { fields: [{ path: `fields.${path}`, message }] });
}
