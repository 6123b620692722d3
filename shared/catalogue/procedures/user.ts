// Procedures of Security > Users (PAP for users).
import { z } from 'zod';
import { permission, permissionWithPassword, procedure } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, id, reason, text, timeMs, typedPassword, version } from '../schemas.ts';
import { expectationEffect } from './expectation.ts';
import { info, rightChange, rights, user } from './userViews.ts';

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

export const userProcedures = {
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
  'user.findLocationChoices': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({}),
    output: z.strictObject({
      locations: z.array(
        z.strictObject({ locationId: id, name: z.string(), parentId: z.union([z.null(), id]), isInUse: z.boolean() }),
      ),
    }),
    audit: { event: 'location_choices_listed', action: 'R', says: 'looked at the locations a user can be limited to' },
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
      /** Dates, places, location limit and linked record that change, in words; null: none. */
      terms: z.array(
        z.strictObject({
          field: z.string(),
          old: z.union([z.null(), z.string()]),
          new: z.union([z.null(), z.string()]),
        }),
      ),
      patientsBefore: z.int(),
      patientsAfter: z.int(),
      openSessions: z.int(),
      isWidening: z.boolean(),
      /** Saving it makes a proposal that a second person must approve. */
      needsApproval: z.boolean(),
      /** P6. */
      ...expectationEffect,
    }),
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_change_previewed', action: 'R', says: 'previewed a change of rights' },
    example: changeExample,
  }),
  'user.update': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: z.strictObject({ ...change, reason: text(500) }),
    /** `needsApproval`: nothing has changed yet; it waits for a second person. */
    output: z.strictObject({ version, needsApproval: z.boolean() }),
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
  'user.setPhiRestricted': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: z.strictObject({ ...about, isPhiRestricted: z.boolean() }),
    output: z.strictObject({ version }),
    target: { kind: 'user', idField: 'userId' },
    proposes: true,
    audit: {
      event: 'phi_restriction_changed',
      action: 'U',
      says: 'set or lifted ePHI Restricted',
      dicomCode: '110137',
    },
    example: { ...aboutExample, isPhiRestricted: true },
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
