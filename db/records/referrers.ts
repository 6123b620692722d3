// Which records and users still name a record, so that deleting it can be refused in words.

import { storedName } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';
import type { ReadTx } from '../transaction.ts';
import { tableOf } from './recordTable.ts';

export interface Referrer {
  /** `appointments`, `users`: as it stands in a sentence. */
  readonly many: string;
  readonly count: number;
}

/** Everything that names the record, whoever asks, with how many of each; nothing when it may be deleted. */
export function findReferrers(tx: ReadTx, typeName: string, id: string): readonly Referrer[] {
  const counts = new Map<string, number>();
  const add = (many: string, table: string, column: string) => {
    const row = tx.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${column} = ?`).get(id);
    counts.set(many, (counts.get(many) ?? 0) + (row?.count ?? 0));
  };
  for (const type of RECORD_TYPES)
    for (const [name, field] of Object.entries(type.fields)) {
      if (field.refersTo !== typeName) continue;
      if (field.link === undefined) add(type.many, tableOf(type), storedName(name));
      else add(type.many, field.link.table, field.link.otherColumn);
    }
  if (typeName === 'provider') add('users', 'user_provider', 'provider_id');
  if (typeName === 'location') {
    add('users', 'user_location', 'location_id');
    add('roles given', 'user_role_location', 'location_id');
  }
  if (typeName === 'patient') add('users', 'user', 'patient_id');
  return [...counts].flatMap(([many, count]) => (count > 0 ? [{ many, count }] : []));
}
