// Procedures that answer questions about rights, now and for the past: why not, who can, and sheets of them (N1, N7, S4.09).
import { z } from 'zod';
import { DENY_REASONS } from '../../authorization/decide.ts';
import { EXPLAIN_STEPS } from '../../authorization/explain.ts';
import { PRIVILEGE_REASONS } from '../../authorization/leastPrivilege.ts';
import { permission, procedure, session } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, id, isoDate, permissionId, slug, timeMs } from '../schemas.ts';
import { replayDays } from './replayShapes.ts';
import { roleFields } from './roleShapes.ts';
import { rightChange, rights, source } from './userViews.ts';

/** A call as it is asked about: its name, and the row it would aim at or null for "at any". */
const asked = {
  procedure: z.string().regex(/^[a-z][A-Za-z]{1,40}\.[a-z][A-Za-z]{1,40}$/, 'is not an act'),
  targetId: z.union([z.null(), id]),
  /** As of a past moment; null: now (N7). */
  asOfMs: timeMs.default(null),
};
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tick'), permission: permissionId }),
  z.strictObject({ kind: z.literal('role'), roleId: z.string(), roleName: z.string() }),
  z.strictObject({ kind: z.literal('provider'), providerId: z.string(), providerName: z.string() }),
  z.strictObject({ kind: z.literal('location'), locationId: z.string(), locationName: z.string() }),
  z.strictObject({ kind: z.literal('patientGrant'), patientId: z.string() }),
  z.strictObject({ kind: z.literal('liftPhiRestriction') }),
  z.strictObject({ kind: z.literal('unlock') }),
  z.strictObject({ kind: z.literal('enable') }),
  z.strictObject({ kind: z.literal('accessSecurity') }),
  z.strictObject({ kind: z.literal('superUser') }),
]);
/** What both answers say about the call itself. */
const about = {
  /** Null: everybody who is signed in may do it. */
  permission: z.union([z.null(), permissionId]),
  /** The password is asked for again when it is done. */
  asksPassword: z.boolean(),
  /** What is typed is judged as well, so the real answer may still be no. */
  dependsOnInput: z.boolean(),
};

const ROLE_EXAMPLE = {
  name: 'Billing',
  purpose: 'Books payments.',
  parentId: null,
  policyIds: [],
  taskIds: [],
  permissions: [],
};

/** How far back the log is asked. */
export const USE_DAYS = [30, 60, 90, 180] as const;
const days = z.literal(USE_DAYS);
/** What both answers about unused rights say about the time they stand for. */
const since = {
  fromMs: atMs,
  logBeganAtMs: timeMs,
  /** The log reaches less far back than was asked: no right can be called unused. */
  isLogTooYoung: z.boolean(),
};

