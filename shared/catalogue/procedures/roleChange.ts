// Procedures that make, change, delete and print roles and policies (PAP for roles).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { OFFICE_SIZES } from '../officePresets.ts';
import { done, reason, slug, timeMs, version } from '../schemas.ts';
import { expectationEffect } from './expectation.ts';
import { roleFields, roleVersion } from './roleShapes.ts';

const fieldsExample = {
  name: 'Evening desk',
  purpose: 'Checks patients in after five.',
  parentId: null,
  policyIds: [],
  taskIds: ['checkIn' as const],
  permissions: ['patient:read' as const, 'schedule:read' as const],
  conditions: [],
  hours: [],
};
/** A child that gives more than its parent must be confirmed by a Super User (S2.64). */
const confirmsWidening = z.boolean();

export const roleChangeProcedures = {
  'role.create': procedure({
    kind: 'command',
    access: permission('role:create'),
    input: z.strictObject({
      kind: z.enum(['custom', 'policy']),
      fields: roleFields,
      copiedFromRoleId: z.union([z.null(), slug]),
      confirmsWidening,
      reason,
    }),
    output: z.strictObject({ roleId: slug, version }),
    proposes: true,
    audit: { event: 'role_created', action: 'C', says: 'added a role', dicomCode: '110136' },
    example: {
      kind: 'custom',
      fields: fieldsExample,
      copiedFromRoleId: null,
      confirmsWidening: false,
      reason: 'The desk is open in the evening now.',
    },
  }),
  'role.previewUpdate': procedure({
    kind: 'query',
    access: permission('role:update'),
    input: z.strictObject({ roleId: slug, version, fields: roleFields }),
    /** For everybody who holds the role or one that takes over from it (P6). */
    output: z.strictObject(expectationEffect),
    audit: { event: 'role_change_previewed', action: 'R', says: 'previewed a change of a role' },
    example: { roleId: 'billing', version: 1, fields: fieldsExample },
  }),
  'role.update': procedure({
    kind: 'command',
    access: permission('role:update'),
    input: z.strictObject({
      roleId: slug,
      version,
      fields: roleFields,
      /** When it takes effect; null for at once. */
      effectiveAtMs: timeMs,
      confirmsWidening,
      reason,
    }),
    /** `needsApproval`: nothing has changed yet; it waits for a second person. */
    output: z.strictObject({ version, needsApproval: z.boolean() }),
    proposes: true,
    audit: { event: 'role_changed', action: 'U', says: 'changed a role', dicomCode: '110136' },
    example: {
      roleId: 'billing',
      version: 1,
      fields: fieldsExample,
      effectiveAtMs: null,
      confirmsWidening: false,
      reason: 'The desk does not book any more.',
    },
  }),
  'role.withdrawChange': procedure({
    kind: 'command',
    access: permission('role:update'),
    input: z.strictObject({ roleId: slug, version, reason }),
    output: z.strictObject({ version }),
    audit: {
      event: 'role_change_withdrawn',
      action: 'U',
      says: 'took back a change of a role that was still to come',
      dicomCode: '110136',
    },
    example: { roleId: 'billing', version: 1, reason: 'The plan was given up.' },
  }),
  'role.delete': procedure({
    kind: 'command',
    access: permission('role:delete'),
    input: z.strictObject({ roleId: slug, version, reason }),
    output: done,
    audit: { event: 'role_deleted', action: 'D', says: 'deleted a role', dicomCode: '110136' },
    example: { roleId: 'billing', version: 1, reason: 'Nobody works in the evening any more.' },
  }),
  'role.applyPack': procedure({
    kind: 'command',
    access: permission('role:create'),
    /** `keys` are the roles the page showed as still to be added. */
    input: z.strictObject({ size: z.enum(OFFICE_SIZES), keys: z.array(slug).max(50), reason }),
    output: z.strictObject({ roleIds: z.array(slug) }),
    proposes: true,
    audit: { event: 'role_pack_applied', action: 'C', says: 'added ready-made roles', dicomCode: '110136' },
    example: { size: 'small', keys: ['supplies'], reason: 'Recommended for an office of our size.' },
  }),
  'role.findVersions': procedure({
    kind: 'query',
    access: permission('role:read'),
    input: z.strictObject({ roleId: slug }),
    output: z.strictObject({ versions: z.array(roleVersion) }),
    audit: { event: 'role_versions_viewed', action: 'R', says: 'looked at the versions of a role' },
    example: { roleId: 'billing' },
  }),
  'role.print': procedure({
    kind: 'command',
    access: permission('role:read'),
    input: z.strictObject({ roleId: slug }),
    output: done,
    audit: { event: 'role_printed', action: 'R', says: 'printed a role sheet' },
    example: { roleId: 'billing' },
  }),
  'role.printBinder': procedure({
    kind: 'command',
    access: permission('role:export'),
    input: z.strictObject({ reason }),
    output: done,
    audit: { event: 'policy_binder_printed', action: 'E', says: 'printed the policy binder', dicomCode: '110106' },
    example: { reason: 'For the annual review.' },
  }),
};
