// Procedures of Security > Users (PAP for users).
import { z } from 'zod';
import { permission, permissionWithPassword, procedure } from '../entry.ts';
import {
  atMs,
  done,
  EXAMPLE_ID,
  id,
  loginId,
  nullableText,
  page,
  permissionId,
  providerScope,
  reason,
  requiredText,
  search,
  slug,
  text,
  timeMs,
  typedPassword,
  version,
} from '../schemas.ts';

const info = z.strictObject({
  lastName: requiredText(80),
  firstName: requiredText(80),
  middleInitial: text(1),
  loginId,
  email: nullableText(200),
  phone: nullableText(40),
  note: nullableText(500),
});
const rights = {
  roleIds: z.array(slug).max(20),
  exceptions: z.array(z.strictObject({ permission: permissionId, effect: z.enum(['grant', 'revoke']) })).max(200),
  scope: providerScope,
};
const change = { userId: id, version, info, ...rights };
const about = { userId: id, version, reason };
const aboutExample = { userId: EXAMPLE_ID, version: 1, reason: 'Left the practice.' };
const infoExample = {
  lastName: 'Ortiz',
  firstName: 'Lena',
  middleInitial: '',
  loginId: 'lortiz',
  email: null,
  phone: null,
  note: null,
};
const changeExample = {
  userId: EXAMPLE_ID,
  version: 1,
  info: infoExample,
  roleIds: ['billing'],
  exceptions: [],
  scope: { kind: 'all' as const },
};
const activation = z.strictObject({ userId: id, activationCode: z.string(), expiresAtMs: atMs });

export const USER_STATUSES = ['invited', 'active', 'disabled', 'deleted'] as const;
const status = z.enum(USER_STATUSES);
export const USER_SORTS = ['name', 'loginId', 'lastSignIn', 'status'] as const;

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
  status,
  isLockedOut: z.boolean(),
});

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('superUser') }),
  z.strictObject({ kind: z.literal('accessSecurity') }),
  z.strictObject({ kind: z.literal('role'), roleId: z.string(), roleName: z.string() }),
  z.strictObject({ kind: z.literal('thisUser') }),
]);