export const accessProcedures = {
  'access.explain': procedure({
    kind: 'query',
    access: session('everybody may ask which rule refused them; about others the answer needs the right to see users'),
    input: z.strictObject({ userId: id, ...asked }),
    output: z.strictObject({
      isPermitted: z.boolean(),
      reason: z.union([z.null(), z.enum(DENY_REASONS)]),
      ...about,
      steps: z.array(
        z.strictObject({ step: z.enum(EXPLAIN_STEPS), state: z.enum(['passed', 'denied', 'notReached']) }),
      ),
      /** True where no more than the rule is told: about oneself, without the right to see users. */
      isRuleOnly: z.boolean(),
      sources: z.array(source),
      changes: z.array(z.strictObject({ change, gains: z.array(rightChange), patientsGained: z.int() })),
    }),
    audit: { event: 'access_explained', action: 'R', says: 'asked why something is allowed or refused' },
    example: { userId: EXAMPLE_ID, procedure: 'patient.read', targetId: null },
  }),
  'access.findHolders': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject(asked),
    output: z.strictObject({
      ...about,
      /** Active people asked about. */
      askedCount: z.int(),
      holders: z.array(
        z.strictObject({
          userId: id,
          name: z.string(),
          loginId: z.string(),
          /** Only with what belongs to them. */
          isOwnOnly: z.boolean(),
          sources: z.array(source),
        }),
      ),
    }),
    audit: { event: 'access_holders_listed', action: 'R', says: 'asked who can do something' },
    example: { procedure: 'claim.delete', targetId: null },
  }),
  'access.printDay': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ patientId: id, day: isoDate }),
    output: z.strictObject({
      couldCount: z.int(),
      /** Null: the log is left out, because whoever asks may not read it. */
      didCount: z.union([z.null(), z.int()]),
    }),
    target: { kind: 'record', type: 'patient', idField: 'patientId' },
    audit: {
      event: 'access_day_printed',
      action: 'R',
      says: 'printed who could open a patient record on one day, and who did',
    },
    example: { patientId: EXAMPLE_ID, day: '2026-03-03' },
  }),
  'access.replayUserChange': procedure({
    kind: 'query',
    access: permission('user:update'),
    input: z.strictObject({ userId: id, ...rights, days: replayDays }),
    output: z.strictObject({ jobId: id }),
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_change_replayed', action: 'R', says: 'tried a change of rights on what is in the log' },
    example: { userId: EXAMPLE_ID, roleIds: [], exceptions: [], scope: { kind: 'all' }, days: 90 },
  }),
  'access.replayRoleChange': procedure({
    kind: 'query',
    access: permission('role:update'),
    input: z.strictObject({ roleId: slug, fields: roleFields, days: replayDays }),
    output: z.strictObject({ jobId: id }),
    audit: { event: 'role_change_replayed', action: 'R', says: 'tried a change of a role on what is in the log' },
    example: { roleId: 'billing', fields: ROLE_EXAMPLE, days: 90 },
  }),
  'access.printRights': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ userId: id }),
    output: done,
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'user_rights_printed', action: 'R', says: 'printed what a user is allowed' },
    example: { userId: EXAMPLE_ID },
  }),
  'access.findUnused': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ days }),
    output: z.strictObject({
      ...since,
      /** Everybody who can sign in; those with most unused rights that reach PHI first. */
      people: z.array(
        z.strictObject({
          userId: id,
          name: z.string(),
          loginId: z.string(),
          roleNames: z.array(z.string()),
          isSuperUser: z.boolean(),
          /** 100: nothing stands out (S2.35). */
          score: z.int(),
          heldCount: z.int(),
          unusedCount: z.int(),
          unusedPhiCount: z.int(),
          tooYoungCount: z.int(),
        }),
      ),
    }),
    audit: { event: 'unused_rights_listed', action: 'R', says: 'looked at the rights that nobody used' },
    example: { days: 90 },
  }),
  'access.readUnused': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ userId: id, days }),
    output: z.strictObject({
      ...since,
      userId: id,
      name: z.string(),
      isSuperUser: z.boolean(),
      isStrict: z.boolean(),
      usedCount: z.int(),
      leastPrivilege: z.strictObject({
        score: z.int(),
        hints: z.array(z.strictObject({ reason: z.enum(PRIVILEGE_REASONS), points: z.int(), count: z.int() })),
      }),
      /** What is held and was not seen in use; what reaches PHI first. */
      rights: z.array(
        z.strictObject({
          permission: permissionId,
          use: z.enum(['unused', 'tooYoung', 'cannotTell']),
          sources: z.array(source),
          /** For each role that gives it: how many people hold the role, and how many of them did not use the right either. */
          roles: z.array(
            z.strictObject({ roleId: z.string(), roleName: z.string(), holderCount: z.int(), idleCount: z.int() }),
          ),
        }),
      ),
    }),
    target: { kind: 'user', idField: 'userId' },
    audit: { event: 'unused_rights_viewed', action: 'R', says: 'looked at the rights that a user did not use' },
    example: { userId: EXAMPLE_ID, days: 90 },
  }),
};
