// What is special about patient records: numbers that never come back, and dates that are possible.
import { highestRecordNumber } from '../../db/repositories/patient.ts';
import { findSimilarPatients } from '../../db/repositories/similarPatients.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { isBeforeAnyLife } from '../../shared/people/longestLife.ts';
import type { Handler } from '../ipc/stages.ts';
import { recordHandlers } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';

const findSimilar: Handler<'patient.findSimilar'> = (call, tx) => {
  const similar = findSimilarPatients(tx, call.scope, call.input);
  call.note({ count: similar.length });
  return { similar: [...similar] };
};

export const patientHandlers = {
  ...recordHandlers(patient, {
    start: (tx) => ({ recordNumber: highestRecordNumber(tx) + 1 }),
    checkCreate: refuseImpossible,
    checkUpdate: (tx, call, _before, after) => refuseImpossible(tx, call, after),
  }),
  'patient.findSimilar': findSimilar,
};

/** The day has already changed this long before UTC in the easternmost office. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

function refuseImpossible(
  _tx: ReadTx,
  { nowMs }: RuledCall,
  { birthDate, deathDate }: ValuesOf<typeof patient.fields>,
): Refusal | null {
  const latest = new Date(nowMs + EARLIEST_ZONE_MS).toISOString().slice(0, 10);
  const fault = (path: string, message: string) =>
    refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, { fields: [{ path, message }] });
  if (birthDate > latest) return fault('birthDate', 'the date of birth lies in the future');
  if (deathDate !== null && deathDate > latest) return fault('deathDate', 'the date of death lies in the future');
  if (deathDate !== null && deathDate < birthDate)
    return fault('deathDate', 'the date of death lies before the date of birth');
  if (isBeforeAnyLife(birthDate, deathDate ?? latest))
    return fault('birthDate', 'the date of birth makes this life longer than 130 years; compare the year');
  return null;
}
