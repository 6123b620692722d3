// Which records and users still name a record, so that deleting it can be refused in words.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';
import type { Condition } from '../condition.ts';
import type { ReadTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { tableOf } from './recordTable.ts';

export interface Referrer {
  /** `appointments`, `users`: as it stands in a sentence. */
  readonly many: string;
  readonly count: number;
}

/** What whoever asks may be told of. */
export interface ReferrerSight {
  /** The rows of the type they may look at; null: none. */
  readonly reachOf: (type: RecordType) => RecordReach | null;
  readonly seesUsers: boolean;
}

export interface Referrers {
  /** Those the person may look at, with how many of each. */
  readonly seen: readonly Referrer[];
  /** There are others. */
  readonly hasHidden: boolean;
}

/** Everything that names the record; `seen` empty and nothing hidden when it may be deleted. */
export function findReferrers(tx: ReadTx, typeName: string, id: string, sight: ReferrerSight): Referrers {
  const counts = new Map<string, number>();
  let hasHidden = false;
  const countOf = (table: string, where: Condition) =>
    tx.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${where.sql}`).get(...where.parameters)
      ?.count ?? 0;
  const add = (many: string, all: number, seen: number) => {
    counts.set(many, (counts.get(many) ?? 0) + seen);
    if (seen < all) hasHidden = true;
  };
  for (const type of RECORD_TYPES)
    for (const [name, { refersTo, link }] of Object.entries(type.fields)) {
      if (refersTo !== typeName) continue;
      const table = tableOf(type);
      const sql =
        link === undefined
          ? `${table}.${storedName(name)} = ?`
          : `${table}.id IN (SELECT ${link.ownColumn} FROM ${link.table} WHERE ${link.otherColumn} = ?)`;
      const all = countOf(table, { sql, parameters: [id] });
      const reach = all === 0 ? null : sight.reachOf(type);
      const inReach = reach === null ? null : reachToSql(reach, type);
      const seen =
        inReach === null
          ? 0
          : countOf(table, { sql: `${sql} AND ${inReach.sql}`, parameters: [id, ...inReach.parameters] });
      add(type.many, all, seen);
    }
  const addUsers = (many: string, table: string, column: string) => {
    const all = countOf(table, { sql: `${column} = ?`, parameters: [id] });
    add(many, all, sight.seesUsers ? all : 0);
  };
  if (typeName === 'provider') addUsers('users', 'user_provider', 'provider_id');
  if (typeName === 'location') {
    addUsers('users', 'user_location', 'location_id');
    addUsers('roles given', 'user_role_location', 'location_id');
  }
  if (typeName === 'patient') addUsers('users', 'user', 'patient_id');
  return { seen: [...counts].flatMap(([many, count]) => (count > 0 ? [{ many, count }] : [])), hasHidden };
}
