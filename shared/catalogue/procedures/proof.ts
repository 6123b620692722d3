// Procedures of Security > Proof run (N2).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { id, permissionId } from '../schemas.ts';

const calls = {
  /** Calls fired. */
  callCount: z.int(),
  /** By the tick boxes and lists they should be let in. */
  expectedCount: z.int(),
  /** They were let in. */
  letInCount: z.int(),
  /** Ticked, and refused by a rule beyond the boxes, such as that nobody widens themselves. */
  furtherRuleCount: z.int(),
  differenceCount: z.int(),
};

export const proofProcedures = {
  'proof.run': procedure({
    kind: 'command',
    access: permission('audit:verify'),
    /** Null: everybody who can sign in. */
    input: z.strictObject({ userId: z.union([z.null(), id]) }),
    output: z.strictObject({
      userCount: z.int(),
      procedureCount: z.int(),
      totals: z.strictObject(calls),
      /** A row per tick box; `permission` null: what everybody signed in may. */
      rows: z.array(z.strictObject({ permission: z.union([z.null(), permissionId]), tickedCount: z.int(), ...calls })),
      /** The first differences, if there are any. */
      differences: z.array(
        z.strictObject({
          name: z.string(),
          procedure: z.string(),
          aim: z.string(),
          shouldBeLetIn: z.boolean(),
          reason: z.union([z.null(), z.string()]),
        }),
      ),
      /** SHA-256 over every call and its answer; stands in the log entry too. */
      digest: z.string(),
      atMs: z.int(),
    }),
    audit: { event: 'enforcement_proved', action: 'E', says: 'fired every act as people to prove that rights hold' },
    example: { userId: null },
  }),
};
