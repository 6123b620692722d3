// Patients who may be the same person: same names and same date of birth.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';

export interface SimilarPatient {
  readonly id: string;
  readonly recordNumber: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly city: string;
}

const TYPE = patient as unknown as RecordType;
const MOST_SHOWN = 10;

/** Who somebody may be, as far as duplicates go. */
export interface Person {
  readonly lastName: string;
  readonly firstName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** Patients within reach who may be this person; 10 at most. */
export function findSimilarPatients(tx: ReadTx, reach: RecordReach, who: Person): readonly SimilarPatient[] {
  const wanted = samePerson(who);
  return patientsBornOn(tx, reach, who.birthDate)
    .filter((other) => samePerson(other) === wanted)
    .slice(0, MOST_SHOWN);
}

/** Patients within reach born on that day. The date leaves few rows, so their names need no index that ignores case. */
export function patientsBornOn(tx: ReadTx, reach: RecordReach, birthDate: string): readonly SimilarPatient[] {
  const inReach = reachToSql(reach, TYPE);
  return tx
    .prepare<SimilarPatient>(
      `SELECT id, record_number AS recordNumber, last_name AS lastName, first_name AS firstName,
         birth_date AS birthDate, city
       FROM patient WHERE birth_date = ? AND ${inReach.sql} ORDER BY record_number`,
    )
    .all(birthDate, ...inReach.parameters);
}

/** Equal for two people who may be one: names without regard to case and accents, and the date of birth. */
export function samePerson({ lastName, firstName, birthDate }: Person): string {
  return JSON.stringify([fold(lastName), fold(firstName), birthDate]);
}

function fold(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
