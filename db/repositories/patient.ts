// Patients as stored; every list, count and look-up takes the scope of whoever asks.
import type { RowScope } from '../../shared/authorization/scope.ts';
import type { Input, Output } from '../../shared/catalogue/procedures.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { allOf, anyOf, type Condition, scopeToSql } from '../scopeToSql.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameSearch } from './searchToSql.ts';
import { nameOfActor } from './storedUser.ts';

export type PatientFields = Output<'patient.read'>['fields'];

/** One page of the patients in scope, and how many there are in all. Digits search the record number, else names. */
export function findPatients(tx: ReadTx, scope: RowScope, query: Input<'patient.find'>): Output<'patient.find'> {
  const where = allOf(scopeToSql(scope, 'patient'), matches(query.search));
  const found = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM patient WHERE ${where.sql}`)
    .get(...where.parameters);
  const order = orderBy(query);
  // Only places are sorted and skipped; the wide rows are fetched for the one page that is shown. CROSS JOIN keeps the
  // order of the two: the planner would else read every patient and look each one up in the page.
  const rows = tx
    .prepare<ListRow>(
      `SELECT patient.id, record_number, last_name, first_name, birth_date, gender, city
       FROM (SELECT patient.rowid AS place FROM patient WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) AS page
       CROSS JOIN patient ON patient.rowid = page.place ORDER BY ${order}`,
    )
    .all(...where.parameters, query.limit, query.offset);
  const names = providersOf(
    tx,
    rows.map((row) => row.id),
  );
  return {
    total: found?.total ?? 0,
    rows: rows.map((row) => ({
      patientId: row.id,
      recordNumber: row.record_number,
      lastName: row.last_name,
      firstName: row.first_name,
      birthDate: row.birth_date,
      gender: row.gender,
      city: row.city,
      providerNames: (names.get(row.id) ?? []).map((provider) => provider.name),
    })),
  };
}

/** How many patients the scope reaches. */
export function countPatients(tx: ReadTx, scope: RowScope, seenBy: RowScope = { providers: 'all' }): number {
  const where = allOf(scopeToSql(scope, 'patient'), scopeToSql(seenBy, 'patient'));
  const row = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM patient WHERE ${where.sql}`)
    .get(...where.parameters);
  return row?.total ?? 0;
}

/** One patient in scope, or null; one outside the scope is null as well. Of the SSN only the last four digits are read. */
export function readPatient(tx: ReadTx, scope: RowScope, patientId: string): Output<'patient.read'> | null {
  const inScope = scopeToSql(scope, 'patient');
  const row = tx
    .prepare<PatientRow>(`${PATIENT_SQL} WHERE patient.id = ? AND ${inScope.sql}`)
    .get(patientId, ...inScope.parameters);
  if (row === undefined) return null;
  return {
    patientId: row.id,
    recordNumber: row.record_number,
    version: row.version,
    externalId: row.external_id,
    fields: {
      lastName: row.last_name,
      firstName: row.first_name,
      middleName: row.middle_name,
      birthDate: row.birth_date,
      deathDate: row.death_date,
      gender: row.gender,
      phone: row.phone || null,
      email: row.email || null,
      address: row.address,
      city: row.city,
      state: row.state,
      county: row.county,
      zip: row.zip,
    },
    ssnLastFour: row.ssn_last_four,
    providers: providersOf(tx, [row.id]).get(row.id) ?? [],
    createdAtMs: row.created_at_ms,
    createdBy: nameOfActor(tx, row.created_by),
    changedAtMs: row.changed_at_ms,
    changedBy: nameOfActor(tx, row.changed_by),
  };
}

