// The named rules that one person never does both halves of an act unless they are alone (S2.36, C6).
import type { PermissionId } from '../catalogue/permissions.ts';
import { ALONE_BEFORE_MS, type AloneVerdict, type LastHolder } from './confirmAlone.ts';
import { dayAndTime, momentAfter } from './momentWords.ts';

export interface SecondPersonRule {
  readonly name: string;
  /** What the first person did, after "you". */
  readonly first: string;
  /** What another person must do, after "somebody else must". */
  readonly second: string;
  /** The second half in general, after "nobody else here may". */
  readonly act: string;
  /** The right the second person needs. */
  readonly permission: PermissionId;
}

export const SECOND_PERSON_RULES = {
  refund: {
    name: 'Refunds need two people',
    first: 'asked for this refund',
    second: 'approve it',
    act: 'approve refunds',
    permission: 'financial:approve',
  },
  reconciliation: {
    name: 'The day is reviewed by a second person',
    first: 'counted this day',
    second: 'review it',
    act: 'review a day',
    permission: 'financial:approve',
  },
} as const satisfies Record<string, SecondPersonRule>;

export type SecondPersonRuleName = keyof typeof SECOND_PERSON_RULES;

/** The rights that only count with a second person; who holds them is written down (db/repositories/rightHolder.ts). */
export const SECOND_PERSON_PERMISSIONS: readonly PermissionId[] = [
  ...new Set(Object.values(SECOND_PERSON_RULES).map(({ permission }) => permission)),
];

/** What the sentence is told in. */
export interface SaidAt {
  readonly nowMs: number;
  /** The practice's IANA time zone. */
  readonly timeZone: string;
  readonly hasOutsideReviewer: boolean;
}

const NAMED_AT_MOST = 3;
const DAYS = ALONE_BEFORE_MS / 86_400_000;

/** The sentence for whoever did the first half and wants to do the second: who can do it, or when they may themselves. */
export function secondPersonWords(rule: SecondPersonRule, verdict: AloneVerdict, said: SaidAt): string {
  const begin = `Rule “${rule.name}”: you ${rule.first}, so somebody else must ${rule.second}.`;
  switch (verdict.kind) {
    case 'notAlone':
      return `${begin} ${verdict.names.length > 0 ? `${namesOf(verdict.names)} can do it.` : lockedOutWords(verdict.lockedOutNames)}`;
    case 'mustWait': {
      const { possibleAtMs, lately } = verdict;
      const when = momentAfter(possibleAtMs, said.nowMs, said.timeZone);
      const wait = `You may confirm this yourself after ${when}, because nobody else here may ${rule.act}.`;
      return [begin, wait, lately === null ? '' : latelyWords(lately, said), reviewerWords(said)]
        .filter((part) => part !== '')
        .join(' ');
    }
    case 'mayConfirm':
      return `${begin} Nobody else here may ${rule.act}, so you may confirm this yourself now and alone. ${reviewerWords(said)}`.trim();
  }
}

function lockedOutWords(names: readonly string[]): string {
  const whose = names.length === 1 ? 'is locked out' : 'are locked out';
  return `${namesOf(names, 'and')} could, but ${whose}. End the lock-out, or disable whoever has left: ${DAYS} days later you may confirm alone.`;
}

function latelyWords({ name, untilMs }: LastHolder, said: SaidAt): string {
  const until = dayAndTime(untilMs, said.timeZone);
  return `${firstNameFirst(name)} could until ${until}, and for ${DAYS} days after that nobody confirms alone.`;
}

function reviewerWords({ hasOutsideReviewer }: SaidAt): string {
  return hasOutsideReviewer ? '' : 'Name your outside reviewer in Security, Settings before that.';
}

function namesOf(others: readonly string[], word: 'or' | 'and' = 'or'): string {
  const named = others.slice(0, NAMED_AT_MOST);
  const more = others.length - named.length;
  const list = more > 0 ? [...named, more === 1 ? 'one more' : `${more} more`] : named;
  return list.map(firstNameFirst).join(` ${word} `);
}

// Names come as "Last, First", which a list would tear apart.
function firstNameFirst(name: string): string {
  return name.replace(/^([^,]+), (.+)$/, '$2 $1');
}
