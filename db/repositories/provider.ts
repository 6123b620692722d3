// Providers as stored; every list, count and look-up takes the scope of whoever asks.
import type { RowScope } from '../../shared/authorization/scope.ts';
import type { Input, Output } from '../../shared/catalogue/procedures.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { allOf, scopeToSql } from '../scopeToSql.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameSearch } from './searchToSql.ts';
import { nameOfActor } from './storedUser.ts';

export type ProviderFields = Output<'provider.read'>['fields'];

/** One page of the providers in scope, and how many there are in all. */
export function findProviders(tx: ReadTx, scope: RowScope, query: Input<'provider.find'>): Output<'provider.find'> {
  const where = allOf(scopeToSql(scope, 'provider'), nameSearch(query.search, 'provider'));
  const found = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM provider WHERE ${where.sql}`)
    .get(...where.parameters);
  const rows = tx
    .prepare<ListRow>(
      `SELECT id, last_name, first_name, specialty, city, is_active, ${PATIENT_COUNT_SQL} AS patients
       FROM provider WHERE ${where.sql} ORDER BY ${orderBy(query)} LIMIT ? OFFSET ?`,
    )
    .all(...where.parameters, query.limit, query.offset);
  return {
    total: found?.total ?? 0,
    rows: rows.map((row) => ({
      providerId: row.id,
      lastName: row.last_name,
      firstName: row.first_name,
      specialty: row.specialty,
      city: row.city,
      patientCount: row.patients,
      isActive: row.is_active === 1,
    })),
  };
}

/** One provider in scope, or null; one outside the scope is null as well. */
export function readProvider(tx: ReadTx, scope: RowScope, providerId: string): Output<'provider.read'> | null {
  const inScope = scopeToSql(scope, 'provider');
  const row = tx
    .prepare<ProviderRow>(`SELECT *, ${PATIENT_COUNT_SQL} AS patients FROM provider WHERE id = ? AND ${inScope.sql}`)
    .get(providerId, ...inScope.parameters);
  if (row === undefined) return null;
  return {
    providerId: row.id,
    version: row.version,
    externalId: row.external_id,
    fields: {
      lastName: row.last_name,
      firstName: row.first_name,
      specialty: row.specialty,
      gender: row.gender,
      organization: row.organization,
      address: row.address,
      city: row.city,
      state: row.state,
      zip: row.zip,
      isActive: row.is_active === 1,
    },
    patientCount: row.patients,
    createdAtMs: row.created_at_ms,
    createdBy: nameOfActor(tx, row.created_by),
    changedAtMs: row.changed_at_ms,
    changedBy: nameOfActor(tx, row.changed_by),
  };
}

/** Writes a provider's fields and counts the version up. */
export function updateProvider(
  tx: WriteTx,
  providerId: string,
  fields: ProviderFields,
  byUserId: string,
  atMs: number,
): void {
  tx.prepare(
    `UPDATE provider SET last_name = :lastName, first_name = :firstName, specialty = :specialty, gender = :gender,
       organization = :organization, address = :address, city = :city, state = :state, zip = :zip,
       is_active = :isActive, changed_by = :byUserId, changed_at_ms = :atMs, version = version + 1 WHERE id = :id`,
  ).run({ ...fields, isActive: fields.isActive ? 1 : 0, byUserId, atMs, id: providerId });
}

/** How many patients and how many limited users still name the provider, whoever asks. */
export function countReferences(tx: ReadTx, providerId: string): { patientCount: number; userCount: number } {
  const row = tx
    .prepare<{ patients: number; users: number }>(
      `SELECT (SELECT count(*) FROM patient_provider WHERE provider_id = :id) AS patients,
         (SELECT count(*) FROM user_provider WHERE provider_id = :id) AS users`,
    )
    .get({ id: providerId });
  return { patientCount: row?.patients ?? 0, userCount: row?.users ?? 0 };
}

/** Deletes a provider whom no patient and no user names any more; else the foreign key refuses. */
export function deleteProvider(tx: WriteTx, providerId: string): void {
  tx.prepare('DELETE FROM provider WHERE id = ?').run(providerId);
}

/** The active providers in scope with their patients counted, for a pick-list. */
export function providerChoices(tx: ReadTx, scope: RowScope): Output<'user.findProviderChoices'>['providers'] {
  const inScope = scopeToSql(scope, 'provider');
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

interface ListRow {
  id: string;
  last_name: string;
  first_name: string;
  specialty: string;
  city: string;
  is_active: number;
  patients: number;
}

interface ProviderRow extends ListRow {
  version: number;
  external_id: string | null;
  gender: string;
  organization: string;
  address: string;
  state: string;
  zip: string;
  created_at_ms: number;
  created_by: string;
  changed_at_ms: number;
  changed_by: string;
}

// Every patient of a provider in scope is in scope as well, so this needs no scope of its own.
const PATIENT_COUNT_SQL = '(SELECT count(*) FROM patient_provider WHERE patient_provider.provider_id = provider.id)';

function orderBy({ sort, isDescending }: Input<'provider.find'>): string {
  const way = isDescending ? 'DESC' : 'ASC';
  const name = `provider.last_name ${way}, provider.first_name ${way}, provider.id ${way}`;
  switch (sort) {
    case 'name':
      return name;
    case 'specialty':
      return `provider.specialty ${way}, ${name}`;
    case 'city':
      return `provider.city ${way}, ${name}`;
  }
}
