// Makes, changes and reads roles of the practice's own through a real core, for the flows about them.
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import type { CallInput, Input } from '../../shared/catalogue/procedures.ts';
import { addActiveUser, type TestCore } from './startTestCore.ts';

export type RoleFields = Input<'role.create'>['fields'];
export const ROLE_REASON = 'Asked by the owner.';

/** A small role, with what a test needs different. */
export const desk = (more: Partial<RoleFields> = {}): RoleFields => ({
  name: 'Evening desk',
  purpose: 'Checks patients in after five.',
  parentId: null,
  policyIds: [],
  taskIds: ['checkIn'],
  permissions: ['patient:read', 'schedule:update'],
  conditions: [],
  hours: [],
  ...more,
});

/** The call that makes a role. */
export const made = (fields: RoleFields, more: Partial<CallInput<'role.create'>> = {}): CallInput<'role.create'> => ({
  kind: 'custom',
  fields,
  copiedFromRoleId: null,
  confirmsWidening: false,
  reason: ROLE_REASON,
  ...more,
});

/** What the flows do to roles, as the owner at window A unless they say otherwise. */
export function roleDesk(test: () => TestCore) {
  const read = (roleId: string) => test().must('role.read', { roleId });
  async function changed(roleId: string, fields: RoleFields, more: Partial<CallInput<'role.update'>> = {}) {
    const { version } = await read(roleId);
    const rest = { effectiveAtMs: null, confirmsWidening: false, reason: ROLE_REASON };
    return { roleId, version, fields, ...rest, ...more };
  }
  return {
    read,
    changed,
    create: async (fields: RoleFields, more: Partial<CallInput<'role.create'>> = {}) =>
      (await test().must('role.create', made(fields, more))).roleId,
    update: async (roleId: string, fields: RoleFields, more: Partial<CallInput<'role.update'>> = {}) =>
      test().must('role.update', await changed(roleId, fields, more)),
    /** A user with these roles and single rights, signed in at `window`. */
    holder: (loginId: string, roleIds: string[], window: string, permissions: RoleFields['permissions'] = []) =>
      addActiveUser(
        test(),
        loginId,
        {
          roleIds,
          exceptions: permissions.map((permission) => ({ permission, effect: 'grant' as const })),
          scope: { kind: 'all' },
        },
        window,
      ),
    held: async (window: string) => {
      const { subject } = await test().must('session.readState', {}, window);
      return subject?.permissions ?? [];
    },
    newestEntry: async (event: string) => {
      const filter = { ...NO_AUDIT_FILTER, event };
      const { entries } = await test().must('audit.find', { filter, beforeNumber: null, limit: 1 });
      return entries[0];
    },
  };
}
