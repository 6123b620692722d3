// How many patients somebody reaches, and the numbers of their records.
import { EVERY_ROW, type RecordReach, type RowScope } from '../../shared/authorization/scope.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { allOf } from '../condition.ts';
import { limitsToSql } from '../records/limitsToSql.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';

const PATIENT = patient as unknown as RecordType;

/** How many patients the scope reaches, of those `seenBy` reaches. */
export function countPatients(tx: ReadTx, scope: RowScope, seenBy: RecordReach = EVERY_ROW): number {
  const where = allOf(limitsToSql(scope, PATIENT), reachToSql(seenBy, PATIENT));
  const row = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM patient WHERE ${where.sql}`)
    .get(...where.parameters);
  return row?.total ?? 0;
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
