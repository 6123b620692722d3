// How many patients somebody reaches.
import type { RowScope } from '../../shared/authorization/scope.ts';
import { allOf, scopeToSql } from '../scopeToSql.ts';
import type { ReadTx } from '../transaction.ts';

/** How many patients the scope reaches, of those `seenBy` reaches. */
export function countPatients(tx: ReadTx, scope: RowScope, seenBy: RowScope = { providers: 'all' }): number {
  const where = allOf(scopeToSql(scope, 'patient'), scopeToSql(seenBy, 'patient'));
  const row = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM patient WHERE ${where.sql}`)
    .get(...where.parameters);
  return row?.total ?? 0;
}
