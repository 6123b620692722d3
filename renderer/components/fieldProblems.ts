// The catalogue's own rules applied to a form, in words for the person typing.
import type { z } from 'zod';

/** What is wrong with `values` under `schema`, keyed by field; empty when all is well.
 *  The main process checks the same schema again: this only saves a round trip. */
export function fieldProblems(schema: z.ZodType, values: unknown): Record<string, string> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return {};
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    problems[field] ??= sentenceFor(issue);
  }
  return problems;
}

function sentenceFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message === 'must be filled in' ? 'Fill this in.' : `This ${issue.message}.`;
    case 'too_big':
      return `Use at most ${issue.maximum} characters.`;
    case 'too_small':
      return `Use at least ${issue.minimum} characters.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'Enter a date that exists.'
        : 'This is not in the expected form; check what was typed.';
    case 'invalid_union':
      return sentenceOfUnion(issue.errors);
    default:
      return 'This cannot be saved; check what was typed.';
  }
}

// A field that may stay empty is a union with null: the other branch says what is wrong with the text.
function sentenceOfUnion(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const issue = branches.flat().find(({ code }) => code !== 'invalid_type');
  return issue === undefined ? 'This cannot be saved; check what was typed.' : sentenceFor(issue);
}
