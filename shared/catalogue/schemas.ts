// The schemas several procedures share: ids, names, texts, pages.
import { z } from 'zod';
import { PERMISSION_IDS, type PermissionId } from './permissions.ts';

/** Control characters but tab, line ends and those above ASCII; direction overrides; halves of characters. */
const FORBIDDEN_CHARACTERS = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Text without control characters, lone surrogates or direction overrides, trimmed and in Unicode form NFC. */
export function text(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((value) => !FORBIDDEN_CHARACTERS.test(value), 'contains characters that cannot be shown')
    .transform((value) => value.normalize('NFC').trim());
}

/** Like text(), but something must be left after trimming. */
export function requiredText(maxLength: number) {
  return text(maxLength).refine((value) => value.length > 0, 'must be filled in');
}

export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is not an id');
export const slug = z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not a role id');
export const version = z.int().min(1);
export const reason = requiredText(500);
export const optionalReason = text(500);
export const permissionId = z.enum(PERMISSION_IDS as [PermissionId, ...PermissionId[]]);

/** 3 to 32 letters, digits, `.`, `_` or `-`; compared without regard to case. */
export const loginId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{3,32}$/, 'use 3 to 32 letters, digits, dots, dashes or underscores');

/** A password as typed at sign-in: any length a person may have set, never trimmed or changed. */
export const typedPassword = z.string().min(1).max(256);
/** Length rule only; the blocklist is checked by the password policy in the main process.
 *  Source: NIST SP 800-63B-4: 15 or more when the password stands alone, no composition rules. */
export const newPassword = z.string().min(15, 'use at least 15 characters').max(256);

export const isoDate = z.iso.date();
export const nullableText = (maxLength: number) => z.union([z.null(), text(maxLength)]);
export const empty = z.strictObject({});
export const done = z.strictObject({});
export const page = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(200) };
export const search = text(100);
/** A moment of the years 1 to 9999: others cannot be written as a date. UTC epoch ms. */
export const atMs = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
export const timeMs = z.union([z.null(), atMs]);
/** A lock-out as screens show it; without `untilMs` it lasts until somebody ends it. */
export const lockOut = { untilMs: timeMs, reason: z.string(), by: z.string(), atMs };

export const providerScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('selected'), providerIds: z.array(id).max(2_000) }),
]);
/** The locations a user is limited to; each brings those below it. */
export const locationScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('selected'), locationIds: z.array(id).max(500) }),
]);
export const EXAMPLE_ID = '01900000-0000-7000-8000-000000000001';
