// Names roles by id, for words in the log and on screens.
import { findRoles } from '../../db/repositories/role.ts';
import type { ReadTx } from '../../db/transaction.ts';

/** A role that is not there any more is named by its id. */
export function namesIn(tx: ReadTx): (roleId: string) => string {
  const names = new Map(findRoles(tx).map(({ roleId, name }) => [roleId, name]));
  return (roleId) => names.get(roleId) ?? roleId;
}
