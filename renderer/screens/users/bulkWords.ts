// The words of acts on several people.
import { expectationSentence, type SaidExpectation } from '../../../shared/catalogue/expectationWords.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import type { BulkAct, BulkResult } from './bulkActs.ts';
import type { UserRow } from './userWords.ts';

interface BulkWords {
  readonly button: string;
  readonly title: (count: number) => string;
  readonly says: string;
  readonly confirm: (count: number) => string;
  /** What was done, for the summary: "2 of 3 people are disabled." */
  readonly done: string;
}

export const BULK_WORDS: Record<BulkAct, BulkWords> = {
  disable: {
    button: 'Disable…',
    title: (count) => `Disable ${people(count)}`,
    says: 'They are signed out at once and cannot sign in again. Their records and their entries in the activity log remain. You can enable them later.',
    confirm: (count) => `Disable ${people(count)}`,
    done: 'disabled',
  },
  requireNewPassword: {
    button: 'Require new password…',
    title: (count) => `Require a new password from ${people(count)}`,
    says: 'Their present passwords stop working and open sessions end. Each gets a one-time code, shown once to print or hand over; with it they choose a new password that nobody else learns.',
    confirm: (count) => (count === 1 ? 'Make the code' : `Make ${count} codes`),
    done: 'given a one-time code',
  },
  addRole: {
    button: 'Add role…',
    title: (count) => `Add a role to ${people(count)}`,
    says: 'They keep what they have and get the rights of the role at once. Who has the role already stays as they are, and so does whoever it would break an expectation for.',
    confirm: (count) => `Add the role to ${people(count)}`,
    done: 'given the role',
  },
};

/** `1 person`, `12 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString()} people`;
}

const NAMED_AT_MOST = 8;

/** The names, as many as a dialog can hold. */
export function namesOf(rows: readonly UserRow[]): string {
  const names = rows.slice(0, NAMED_AT_MOST).map(displayName);
  const rest = rows.length - names.length;
  return `${names.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

/** Why somebody is left out, and how to do it all the same. */
export function brokenWords(breaks: readonly SaidExpectation[]): string {
  const sentences = breaks.map(expectationSentence).join(' ');
  return `left as they are, because it would break what is expected: ${sentences} To do it all the same, change this person by themselves.`;
}

/** `2 of 3 people are disabled.` */
export function outcomeSentence(act: BulkAct, results: readonly BulkResult[], asked: number): string {
  const done = results.filter(({ end }) => end.kind === 'done').length;
  const { done: words } = BULK_WORDS[act];
  if (done === asked) return asked === 1 ? `1 person was ${words}.` : `All ${people(asked)} were ${words}.`;
  if (done === 0) return `Nobody was ${words}.`;
  return `${done.toLocaleString()} of ${people(asked)} ${done === 1 ? 'was' : 'were'} ${words}.`;
}
