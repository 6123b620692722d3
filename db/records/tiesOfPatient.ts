// What ties the records about one patient to people and places.
import type { RowTies } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { tableOf } from './recordTable.ts';
import { readRowTies, tiesOfValues } from './rowTies.ts';

/** The ties of every stored record of `type` about the patient, after those of one that is still to be added.
 *  `type.patient` must name a field. */
export function tiesOfPatient(tx: ReadTx, type: RecordType, patientId: string): readonly RowTies[] {
  const { patient } = type;
  if (patient === undefined) throw new Error(`records of type \`${type.name}\` are about no patient`);
  const rows = tx
    .prepare<{ id: string }>(`SELECT id FROM ${tableOf(type)} WHERE ${storedName(patient)} = ?`)
    .all(patientId);
  return [
    tiesOfValues(tx, type, null, { [patient]: patientId }),
    ...rows.flatMap(({ id }) => readRowTies(tx, type, id) ?? []),
  ];
}
