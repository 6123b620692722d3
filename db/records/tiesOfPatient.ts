// What ties the records about one patient to people and places.
import type { RowTies } from '../../shared/authorization/scope.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { idsAboutPatient } from './idsAboutPatient.ts';
import { readRowTies, tiesOfValues } from './rowTies.ts';

/** The ties of every stored record of `type` about the patient, after those of one that is still to be added.
 *  `type.patient` must name a field. */
export function tiesOfPatient(tx: ReadTx, type: RecordType, patientId: string): readonly RowTies[] {
  const { patient } = type;
  if (patient === undefined) throw new Error(`records of type \`${type.name}\` are about no patient`);
  return [
    tiesOfValues(tx, type, null, { [patient]: patientId }),
    ...idsAboutPatient(tx, type, patientId).flatMap((id) => readRowTies(tx, type, id) ?? []),
  ];
}
