// People of the access cases whose roles give a right for some records only (S2.63).
import type { AccessWorld } from '../../support/accessWorld.ts';
import { desk, made, type RoleFields } from '../../support/roleDesk.ts';

type Condition = RoleFields['conditions'][number];
const amount = (permission: Condition['permission'], type: string, operator: Condition['operator'], value: number) => ({
  permission,
  type,
  field: 'cents',
  operator,
  value,
});
const APPROVES: RoleFields['permissions'] = ['patient:read', 'claim:read', 'financial:read', 'financial:approve'];
const TAKES: RoleFields['permissions'] = ['patient:read', 'claim:read', 'financial:read', 'financial:create'];

/** The role of each; the refund of the practice is of $5.00 and its payment of $50.00. */
export const CONDITIONED_PEOPLE: Readonly<Record<string, Partial<RoleFields>>> = {
  'approver-under-five': {
    permissions: APPROVES,
    conditions: [amount('financial:approve', 'refund', 'lessThan', 500)],
  },
  'approver-up-to-five': { permissions: APPROVES, conditions: [amount('financial:approve', 'refund', 'atMost', 500)] },
  'looker-under-five': { permissions: APPROVES, conditions: [amount('financial:read', 'refund', 'lessThan', 500)] },
  'taker-under-fifty': { permissions: TAKES, conditions: [amount('financial:create', 'payment', 'lessThan', 5_000)] },
};

/** Makes the role of each of them and gives it to the user of that name. */
export async function giveConditionedRoles({ test, userIds }: AccessWorld): Promise<void> {
  for (const [name, fields] of Object.entries(CONDITIONED_PEOPLE)) {
    const role = desk({ name: `Role of ${name}`, taskIds: [], ...fields });
    const { roleId } = await test.must('role.create', made(role));
    const { userId, version, info, exceptions, scope } = await test.must('user.read', {
      userId: userIds.get(name) ?? '',
    });
    await test.must('user.update', {
      userId,
      version,
      info,
      roleIds: [roleId],
      exceptions,
      scope,
      reason: 'Asked by the owner.',
    });
  }
}
