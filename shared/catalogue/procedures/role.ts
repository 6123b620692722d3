// Procedures of Security > Roles.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { done, empty, id, lockOut, permissionId, reason, slug, timeMs, version } from '../schemas.ts';
import { inheritedLimit, storedCondition, taskId, waitingChange, weeklyHours } from './roleShapes.ts';

const role = {
  roleId: slug,
  code: z.int(),
  name: z.string(),
  kind: z.enum(['coded', 'clinic', 'custom', 'policy']),
  version,
  purpose: z.string(),
  /** The role whose rights it takes over and changes; null where it has none. */
  parentId: z.union([z.null(), slug]),
  policyIds: z.array(slug),
  taskIds: z.array(taskId),
  /** All it gives. */
  permissions: z.array(permissionId),
  /** All it gives but for what its policies give. */
  ownPermissions: z.array(permissionId),
  /** What is written down beside its parent: given by the role itself, and taken from what the parent gives. */
  granted: z.array(permissionId),
  narrowed: z.array(permissionId),
  /** Its own conditions and hours (S2.62, S2.63). */
  conditions: z.array(storedCondition),
  hours: z.array(weeklyHours),
  /** What its parents and policies bind besides. */
  inherited: z.array(inheritedLimit),
  /** Stored words that name no permission of this version; they grant nothing. */
  unknownPermissions: z.array(z.string()),
  /** Its line of parents is broken, so it gives nothing. */
  isBroken: z.boolean(),
  isActive: z.boolean(),
  /** Whether only a Super User may give it, because it carries a security permission. */
  isSuperUserGiven: z.boolean(),
  /** Keeps its holders out, Super Users excepted; null when it does not. */
  lockOut: z.union([z.null(), z.strictObject(lockOut)]),
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
          /** Every set of hours that must be kept for it to count: its own, its parents’ and its policies’ (S2.62). */
          allHours: z.array(z.array(weeklyHours)),
          /** What it gives over some records only (S2.63). */
          conditionedPermissions: z.array(permissionId),
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
      /** Roles that depend on it: its children, and roles it is stacked on as a policy. */
      dependents: z.array(z.strictObject({ roleId: slug, name: z.string() })),
      /** A change that waits for its day. */
      waiting: z.union([z.null(), waitingChange]),
      /** A change that waits for a second person: who asked for it, and when. */
      proposed: z.union([z.null(), z.strictObject({ by: z.string(), atMs: z.int() })]),
      holders: z.array(z.strictObject({ userId: id, name: z.string(), loginId: z.string(), status: z.string() })),
    }),
    audit: { event: 'role_viewed', action: 'R', says: 'looked at a role and who holds it' },
    example: { roleId: 'billing' },
  }),
  'role.lockOut': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject({ roleId: slug, untilMs: timeMs, reason }),
    output: done,
    audit: {
      event: 'role_locked_out',
      action: 'U',
      says: 'locked out everybody who holds a role',
      dicomCode: '110137',
    },
    example: { roleId: 'billing', untilMs: null, reason: 'The billing office is being looked into.' },
  }),
  'role.unlock': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject({ roleId: slug, reason }),
    output: done,
    audit: { event: 'role_unlocked', action: 'U', says: 'ended the lock-out of a role', dicomCode: '110137' },
    example: { roleId: 'billing', reason: 'Nothing was found.' },
  }),
};
