// Procedures of Security > Roles.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { empty, id, permissionId, slug } from '../schemas.ts';

const role = {
  roleId: slug,
  code: z.int(),
  name: z.string(),
  kind: z.enum(['coded', 'clinic']),
  purpose: z.string(),
  isActive: z.boolean(),
  /** Whether only a Super User may give it, because it carries a security permission. */
  isSuperUserGiven: z.boolean(),
};

export const roleProcedures = {
  'role.find': procedure({
    kind: 'query',
    access: permission('role:read'),
    input: empty,
    output: z.strictObject({
      roles: z.array(
        z.strictObject({
          ...role,
          /** Usual in an office of the chosen size: offered before the others when a user is added. */
          isOfferedFirst: z.boolean(),
          holderCount: z.int(),
          permissionCount: z.int(),
          permissions: z.array(permissionId),
        }),
      ),
    }),
    audit: { event: 'roles_listed', action: 'R', says: 'looked at the list of roles' },
    example: {},
  }),
  'role.read': procedure({
    kind: 'query',
    access: permission('role:read'),
    input: z.strictObject({ roleId: slug }),
    output: z.strictObject({
      ...role,
      permissions: z.array(permissionId),
      holders: z.array(z.strictObject({ userId: id, name: z.string(), loginId: z.string(), status: z.string() })),
    }),
    audit: { event: 'role_viewed', action: 'R', says: 'looked at a role and who holds it' },
    example: { roleId: 'billing' },
  }),
};
