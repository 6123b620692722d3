// Providers as pick-lists and names.
import type { RowScope } from '../../shared/authorization/scope.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { limitsToSql } from '../records/limitsToSql.ts';
import type { ReadTx } from '../transaction.ts';

const PROVIDER = provider as unknown as RecordType;

/** The active providers in scope with their patients counted, for a pick-list. */
export function providerChoices(tx: ReadTx, scope: RowScope): Output<'user.findProviderChoices'>['providers'] {
  const inScope = limitsToSql(scope, PROVIDER);
  return tx
    .prepare<{ id: string; lastName: string; firstName: string; specialty: string; patients: number }>(
      `SELECT id, last_name AS lastName, first_name AS firstName, specialty, ${PATIENT_COUNT_SQL} AS patients
       FROM provider WHERE is_active = 1 AND ${inScope.sql} ORDER BY last_name, first_name, id`,
    )
    .all(...inScope.parameters)
    .map((row) => ({
      providerId: row.id,
      name: displayName(row),
      specialty: row.specialty,
      patientCount: row.patients,
    }));
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

// Every patient of a provider in scope is in scope as well, so this needs no scope of its own.
const PATIENT_COUNT_SQL = '(SELECT count(*) FROM patient_provider WHERE patient_provider.provider_id = provider.id)';
