// The versions a role had, each with what it added and removed (S2.26, S1.06), newest first.
import type { RightCondition } from '../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../shared/authorization/grantTerms.ts';
import { isPermissionId, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export interface RoleVersion {
  readonly number: number;
  readonly name: string;
  readonly purpose: string;
  readonly parentId: string | null;
  readonly policyIds: readonly string[];
  readonly permissions: readonly PermissionId[];
  readonly conditions: readonly RightCondition[];
  readonly hours: readonly WeeklyWindow[];
  readonly added: readonly PermissionId[];
  readonly removed: readonly PermissionId[];
  readonly reason: string;
  readonly by: string;
  /** Who approved it where two people were needed. */
  readonly approvedBy: string | null;
  readonly atMs: number;
}

/** Empty for a shipped role, which stays as it was shipped. The first version adds all it gives. */
export function findRoleVersions(tx: ReadTx, roleId: string): RoleVersion[] {
  const rows = tx
    .prepare<VersionRow>(
      `SELECT number, name, purpose, parent_id AS parentId, policies, permissions, coalesce(conditions, '[]') AS conditions,
         coalesce(hours, '[]') AS hours, reason, by_user_id AS byUserId, at_ms AS atMs,
         approved_by AS approvedBy FROM role_version WHERE role_id = ? ORDER BY number`,
    )
    .all(roleId);
  let before: readonly PermissionId[] = [];
  const versions = rows.map(
    ({ policies, permissions: stored, conditions, hours, byUserId, approvedBy, ...row }): RoleVersion => {
      const permissions = (JSON.parse(stored) as string[]).filter(isPermissionId);
      const [had, has] = [new Set(before), new Set(permissions)];
      const version = {
        ...row,
        policyIds: JSON.parse(policies) as string[],
        permissions,
        conditions: (JSON.parse(conditions) as RightCondition[]).filter(({ permission }) => isPermissionId(permission)),
        hours: JSON.parse(hours) as WeeklyWindow[],
        added: permissions.filter((id) => !had.has(id)),
        removed: before.filter((id) => !has.has(id)),
        by: nameOfActor(tx, byUserId),
        approvedBy: approvedBy === null ? null : nameOfActor(tx, approvedBy),
      };
      before = permissions;
      return version;
    },
  );
  return versions.toReversed();
}

/** Writes beside the newest version of a role who approved it. */
export function noteApprover(tx: WriteTx, roleId: string, approvedBy: string): void {
  tx.prepare(
    `UPDATE role_version SET approved_by = :approvedBy WHERE role_id = :roleId
       AND number = (SELECT max(number) FROM role_version WHERE role_id = :roleId)`,
  ).run({ roleId, approvedBy });
}

interface VersionRow {
  number: number;
  name: string;
  purpose: string;
  parentId: string | null;
  policies: string;
  permissions: string;
  conditions: string;
  hours: string;
  reason: string;
  byUserId: string;
  atMs: number;
  approvedBy: string | null;
}
