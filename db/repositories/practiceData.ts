// The practice's own data as stored in its one row: name, address, tax ids and how long things are kept (S4.13).
import { type OrganizationFields, RETENTION_YEARS } from '../../shared/catalogue/procedures/organization.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

export type PracticeData = OrganizationFields;

export interface StoredPracticeData {
  readonly version: number;
  /** IANA name; it decides what day and hour it is for everybody, so it is no field. */
  readonly timeZone: string;
  readonly fields: PracticeData;
}

/** The data in force; throws before the set-up has made the practice. What was never said is empty, or the usual time. */
export function readPracticeData(tx: ReadTx): StoredPracticeData {
  const row = tx.prepare<PracticeDataRow>('SELECT * FROM practice WHERE id = 1').get();
  if (row === undefined) throw new Error('there is no practice yet');
  const { version, name, address } = row;
  return {
    version,
    timeZone: row.time_zone,
    fields: {
      name,
      address,
      taxId: row.tax_id ?? '',
      stateTaxId: row.state_tax_id ?? '',
      logRetentionYears: row.log_retention_years ?? RETENTION_YEARS.usual,
      recordRetentionYears: row.record_retention_years ?? RETENTION_YEARS.usual,
    },
  };
}

/** Makes the practice exactly this; returns the number for the next change. */
export function writePracticeData(tx: WriteTx, fields: PracticeData): number {
  tx.prepare(
    `UPDATE practice SET name = ?, address = ?, tax_id = ?, state_tax_id = ?, log_retention_years = ?,
       record_retention_years = ?, version = version + 1 WHERE id = 1`,
  ).run(
    fields.name,
    fields.address,
    fields.taxId,
    fields.stateTaxId,
    fields.logRetentionYears,
    fields.recordRetentionYears,
  );
  return readPracticeData(tx).version;
}

interface PracticeDataRow {
  version: number;
  name: string;
  time_zone: string;
  address: string;
  tax_id: string | null;
  state_tax_id: string | null;
  log_retention_years: number | null;
  record_retention_years: number | null;
}
