// What the policy binder says beyond roles and their versions (S3.05): roles that are gone, and who holds a tick.
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx } from '../transaction.ts';

/** Roles of the practice that were deleted; their versions stay. By their last name. */
export function findDeletedRoles(tx: ReadTx): { roleId: string; name: string }[] {
  return tx
    .prepare<{ roleId: string; name: string }>(
      `SELECT role_id AS roleId, name FROM role_version AS last
       WHERE role_id NOT IN (SELECT id FROM role)
         AND number = (SELECT max(number) FROM role_version WHERE role_id = last.role_id)
       ORDER BY name, role_id`,
    )
    .all();
}

/** Everybody with a tick above the roles who was not deleted, by name. */
export function findTickHolders(tx: ReadTx): { name: string; loginId: string; ticks: string[] }[] {
  return tx
    .prepare<{
      lastName: string;
      firstName: string;
      middleInitial: string;
      loginId: string;
      isSuperUser: number;
      hasAccessSecurity: number;
    }>(
      `SELECT last_name AS lastName, first_name AS firstName, middle_initial AS middleInitial, login_id AS loginId,
         is_super_user AS isSuperUser, has_access_security AS hasAccessSecurity
       FROM user WHERE (is_super_user = 1 OR has_access_security = 1) AND status <> 'deleted'
       ORDER BY last_name, first_name, id`,
    )
    .all()
    .map(({ loginId, isSuperUser, hasAccessSecurity, ...name }) => ({
      name: displayName(name),
      loginId,
      ticks: [...(isSuperUser === 1 ? ['Super User'] : []), ...(hasAccessSecurity === 1 ? ['Access Security'] : [])],
    }));
}
