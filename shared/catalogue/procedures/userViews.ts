// How users and their rights look in the answers of Security > Users.
import { z } from 'zod';
import { WITHHELD_REASONS } from '../../authorization/grantTerms.ts';
import {
  atMs,
  id,
  isoDate,
  locationScope,
  lockOut,
  loginId,
  nullableText,
  permissionId,
  providerScope,
  requiredText,
  slug,
  text,
  timeMs,
  version,
} from '../schemas.ts';

export const info = z.strictObject({
  lastName: requiredText(80),
  firstName: requiredText(80),
  middleInitial: text(1),
  loginId,
  email: nullableText(200),
  phone: nullableText(40),
  note: nullableText(500),
});
/** First and last day, both included; null: no such limit. */
const dates = z
  .strictObject({ validFrom: z.union([z.null(), isoDate]), validUntil: z.union([z.null(), isoDate]) })
  .refine(({ validFrom, validUntil }) => validFrom === null || validUntil === null || validFrom <= validUntil, {
    error: 'ends before it begins',
    path: ['validUntil'],
  });
const roleTerms = z.strictObject({
  roleId: slug,
  dates,
  /** Counts only while working at one of these locations or below; null: everywhere. */
  locationIds: z.union([z.null(), z.array(id).min(1).max(500)]),
});
export const rights = {
  roleIds: z.array(slug).max(20),
  exceptions: z
    .array(
      z
        .strictObject({ permission: permissionId, effect: z.enum(['grant', 'revoke']), dates: z.optional(dates) })
        .refine(({ effect, dates: given }) => effect === 'grant' || given === undefined, {
          error: 'what is unticked stays so and has no dates',
          path: ['dates'],
        }),
    )
    .max(200),
  scope: providerScope,
  /** Under which terms roles are given: a role not listed is given for good and everywhere. Left out: as it was. */
  roleTerms: z.optional(z.array(roleTerms).max(20)),
  /** Left out: as it was, and all locations for a new user. */
  locations: z.optional(locationScope),
  /** The patient record a holder of the Patient role is linked to. Left out: as it was. */
  linkedPatientId: z.optional(z.union([z.null(), id])),
};
export const USER_STATUSES = ['invited', 'active', 'disabled', 'deleted'] as const;
const status = z.enum(USER_STATUSES);
/** Whether something keeps the person out now: a lock-out of their own or of a role, or the lock after wrong passwords. */
const lockState = {
  isLockedOut: z.boolean(),
  /** Unlocking this person helps; a lock-out of their role alone is ended at the role. */
  isLockedOutInPerson: z.boolean(),
  /** When the last of these ends; null when one has no end, and when there is none. */
  lockedOutUntilMs: timeMs,
};

export const userRow = z.strictObject({
  userId: id,
  number: z.int(),
  lastName: z.string(),
  firstName: z.string(),
  middleInitial: z.string(),
  loginId: z.string(),
  roleNames: z.array(z.string()),
  isSuperUser: z.boolean(),
  hasAccessSecurity: z.boolean(),
  scope: z.enum(['all', 'selected']),
  lastSignInAtMs: timeMs,
  createdAtMs: atMs,
  status,
  ...lockState,
});

/** What gives a right. */
export const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('superUser') }),
  z.strictObject({ kind: z.literal('accessSecurity') }),
  z.strictObject({ kind: z.literal('role'), roleId: z.string(), roleName: z.string() }),
  z.strictObject({ kind: z.literal('thisUser') }),
  z.strictObject({ kind: z.literal('implied'), by: permissionId }),
]);

export const user = z.strictObject({
  userId: id,
  number: z.int(),
  version,
  info,
  status,
  isSuperUser: z.boolean(),
  hasAccessSecurity: z.boolean(),
  isPhiRestricted: z.boolean(),
  /** Strict roles: no rights beside the roles can be given. */
  isStrict: z.boolean(),
  ...lockState,
  /** The timed lock after wrong passwords ends then; null when there is none. */
  lockedUntilMs: timeMs,
  lockOuts: z.array(
    z.strictObject({ kind: z.enum(['user', 'role']), roleName: z.union([z.null(), z.string()]), ...lockOut }),
  ),
  ...rights,
  /** `withheld`: why the role does not count now. */
  roles: z.array(
    z.strictObject({
      roleId: z.string(),
      roleName: z.string(),
      withheld: z.union([z.null(), z.enum(WITHHELD_REASONS)]),
    }),
  ),
  effective: z.array(
    z.strictObject({
      permission: permissionId,
      isHeld: z.boolean(),
      isTakenAway: z.boolean(),
      sources: z.array(source),
    }),
  ),
  lastSignIn: z.union([z.null(), z.strictObject({ atMs, workstation: z.string() })]),
  passwordChangedAtMs: timeMs,
  createdAtMs: atMs,
  createdBy: z.string(),
  changedAtMs: atMs,
  changedBy: z.string(),
  /** What the person asking may do here: advice for the screen, never the check itself. */
  isSelf: z.boolean(),
});

export const rightChange = z.strictObject({ permission: permissionId, label: z.string(), reachesPhi: z.boolean() });