const user = z.strictObject({
  userId: id,
  number: z.int(),
  version,
  info,
  status,
  isSuperUser: z.boolean(),
  hasAccessSecurity: z.boolean(),
  isLockedOut: z.boolean(),
  /** The timed lock after wrong passwords ends then; null when there is none. */
  lockedUntilMs: timeMs,
  lockOutReason: z.union([z.null(), z.string()]),
  ...rights,
  roles: z.array(z.strictObject({ roleId: z.string(), roleName: z.string() })),
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

const rightChange = z.strictObject({ permission: permissionId, label: z.string(), reachesPhi: z.boolean() });

export const userProcedures = {
  'user.find': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({
      search,
      status: z.enum(['active', 'locked', 'disabled', 'all']),
      roleId: z.union([z.null(), slug]),
      sort: z.enum(USER_SORTS),
      isDescending: z.boolean(),
      ...page,
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(userRow) }),
    audit: { event: 'users_listed', action: 'R', says: 'looked at the list of users' },
    example: { search: '', status: 'active', roleId: null, sort: 'name', isDescending: false, offset: 0, limit: 50 },
  }),
  'user.read': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ userId: id }),
    output: user,
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_viewed', action: 'R', says: 'looked at a user and their rights' },
    example: { userId: EXAMPLE_ID },
  }),
  'user.findProviderChoices': procedure({
    kind: 'query',
    access: permission('user:update'),
    input: z.strictObject({}),
    output: z.strictObject({
      providers: z.array(
        z.strictObject({ providerId: id, name: z.string(), specialty: z.string(), patientCount: z.int() }),
      ),
    }),
    audit: { event: 'provider_choices_listed', action: 'R', says: 'looked at the providers a user can be limited to' },
    example: {},
  }),
  'user.add': procedure({
    kind: 'command',
    access: permission('user:create'),
    input: z.strictObject({ info, ...rights, copiedFromUserId: z.union([z.null(), id]) }),
    output: activation,
    proposes: true,
    audit: { event: 'user_created', action: 'C', says: 'added a user', dicomCode: '110137' },
    example: {
      info: infoExample,
      roleIds: ['billing'],
      exceptions: [],
      scope: { kind: 'selected', providerIds: [] },
      copiedFromUserId: null,
    },
  }),
  'user.previewUpdate': procedure({
    kind: 'query',
    access: permission('user:update'),
    input: z.strictObject(change),
    output: z.strictObject({
      added: z.array(rightChange),
      removed: z.array(rightChange),
      patientsBefore: z.int(),
      patientsAfter: z.int(),
      openSessions: z.int(),
      isWidening: z.boolean(),
    }),
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_change_previewed', action: 'R', says: 'previewed a change of rights' },
    example: changeExample,
  }),
  'user.update': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: z.strictObject({ ...change, reason: text(500) }),
    output: z.strictObject({ version }),
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: {
      event: 'privilege_permissions_changed',
      action: 'U',
      says: 'changed a user or their rights',
      dicomCode: '110137',
    },
    example: { ...changeExample, reason: 'Covers billing in December.' },
  }),
  'user.setSuperUser': procedure({
    kind: 'command',
    access: permissionWithPassword('superUser:grant'),
    input: z.strictObject({ ...about, isSuperUser: z.boolean(), password: typedPassword }),
    output: z.strictObject({ version }),
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: { event: 'super_user_changed', action: 'U', says: 'gave or took the Super User tick', dicomCode: '110137' },
    example: { ...aboutExample, isSuperUser: true, password: 'correct horse battery staple' },
  }),
  'user.setAccessSecurity': procedure({
    kind: 'command',
    access: permissionWithPassword('accessSecurity:grant'),
    input: z.strictObject({ ...about, hasAccessSecurity: z.boolean(), password: typedPassword }),
    output: z.strictObject({ version }),
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: {
      event: 'access_security_changed',
      action: 'U',
      says: 'gave or took the Access Security tick',
      dicomCode: '110137',
    },
    example: { ...aboutExample, hasAccessSecurity: true, password: 'correct horse battery staple' },
  }),
  'user.disable': procedure({
    kind: 'command',
    access: permission('user:disable'),
    input: z.strictObject(about),
    output: done,
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: { event: 'user_disabled', action: 'U', says: 'disabled a user', dicomCode: '110137' },
    example: aboutExample,
  }),
  'user.enable': procedure({
    kind: 'command',
    access: permission('user:disable'),
    input: z.strictObject(about),
    output: activation,
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: { event: 'user_enabled', action: 'U', says: 'enabled a user again', dicomCode: '110137' },
    example: aboutExample,
  }),
  'user.lockOut': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject({ ...about, untilMs: timeMs }),
    output: done,
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: { event: 'user_locked_out', action: 'U', says: 'locked a user out', dicomCode: '110137' },
    example: { ...aboutExample, untilMs: null },
  }),
  'user.unlock': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject(about),
    output: done,
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_unlocked', action: 'U', says: 'unlocked a user', dicomCode: '110137' },
    example: aboutExample,
  }),
  'user.issueActivationCode': procedure({
    kind: 'command',
    access: permission('user:resetPassword'),
    input: z.strictObject(about),
    output: activation,
    target: { kind: 'user', idField: 'userId' },
    // Whoever makes the code can enter with it: it counts as giving all the person's rights.
    proposes: true,
    audit: { event: 'authn_password_reset', action: 'U', says: 'gave out a new activation code', dicomCode: '110137' },
    example: aboutExample,
  }),
  'user.delete': procedure({
    kind: 'command',
    access: permission('user:delete'),
    input: z.strictObject(about),
    output: done,
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: { event: 'user_deleted', action: 'D', says: 'deleted a user', dicomCode: '110137' },
    example: aboutExample,
  }),
};
