// Opens a role for a change: there, the practice's own, and not changed by somebody else meanwhile.
import { readRole, type StoredRole } from '../../db/repositories/role.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';
import { ROLE_GONE } from './roleLockOut.ts';

/** The role, whose name is noted for the log; or NOT_FOUND, CONSTRAINT_VIOLATED for a shipped one, CONFLICT for a
 *  stale version. */
export function roleToChange(
  call: Pick<AuthorizedCall, 'note'> & { readonly input: { readonly roleId: string; readonly version: number } },
  tx: ReadTx,
): StoredRole | Refusal {
  const role = readRole(tx, call.input.roleId);
  if (role === null) return ROLE_GONE;
  call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
  if (role.kind === 'coded' || role.kind === 'clinic')
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A shipped role stays as it was shipped, so that everybody knows what it means. Copy it and change the copy.',
    );
  if (role.version !== call.input.version)
    return refuse(
      'CONFLICT',
      'Somebody changed this role meanwhile. Open the role again, then make your change once more.',
    );
  return role;
}
