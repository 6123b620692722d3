// Procedures of the practice's rules about rights as such.
import { z } from 'zod';
import { permission, permissionWithPassword, procedure } from '../entry.ts';
import { BEYOND_TASKS_RULES, RIGHTS_MODELS, SECOND_APPROVER_RULES, TOXIC_PAIRS_RULES } from '../rightsRules.ts';
import { done, empty, id, permissionId, reason, timeMs, typedPassword } from '../schemas.ts';

const changed = { changedBy: z.union([z.null(), z.string()]), changedAtMs: timeMs };
const toxicPairs = z.enum(TOXIC_PAIRS_RULES);
const beyondTasks = z.enum(BEYOND_TASKS_RULES);
const rightsModel = z.enum(RIGHTS_MODELS);
const secondApprover = z.enum(SECOND_APPROVER_RULES);

export const rightsRulesProcedures = {
  'rightsRules.read': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({
      toxicPairs: z.strictObject({ value: toxicPairs, ...changed }),
      beyondTasks: z.strictObject({ value: beyondTasks, ...changed }),
      rightsModel: z.strictObject({ value: rightsModel, ...changed }),
      secondApprover: z.strictObject({ value: secondApprover, ...changed }),
    }),
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
  'rightsRules.setBeyondTasks': procedure({
    kind: 'command',
    access: permission('setting:update'),
    input: z.strictObject({ was: beyondTasks, beyondTasks, reason }),
    output: done,
    audit: {
      event: 'beyond_tasks_rule_changed',
      action: 'U',
      says: 'changed what happens where a role gives more than its tasks need',
      dicomCode: '110129',
    },
    example: { was: 'mark', beyondTasks: 'block', reason: 'Every role names its tasks now.' },
  }),
  'rightsRules.findExceptions': procedure({
    kind: 'query',
    access: permission('practice:update'),
    input: empty,
    output: z.strictObject({
      exceptions: z.array(
        z.strictObject({
          userId: id,
          name: z.string(),
          permission: permissionId,
          effect: z.enum(['grant', 'revoke']),
          reason: z.union([z.null(), z.string()]),
        }),
      ),
    }),
    audit: {
      event: 'personal_exceptions_listed',
      action: 'R',
      says: 'looked at the personal rights that strict roles would end',
    },
    example: {},
  }),
  'rightsRules.setModel': procedure({
    kind: 'command',
    // Ends every personal tick and untick at once, which widens some people: for Super Users alone.
    access: permissionWithPassword('practice:update'),
    /** `exceptionCount` is how many personal ticks and unticks the page showed as falling away. */
    input: z.strictObject({
      was: rightsModel,
      rightsModel,
      exceptionCount: z.int().min(0),
      reason,
      password: typedPassword,
    }),
    output: done,
    audit: {
      event: 'rights_model_changed',
      action: 'U',
      says: 'changed the rights model of the practice',
      dicomCode: '110129',
    },
    example: {
      was: 'checkbox',
      rightsModel: 'strict',
      exceptionCount: 0,
      reason: 'Everybody has a fitting role now.',
      password: 'correct horse battery staple',
    },
  }),
  'rightsRules.setSecondApprover': procedure({
    kind: 'command',
    // Whoever could switch it off alone would need no second person: for Super Users, and two of them (S1.06).
    access: permissionWithPassword('practice:update'),
    input: z.strictObject({ was: secondApprover, isOn: z.boolean(), reason, password: typedPassword }),
    output: z.strictObject({ value: secondApprover }),
    audit: {
      event: 'second_approver_rule_changed',
      action: 'U',
      says: 'changed whether a second person approves changes of rights',
      dicomCode: '110129',
    },
    example: {
      was: 'off',
      isOn: true,
      reason: 'There are two of us now.',
      password: 'correct horse battery staple',
    },
  }),
};
