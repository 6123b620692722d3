// Procedures of the practice's rules about rights as such.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { TOXIC_PAIRS_RULES } from '../rightsRules.ts';
import { done, empty, reason, timeMs } from '../schemas.ts';

const changed = { changedBy: z.union([z.null(), z.string()]), changedAtMs: timeMs };
const toxicPairs = z.enum(TOXIC_PAIRS_RULES);

export const rightsRulesProcedures = {
  'rightsRules.read': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({ toxicPairs: z.strictObject({ value: toxicPairs, ...changed }) }),
    audit: { event: 'rights_rules_viewed', action: 'R', says: 'looked at the rules about rights' },
    example: {},
  }),
  'rightsRules.setToxicPairs': procedure({
    kind: 'command',
    access: permission('setting:update'),
    /** `was` is what the page showed, so that nobody changes what somebody else changed meanwhile. */
    input: z.strictObject({ was: toxicPairs, toxicPairs, reason }),
    output: done,
    audit: {
      event: 'toxic_pairs_rule_changed',
      action: 'U',
      says: 'changed what happens where rights meet that should not',
      dicomCode: '110129',
    },
    example: { was: 'mark', toxicPairs: 'block', reason: 'There are enough people to separate duties now.' },
  }),
};
