// The names of the people one works with, for choosing one of them.
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';

export interface Colleague {
  readonly id: string;
  /** `Last, First`. */
  readonly title: string;
}

/** Who can sign in or is invited and is no patient, `firstId` first and then by name, at most `limit`; `search` is the start of either
 *  name. */
export function findColleagues(tx: ReadTx, search: string, limit: number, firstId: string): Colleague[] {
  const typed = search.trim().toLowerCase();
  const starts = (word: string) => word.toLowerCase().startsWith(typed);
  return tx
    .prepare<{ id: string; lastName: string; firstName: string }>(
      `SELECT id, last_name AS lastName, first_name AS firstName FROM user
       WHERE status IN ('active', 'invited') AND patient_id IS NULL
       ORDER BY id <> ?, last_name, first_name, id`,
    )
    .all(firstId)
    .filter((row) => starts(row.lastName) || starts(row.firstName) || starts(displayName(row)))
    .slice(0, limit)
    .map((row) => ({ id: row.id, title: displayName(row) }));
}
