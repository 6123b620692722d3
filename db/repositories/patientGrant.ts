// Patients granted to a person one by one, for a time (S2.106).
import type { ReadTx } from '../transaction.ts';

/** The patients granted to a user on the day `today` gives (`YYYY-MM-DD`); it is asked only where there are grants. */
export function patientsGrantedTo(tx: ReadTx, userId: string, today: () => string): readonly string[] {
  const rows = tx.prepare<GrantRow>(GRANTS_SQL).all(userId);
  if (rows.length === 0) return [];
  const day = today();
  const counting = rows.filter(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil);
  return [...new Set(counting.map(({ patientId }) => patientId))];
}

/** The patients granted to a user on that day or from a later one on. */
export function patientsGrantedFrom(tx: ReadTx, userId: string, day: string): readonly string[] {
  const rows = tx.prepare<GrantRow>(GRANTS_SQL).all(userId);
  return [...new Set(rows.filter(({ validUntil }) => day <= validUntil).map(({ patientId }) => patientId))];
}

interface GrantRow {
  patientId: string;
  validFrom: string;
  validUntil: string;
}

const GRANTS_SQL = `SELECT patient_id AS patientId, valid_from AS validFrom, valid_until AS validUntil
  FROM patient_grant WHERE user_id = ?`;
