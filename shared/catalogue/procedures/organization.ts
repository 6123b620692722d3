// Procedures of the practice's own data: name, address, tax ids and how long things are kept (S4.13).
import { z } from 'zod';
import { isTaxId } from '../../people/isTaxId.ts';
import { permission, procedure } from '../entry.ts';
import { empty, requiredText, text, version } from '../schemas.ts';

/** Six years is the floor for what documents the safeguards. Source: 45 CFR 164.316(b)(2)(i). */
export const RETENTION_YEARS = { min: 6, max: 50, usual: 6 } as const;

const years = z.int().min(RETENTION_YEARS.min).max(RETENTION_YEARS.max);

/** What may be changed by whoever looks after the office; how people sign in and what rights do stands elsewhere. */
export const organizationFields = z.strictObject({
  name: requiredText(120),
  address: text(300),
  /** Employer Identification Number, or '' when it is not known. */
  taxId: text(10).refine((value) => value === '' || isTaxId(value), 'is not a tax ID such as 12-3456789'),
  /** The number the state knows the practice by; every state has a form of its own. */
  stateTaxId: text(30),
  logRetentionYears: years,
  recordRetentionYears: years,
});
export type OrganizationFields = z.output<typeof organizationFields>;

export const organizationProcedures = {
  'organization.read': procedure({
    kind: 'query',
    access: permission('organization:read'),
    input: empty,
    output: z.strictObject({ version, fields: organizationFields, timeZone: z.string() }),
    audit: { event: 'practice_data_viewed', action: 'R', says: 'looked at the practice’s own data' },
    example: {},
  }),
  'organization.update': procedure({
    kind: 'command',
    access: permission('organization:update'),
    input: z.strictObject({ version, fields: organizationFields, reason: text(500) }),
    output: z.strictObject({ version }),
    audit: { event: 'practice_data_changed', action: 'U', says: 'changed the practice’s own data' },
    example: {
      version: 1,
      fields: {
        name: 'Maple Street Family Practice',
        address: '12 Maple Street, Somerville MA 02145',
        taxId: '12-3456789',
        stateTaxId: '',
        logRetentionYears: 6,
        recordRetentionYears: 10,
      },
      reason: 'The practice moved.',
    },
  }),
};
