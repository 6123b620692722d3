// Procedures of the providers list; providers belong to the data area Lists.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, id, page, reason, requiredText, search, text, version } from '../schemas.ts';

const fields = z.strictObject({
  lastName: requiredText(80),
  firstName: text(80),
  specialty: text(120),
  gender: text(20),
  organization: text(120),
  address: text(200),
  city: text(80),
  state: text(40),
  zip: text(12),
  isActive: z.boolean(),
});
export const PROVIDER_SORTS = ['name', 'specialty', 'city'] as const;

export const providerProcedures = {
  'provider.find': procedure({
    kind: 'query',
    access: permission('list:read'),
    input: z.strictObject({ search, sort: z.enum(PROVIDER_SORTS), isDescending: z.boolean(), ...page }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          providerId: id,
          lastName: z.string(),
          firstName: z.string(),
          specialty: z.string(),
          city: z.string(),
          patientCount: z.int(),
          isActive: z.boolean(),
        }),
      ),
    }),
    audit: { event: 'providers_listed', action: 'R', says: 'looked at the list of providers' },
    example: { search: '', sort: 'name', isDescending: false, offset: 0, limit: 50 },
  }),
  'provider.read': procedure({
    kind: 'query',
    access: permission('list:read'),
    input: z.strictObject({ providerId: id }),
    output: z.strictObject({
      providerId: id,
      version,
      externalId: z.union([z.null(), z.string()]),
      fields,
      patientCount: z.int(),
      createdAtMs: atMs,
      createdBy: z.string(),
      changedAtMs: atMs,
      changedBy: z.string(),
    }),
    target: { kind: 'provider', idField: 'providerId' },
    audit: { event: 'provider_viewed', action: 'R', says: 'looked at a provider' },
    example: { providerId: EXAMPLE_ID },
  }),
  'provider.update': procedure({
    kind: 'command',
    access: permission('list:update'),
    input: z.strictObject({ providerId: id, version, fields }),
    output: z.strictObject({ version }),
    target: { kind: 'provider', idField: 'providerId' },
    audit: { event: 'provider_changed', action: 'U', says: 'changed a provider' },
    example: {
      providerId: EXAMPLE_ID,
      version: 1,
      fields: {
        lastName: 'Patel',
        firstName: 'Ria',
        specialty: 'General practice',
        gender: 'F',
        organization: '',
        address: '',
        city: '',
        state: '',
        zip: '',
        isActive: true,
      },
    },
  }),
  'provider.delete': procedure({
    kind: 'command',
    access: permission('list:delete'),
    input: z.strictObject({ providerId: id, version, reason }),
    output: done,
    target: { kind: 'provider', idField: 'providerId' },
    audit: { event: 'provider_deleted', action: 'D', says: 'deleted a provider' },
    example: { providerId: EXAMPLE_ID, version: 1, reason: 'Entered twice.' },
  }),
};
