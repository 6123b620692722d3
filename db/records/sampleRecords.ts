// One record inside a reach and one outside it, found by the SQL form of the reach alone.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { tableOf } from './recordTable.ts';

export interface RecordSample {
  readonly inside: string | null;
  readonly outside: string | null;
}

/** The first record of `type` the reach allows and the first it does not; null where there is none. */
export function sampleRecords(tx: ReadTx, type: RecordType, reach: RecordReach): RecordSample {
  const { sql, parameters } = reachToSql(reach, type);
  const first = (condition: string) =>
    tx
      .prepare<{ id: string }>(`SELECT id FROM ${tableOf(type)} WHERE ${condition} ORDER BY id LIMIT 1`)
      .get(...parameters)?.id ?? null;
  return { inside: first(sql), outside: first(`NOT (${sql})`) };
}
