// Inserts checked providers and patients in bulk, and answers what a check must know about those already there.
import { inScope, type RowScope } from '../../shared/authorization/scope.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

/** A provider as checked; empty texts mean "not given". */
export interface ImportedProvider {
  readonly externalId: string | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly gender: string;
  readonly organization: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** A patient as checked; dates are `YYYY-MM-DD`, `ssn` nine digits, `providerId` our own id. */
export interface ImportedPatient {
  readonly externalId: string | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string;
  readonly deathDate: string | null;
  readonly gender: string;
  readonly ssn: string | null;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly county: string;
  readonly zip: string;
  readonly providerId: string | null;
}

/** Who imports and when, and where new ids come from. */
export interface ImportStamp {
  readonly newId: () => string;
  readonly nowMs: number;
  readonly byUserId: string;
}

/** Whether a provider or patient with this id of the old program is here already. */
export function isImported(tx: ReadTx, kind: 'providers' | 'patients', externalId: string): boolean {
  const table = kind === 'providers' ? 'provider' : 'patient';
  return tx.prepare(`SELECT 1 FROM ${table} WHERE external_id = ?`).get(externalId) !== undefined;
}

/** Our id of the provider with this id of the old program, or null when there is none within the scope. */
export function providerIdByExternalId(tx: ReadTx, externalId: string, scope: RowScope): string | null {
  const found = tx.prepare<{ id: string }>('SELECT id FROM provider WHERE external_id = ?').get(externalId);
  return found !== undefined && inScope([found.id], scope) ? found.id : null;
}

/** Whether this provider is here and within the scope. */
export function isProvider(tx: ReadTx, providerId: string, scope: RowScope): boolean {
  return (
    tx.prepare('SELECT 1 FROM provider WHERE id = ?').get(providerId) !== undefined && inScope([providerId], scope)
  );
}

/** Adds every provider; the caller writes the audit entry. Throws when an external id is taken. */
export function addImportedProviders(tx: WriteTx, rows: readonly ImportedProvider[], stamp: ImportStamp): void {
  const insert = tx.prepare(PROVIDER_SQL);
  for (const row of rows) insert.run({ ...row, ...stampOf(stamp) });
}

/** Adds every patient with the next record numbers; the caller writes the audit entry.
 *  Throws when an external id is taken or a provider is gone. */
export function addImportedPatients(tx: WriteTx, rows: readonly ImportedPatient[], stamp: ImportStamp): void {
  const insert = tx.prepare(PATIENT_SQL);
  const assign = tx.prepare('INSERT INTO patient_provider (patient_id, provider_id) VALUES (?, ?)');
  let recordNumber = highestRecordNumber(tx);
  for (const { providerId, ...row } of rows) {
    recordNumber += 1;
    const stamped = stampOf(stamp);
    insert.run({ ...row, ...stamped, recordNumber });
    if (providerId !== null) assign.run(stamped.id, providerId);
  }
}

/** The highest record number ever given. A number must never come back after its patient was deleted: numbers are
 *  given without gaps and the log remembers every patient that ever was, so their count is that number. */
export function highestRecordNumber(tx: ReadTx): number {
  const now = tx.prepare<{ highest: number | null }>('SELECT max(record_number) AS highest FROM patient').get();
  const ever = tx
    .prepare<{ count: number }>("SELECT count(DISTINCT row_id) AS count FROM audit_entity WHERE table_name = 'patient'")
    .get();
  return Math.max(now?.highest ?? 0, ever?.count ?? 0);
}

function stampOf({ newId, nowMs, byUserId }: ImportStamp) {
  return { id: newId(), nowMs, byUserId };
}

const PROVIDER_SQL = `INSERT INTO provider (id, external_id, last_name, first_name, specialty, gender, organization,
    address, city, state, zip, created_at_ms, created_by, changed_at_ms, changed_by)
  VALUES (:id, :externalId, :lastName, :firstName, :specialty, :gender, :organization,
    :address, :city, :state, :zip, :nowMs, :byUserId, :nowMs, :byUserId)`;

const PATIENT_SQL = `INSERT INTO patient (id, record_number, external_id, last_name, first_name, middle_name, birth_date,
    death_date, gender, ssn, phone, email, address, city, state, county, zip,
    created_at_ms, created_by, changed_at_ms, changed_by)
  VALUES (:id, :recordNumber, :externalId, :lastName, :firstName, :middleName, :birthDate,
    :deathDate, :gender, :ssn, :phone, :email, :address, :city, :state, :county, :zip,
    :nowMs, :byUserId, :nowMs, :byUserId)`;
