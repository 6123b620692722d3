// Procedures of asking for a reason before an act (P7, S3.14).
import { z } from 'zod';
import { ACCESS_REASON_IDS, canAskReason } from '../accessReasons.ts';
import { permission, procedure, session } from '../entry.ts';
import { done, EXAMPLE_ID, empty, id, permissionId, reason, requiredText, text } from '../schemas.ts';

const rules = z.strictObject({
  permissions: z.array(permissionId.refine(canAskReason, 'does not ask for a reason')).max(200),
  isAskedOutOfPattern: z.boolean(),
});
const noRules = { permissions: [], isAskedOutOfPattern: false };

export const reasonRulesProcedures = {
  'session.giveReason': procedure({
    kind: 'command',
    access: session('whoever is asked for a reason answers for themselves'),
    input: z.strictObject({
      /** The act that asked, and the row it aimed at. */
      procedure: requiredText(80),
      targetId: z.union([z.null(), id]),
      reason: z.enum(ACCESS_REASON_IDS),
      words: text(300),
    }),
    output: done,
    audit: { event: 'access_reason_given', action: 'E', says: 'gave a reason before an act' },
    example: { procedure: 'patient.read', targetId: EXAMPLE_ID, reason: 'treatment', words: '' },
  }),
  'reasonRules.read': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({ rules }),
    audit: { event: 'reason_rules_viewed', action: 'R', says: 'looked at where a reason is asked' },
    example: {},
  }),
  'reasonRules.update': procedure({
    kind: 'command',
    access: permission('setting:update'),
    /** `was` is what the page showed, so that nobody changes what somebody else changed meanwhile. */
    input: z.strictObject({ was: rules, rules, reason }),
    output: done,
    audit: {
      event: 'reason_rules_changed',
      action: 'U',
      says: 'changed where a reason is asked before an act',
      dicomCode: '110129',
    },
    example: {
      was: noRules,
      rules: { permissions: ['patient:export'], isAskedOutOfPattern: true },
      reason: 'Advised by the privacy officer.',
    },
  }),
};
