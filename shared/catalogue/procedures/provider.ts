// Procedures of provider profiles beyond those of every record: the photo, the login, licenses that run out, commission.
import { z } from 'zod';
import { GRAY_PHOTO_BASE64 } from '../../photo/grayPhoto.ts';
import { MAX_PHOTO_BASE64 } from '../../photo/photoRules.ts';
import { permission, procedure } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, empty, id, isoDate } from '../schemas.ts';

const provider = { kind: 'record', type: 'provider', idField: 'id' } as const;
const base64 = z
  .string()
  .max(MAX_PHOTO_BASE64, 'is larger than a photo may be')
  .regex(/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'is no photo');

export const providerProcedures = {
  'provider.readPhoto': procedure({
    kind: 'query',
    access: permission('list:read'),
    input: z.strictObject({ id }),
    output: z.strictObject({
      photo: z.union([z.null(), z.strictObject({ jpegBase64: z.string(), changedAtMs: atMs, changedBy: z.string() })]),
    }),
    target: provider,
    audit: { none: 'the face on a profile whose opening stands in the log' },
    example: { id: EXAMPLE_ID },
  }),
  'provider.setPhoto': procedure({
    kind: 'command',
    access: permission('list:update'),
    input: z.strictObject({ id, jpegBase64: base64 }),
    output: done,
    target: provider,
    audit: { event: 'provider_photo_set', action: 'U', says: 'set the photo of a provider' },
    example: { id: EXAMPLE_ID, jpegBase64: GRAY_PHOTO_BASE64 },
  }),
  'provider.removePhoto': procedure({
    kind: 'command',
    access: permission('list:update'),
    input: z.strictObject({ id }),
    output: done,
    target: provider,
    audit: { event: 'provider_photo_removed', action: 'U', says: 'removed the photo of a provider' },
    example: { id: EXAMPLE_ID },
  }),
  'provider.findExpiringLicenses': procedure({
    kind: 'query',
    access: permission('list:update'),
    input: empty,
    output: z.strictObject({
      licenses: z.array(
        z.strictObject({
          id,
          title: z.string(),
          expires: isoDate,
          /** Days from today on the practice's clock; below zero once it has expired. */
          daysLeft: z.int(),
        }),
      ),
    }),
    audit: { none: 'a reminder derived from the list of providers; asked for by the page itself' },
    example: {},
  }),
  'provider.setCommission': procedure({
    kind: 'command',
    access: permission('report:setCommission'),
    /** Hundredths of a percent of what was received; 0 for none. */
    input: z.strictObject({ id, basisPoints: z.int().min(0).max(10_000) }),
    output: done,
    target: provider,
    audit: { event: 'provider_commission_set', action: 'U', says: 'set the commission of a provider' },
    example: { id: EXAMPLE_ID, basisPoints: 250 },
  }),
};