/** Writes a patient's fields and providers and counts the version up. */
export function updatePatient(
  tx: WriteTx,
  patientId: string,
  fields: PatientFields,
  providerIds: readonly string[],
  byUserId: string,
  atMs: number,
): void {
  tx.prepare(UPDATE_SQL).run({
    ...fields,
    phone: fields.phone ?? '',
    email: fields.email ?? '',
    byUserId,
    atMs,
    id: patientId,
  });
  tx.prepare(
    'DELETE FROM patient_provider WHERE patient_id = ? AND provider_id NOT IN (SELECT value FROM json_each(?))',
  ).run(patientId, JSON.stringify(providerIds));
  const assign = tx.prepare('INSERT OR IGNORE INTO patient_provider (patient_id, provider_id) VALUES (?, ?)');
  for (const providerId of providerIds) assign.run(patientId, providerId);
}

/** Deletes a patient and their links to providers. */
export function deletePatient(tx: WriteTx, patientId: string): void {
  tx.prepare('DELETE FROM patient_provider WHERE patient_id = ?').run(patientId);
  tx.prepare('DELETE FROM patient WHERE id = ?').run(patientId);
}

interface ListRow {
  id: string;
  record_number: number;
  last_name: string;
  first_name: string;
  birth_date: string;
  gender: string;
  city: string;
}

interface PatientRow extends ListRow {
  version: number;
  external_id: string | null;
  middle_name: string;
  death_date: string | null;
  ssn_last_four: string | null;
  phone: string;
  email: string;
  address: string;
  state: string;
  county: string;
  zip: string;
  created_at_ms: number;
  created_by: string;
  changed_at_ms: number;
  changed_by: string;
}

const PATIENT_SQL = `SELECT patient.id, record_number, version, external_id, last_name, first_name, middle_name,
  birth_date, death_date, gender, substr(nullif(ssn, ''), -4) AS ssn_last_four, phone, email, address, city, state,
  county, zip, created_at_ms, created_by, changed_at_ms, changed_by FROM patient`;
const UPDATE_SQL = `UPDATE patient SET last_name = :lastName, first_name = :firstName, middle_name = :middleName,
  birth_date = :birthDate, death_date = :deathDate, gender = :gender, phone = :phone, email = :email,
  address = :address, city = :city, state = :state, county = :county, zip = :zip, changed_by = :byUserId,
  changed_at_ms = :atMs, version = version + 1 WHERE id = :id`;

/** A number finds the records whose number starts with its digits, by ranges, so that the index serves. */
function matches(search: string): Condition {
  const typed = search.trim();
  if (!/^\d{1,9}$/.test(typed)) return nameSearch(typed, 'patient');
  const ranges: Condition[] = [];
  for (let low = Number(typed), width = 1; low + width <= 1_000_000_000; low *= 10, width *= 10) {
    ranges.push({ sql: 'patient.record_number BETWEEN ? AND ?', parameters: [low, low + width - 1] });
    if (low === 0) break;
  }
  return anyOf(...ranges);
}

function orderBy({ sort, isDescending }: Input<'patient.find'>): string {
  const way = isDescending ? 'DESC' : 'ASC';
  const name = `patient.last_name ${way}, patient.first_name ${way}, patient.id ${way}`;
  switch (sort) {
    case 'name':
      return name;
    case 'birthDate':
      return `patient.birth_date ${way}, ${name}`;
    case 'recordNumber':
      return `patient.record_number ${way}`;
    case 'city':
      return `patient.city ${way}, ${name}`;
  }
}

function providersOf(tx: ReadTx, patientIds: readonly string[]): Map<string, Output<'patient.read'>['providers']> {
  const rows = tx
    .prepare<{ patientId: string; providerId: string; lastName: string; firstName: string }>(
      `SELECT patient_id AS patientId, provider.id AS providerId, last_name AS lastName, first_name AS firstName
       FROM patient_provider JOIN provider ON provider.id = patient_provider.provider_id
       WHERE patient_id IN (SELECT value FROM json_each(?)) ORDER BY last_name, first_name, provider.id`,
    )
    .all(JSON.stringify(patientIds));
  const found = new Map<string, Output<'patient.read'>['providers']>();
  for (const row of rows) {
    const list = found.get(row.patientId) ?? [];
    list.push({ providerId: row.providerId, name: displayName(row) });
    found.set(row.patientId, list);
  }
  return found;
}
