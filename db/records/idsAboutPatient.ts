// The ids of the stored records about one patient.
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { tableOf } from './recordTable.ts';

/** In the type's usual order, whoever may see them: the caller asks for each. `type.patient` must name a field. */
export function idsAboutPatient(tx: ReadTx, type: RecordType, patientId: string): readonly string[] {
  const { patient, defaultSort } = type;
  if (patient === undefined) throw new Error(`records of type \`${type.name}\` are about no patient`);
  return tx
    .prepare<{ id: string }>(
      `SELECT id FROM ${tableOf(type)} WHERE ${storedName(patient)} = ? ORDER BY ${storedName(defaultSort.field)}, id`,
    )
    .all(patientId)
    .map(({ id }) => id);
}
