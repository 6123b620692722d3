// Providers as pick-lists and names.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { PATIENT_SENSITIVITIES, patient } from '../../shared/catalogue/records/patient.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { ALWAYS } from '../condition.ts';
import { limitsToSql } from '../records/limitsToSql.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';

const PATIENT = patient as unknown as RecordType;
const PROVIDER = provider as unknown as RecordType;

/** The active providers in reach with their patients in reach counted, for a pick-list. */
export function providerChoices(tx: ReadTx, reach: RecordReach): Output<'user.findProviderChoices'>['providers'] {
  const inScope = limitsToSql(reach, PROVIDER);
  // Most people have no limit, and then the index alone counts.
  const patients = reachToSql({ ...reach, hiddenLabels: reach.hiddenLabels.filter(isLabelOfPatients) }, PATIENT);
  const isReached =
    patients === ALWAYS ? '' : `AND patient_id IN (SELECT patient.id FROM patient WHERE ${patients.sql})`;
  return tx
    .prepare<{ id: string; lastName: string; firstName: string; specialty: string; patients: number }>(
      `SELECT id, last_name AS lastName, first_name AS firstName, specialty,
         (SELECT count(*) FROM patient_provider WHERE provider_id = provider.id ${isReached}) AS patients
       FROM provider WHERE is_active = 1 AND ${inScope.sql} ORDER BY last_name, first_name, id`,
    )
    .all(...patients.parameters, ...inScope.parameters)
    .map((row) => ({
      providerId: row.id,
      name: displayName(row),
      specialty: row.specialty,
      patientCount: row.patients,
    }));
}

function isLabelOfPatients(label: string): boolean {
  return Object.hasOwn(PATIENT_SENSITIVITIES, label);
}

/** Names of providers by id, for entries of the log and for records; ids of nobody are missing. */
export function providerNames(
  tx: ReadTx,
  providerIds: readonly string[],
): Map<string, { readonly name: string; readonly isActive: boolean }> {
  const rows = tx
    .prepare<{ id: string; lastName: string; firstName: string; isActive: number }>(
      `SELECT id, last_name AS lastName, first_name AS firstName, is_active AS isActive FROM provider
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(providerIds));
  return new Map(rows.map((row) => [row.id, { name: displayName(row), isActive: row.isActive === 1 }]));
}
