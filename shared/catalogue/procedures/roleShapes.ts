// The shapes of roles that several procedures share: what is written into one, and what waits for its day.
import { z } from 'zod';
import { atMs, permissionId, requiredText, slug } from '../schemas.ts';
import { TASK_IDS } from '../tasks.ts';

export const taskId = z.enum(TASK_IDS);

/** What a role is made of. Its purpose is demanded (S4.02). */
export const roleFields = z.strictObject({
  name: requiredText(60),
  purpose: requiredText(300),
  parentId: z.union([z.null(), slug]),
  policyIds: z.array(slug).max(20),
  taskIds: z.array(taskId).max(TASK_IDS.length),
  /** All it gives but for what its policies give; what differs from the parent is worked out. */
  permissions: z.array(permissionId),
});
export type RoleFields = z.output<typeof roleFields>;

export const waitingChange = z.strictObject({
  effectiveAtMs: atMs,
  by: z.string(),
  atMs,
  reason: z.string(),
  fields: roleFields,
});

export const roleVersion = z.strictObject({
  number: z.int(),
  name: z.string(),
  purpose: z.string(),
  parent: z.union([z.null(), z.string()]),
  policies: z.array(z.string()),
  permissions: z.array(permissionId),
  /** Rights it gave that the version before did not, and the other way round. */
  added: z.array(permissionId),
  removed: z.array(permissionId),
  reason: z.string(),
  by: z.string(),
  atMs,
});
