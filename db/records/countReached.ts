// How many records of a type a reach allows.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { allOf } from '../condition.ts';
import type { ReadTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { tableOf } from './recordTable.ts';

/** How many rows of `type` the reach allows, of those `seenBy` reaches too: nobody is told of more than they see. */
export function countReached(tx: ReadTx, type: RecordType, reach: RecordReach, seenBy: RecordReach): number {
  const where = allOf(reachToSql(reach, type), reachToSql(seenBy, type));
  const row = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM ${tableOf(type)} WHERE ${where.sql}`)
    .get(...where.parameters);
  return row?.total ?? 0;
}
