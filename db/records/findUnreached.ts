// Which of some ids name no record that a caller could choose.
import { EVERY_WAY, type RecordReach } from '../../shared/authorization/scope.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import type { ReadTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { tableOf } from './recordTable.ts';

/** The ids without a record of `typeName` (or user who can sign in) in the caller's provider limit and labels.
 *  `mustBeInUse`: a record marked as not in use counts as missing. */
export function findUnreached(
  tx: ReadTx,
  typeName: string,
  reach: RecordReach,
  ids: readonly string[],
  mustBeInUse: boolean,
): readonly string[] {
  if (ids.length === 0) return [];
  const listed = JSON.stringify(ids);
  if (typeName === 'user') {
    const known = tx
      .prepare<{ id: string }>(
        `SELECT id FROM user WHERE id IN (SELECT value FROM json_each(?)) AND status IN ('active', 'invited')`,
      )
      .all(listed);
    return without(ids, known);
  }
  const type = recordTypeNamed(typeName);
  if (type === null) return ids;
  const table = tableOf(type);
  // "Own rows only" and conditions belong to the record that names them, not to what it names.
  const where = reachToSql({ ...reach, ways: EVERY_WAY }, type);
  const inUse = mustBeInUse && 'isActive' in type.fields ? ` AND ${table}.is_active = 1` : '';
  const known = tx
    .prepare<{ id: string }>(
      `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${where.sql}${inUse}`,
    )
    .all(listed, ...where.parameters);
  return without(ids, known);
}

function without(ids: readonly string[], known: readonly { readonly id: string }[]): readonly string[] {
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}
