// Procedures of Security > Approvals: changes of rights that wait for a second person (S1.06).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, empty, id, optionalReason, reason, timeMs, version } from '../schemas.ts';
import { expectationEffect } from './expectation.ts';

const words = z.union([z.null(), z.string()]);
const proposal = z.strictObject({
  proposalId: id,
  kind: z.enum(['role', 'user']),
  targetId: z.string(),
  targetName: z.string(),
  /** Before and after, in the words of the log. */
  changes: z.array(z.strictObject({ field: z.string(), old: words, new: words })),
  reason: z.string(),
  /** When it is to take effect; null for at once. */
  effectiveAtMs: timeMs,
  by: z.string(),
  atMs,
  /** The reader asked for it, so somebody else must decide. */
  isOwn: z.boolean(),
  /** What it is about was changed or deleted since, so it cannot be approved any more. */
  isStale: z.boolean(),
  state: z.enum(['waiting', 'approved', 'rejected', 'withdrawn']),
  decidedBy: words,
  decidedAtMs: timeMs,
  decisionReason: words,
});

/** The log keeps a word for what was decided besides the reason of the change itself. */
const approves = z.strictObject({ proposalId: id, reason: optionalReason });
const rejects = z.strictObject({ proposalId: id, reason });

export const proposalProcedures = {
  'proposal.find': procedure({
    kind: 'query',
    access: permission('role:read'),
    input: empty,
    output: z.strictObject({ waiting: z.array(proposal), decided: z.array(proposal) }),
    audit: { event: 'proposals_listed', action: 'R', says: 'looked at the changes of rights that wait for approval' },
    example: {},
  }),
  'proposal.preview': procedure({
    kind: 'query',
    access: permission('role:read'),
    input: z.strictObject({ proposalId: id }),
    /** Of one that waits, worked out on the rights of now (P6). */
    output: z.strictObject(expectationEffect),
    audit: { event: 'proposal_previewed', action: 'R', says: 'previewed a change of rights that waits for approval' },
    example: { proposalId: EXAMPLE_ID },
  }),
  'proposal.approveRoleChange': procedure({
    kind: 'command',
    access: permission('role:update'),
    input: approves,
    output: z.strictObject({ version }),
    proposes: true,
    audit: { event: 'role_change_approved', action: 'U', says: 'approved a change of a role', dicomCode: '110136' },
    example: { proposalId: EXAMPLE_ID, reason: '' },
  }),
  'proposal.rejectRoleChange': procedure({
    kind: 'command',
    access: permission('role:update'),
    input: rejects,
    output: done,
    audit: { event: 'role_change_rejected', action: 'U', says: 'turned down a change of a role', dicomCode: '110136' },
    example: { proposalId: EXAMPLE_ID, reason: 'The desk does book.' },
  }),
  'proposal.approveUserChange': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: approves,
    output: z.strictObject({ version }),
    proposes: true,
    audit: {
      event: 'rights_change_approved',
      action: 'U',
      says: 'approved a change of a person’s rights',
      dicomCode: '110137',
    },
    example: { proposalId: EXAMPLE_ID, reason: '' },
  }),
  'proposal.rejectUserChange': procedure({
    kind: 'command',
    access: permission('user:update'),
    input: rejects,
    output: done,
    audit: {
      event: 'rights_change_rejected',
      action: 'U',
      says: 'turned down a change of a person’s rights',
      dicomCode: '110137',
    },
    example: { proposalId: EXAMPLE_ID, reason: 'Not before the training.' },
  }),
};
