// Procedures of expectations: what somebody must or must not be able to do, checked at every change of rights (P6).
import { z } from 'zod';
import { ABOUT_KINDS } from '../aboutKinds.ts';
import { permission, procedure } from '../entry.ts';
import { atMs, EXAMPLE_ID, empty, id, permissionId, reason, slug, timeMs, version } from '../schemas.ts';

const procedureName = z.string().regex(/^[a-z][A-Za-z]{1,40}\.[a-z][A-Za-z]{1,40}$/, 'is not an act');
const who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id }),
  z.strictObject({ kind: z.literal('role'), id: slug }),
]);
const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('record'), id }),
  z.strictObject({ kind: z.literal('patient'), id }),
  z.strictObject({ kind: z.literal('provider'), id }),
]);
/** What one expectation says: the act is a call or a right, by its stored word. */
export const expectationFields = z.strictObject({
  who,
  isMust: z.boolean(),
  act: z.union([permissionId, procedureName]),
  about,
});

/** An expectation with names; `about.name` is null where there is none, or none for the eyes of whoever asks. */
export const saidExpectation = {
  who: z.strictObject({ kind: z.enum(['user', 'role']), id: z.string(), name: z.string() }),
  isMust: z.boolean(),
  act: z.string(),
  about: z.strictObject({ kind: z.enum(ABOUT_KINDS), name: z.union([z.null(), z.string()]) }),
};

/** What a change of rights would do to them: those that hold now and would not, and the other way round. */
export const expectationEffect = {
  breaks: z.array(z.strictObject(saidExpectation)),
  mends: z.array(z.strictObject(saidExpectation)),
};

export const expectationProcedures = {
  'expectation.find': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: empty,
    output: z.strictObject({
      /** Judged while asking, broken ones first. */
      expectations: z.array(
        z.strictObject({
          expectationId: id,
          version,
          ...saidExpectation,
          isBroken: z.boolean(),
          /** Since when the log knows it broken; null while it holds, or where it broke without a change of rights. */
          brokenSinceMs: timeMs,
          /** Whom it was asked about, and of them those who make it broken. */
          askedCount: z.int(),
          brokenBy: z.array(z.string()),
          createdAtMs: atMs,
          createdBy: z.string(),
        }),
      ),
    }),
    audit: { event: 'expectations_listed', action: 'R', says: 'looked at what is expected of rights' },
    example: {},
  }),
  'expectation.countBroken': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: empty,
    output: z.strictObject({ brokenCount: z.int(), count: z.int() }),
    audit: { none: 'a count for the strip above the list of users; looking at the list itself is logged' },
    example: {},
  }),
  'expectation.create': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: z.strictObject({ fields: expectationFields }),
    output: z.strictObject({ expectationId: id, isBroken: z.boolean() }),
    audit: { event: 'expectation_created', action: 'C', says: 'wrote down what is expected of rights' },
    example: {
      fields: { who: { kind: 'user', id: EXAMPLE_ID }, isMust: false, act: 'note.read', about: { kind: 'any' } },
    },
  }),
  'expectation.delete': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: z.strictObject({ expectationId: id, version, reason }),
    output: empty,
    audit: { event: 'expectation_deleted', action: 'D', says: 'deleted what was expected of rights' },
    example: { expectationId: EXAMPLE_ID, version: 1, reason: 'It is no longer wanted.' },
  }),
};
