// The shapes of roles that several procedures share: what is written into one, and what waits for its day.
import { z } from 'zod';
import { CONDITION_OPERATORS, isJudgeable } from '../../authorization/rowCondition.ts';
import { recordTypeNamed } from '../records.ts';
import { atMs, permissionId, requiredText, slug } from '../schemas.ts';
import { TASK_IDS } from '../tasks.ts';

export const taskId = z.enum(TASK_IDS);

/** A condition as stored. One that names a field of another version is shown all the same: it lets no row through. */
export const storedCondition = z.strictObject({
  permission: permissionId,
  type: requiredText(40),
  field: requiredText(40),
  operator: z.enum(CONDITION_OPERATORS),
  value: z.union([z.string().max(200), z.number(), z.boolean()]),
});
/** Limits one of the role's rights to rows whose field stands in this relation to the constant (S2.63). */
export const rightCondition = storedCondition.refine(
  (one) => isJudgeable(one, recordTypeNamed(one.type)?.fields[one.field]?.kind),
  { error: 'does not fit a field of these records', path: ['field'] },
);
/** Hours of one weekday (Monday is 1); an end at or before the start lies on the next day (S2.62). */
export const weeklyHours = z.strictObject({
  weekday: z.int().min(1).max(7),
  fromMinute: z.int().min(0).max(1_439),
  untilMinute: z.int().min(0).max(1_440),
});

/** What a role is made of. Its purpose is demanded (S4.02). */
export const roleFields = z.strictObject({
  name: requiredText(60),
  purpose: requiredText(300),
  parentId: z.union([z.null(), slug]),
  policyIds: z.array(slug).max(20),
  taskIds: z.array(taskId).max(TASK_IDS.length),
  /** All it gives but for what its policies give; what differs from the parent is worked out. */
  permissions: z.array(permissionId),
  conditions: z.array(rightCondition).max(50).default([]),
  /** The hours of the week in which it counts; none: always. */
  hours: z.array(weeklyHours).max(28).default([]),
});
export type RoleFields = z.output<typeof roleFields>;

/** What binds a role without standing in it. */
export const inheritedLimit = z.strictObject({
  roleId: slug,
  from: z.enum(['parent', 'policy']),
  hours: z.array(weeklyHours),
  conditions: z.array(storedCondition),
});

export const waitingChange = z.strictObject({
  effectiveAtMs: atMs,
  by: z.string(),
  approvedBy: z.union([z.null(), z.string()]),
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
  conditions: z.array(storedCondition),
  hours: z.array(weeklyHours),
  /** Rights it gave that the version before did not, and the other way round. */
  added: z.array(permissionId),
  removed: z.array(permissionId),
  reason: z.string(),
  by: z.string(),
  /** Who approved it where two people were needed. */
  approvedBy: z.union([z.null(), z.string()]),
  atMs,
});
