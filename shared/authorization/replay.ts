// A decision that was once made, made again by the rules of before and after a proposed change (P1).
import { type Decision, decide, type GuardedAccess } from './decide.ts';
import type { Facts, Subject } from './facts.ts';

/** What was decided about, without the person. */
export interface StoredDecision {
  readonly access: GuardedAccess;
  readonly facts: Omit<Facts, 'subject'>;
}

export interface Replayed {
  readonly before: Decision;
  readonly after: Decision;
  /** Whether one of them permits and the other denies. */
  readonly isTurned: boolean;
}

/** Judges one stored decision for the person as they are and as they would be. Judges nothing by itself: both answers
 *  are decide()'s, and the same subject twice is never turned. Pure. */
export function replayDecision({ access, facts }: StoredDecision, before: Subject, after: Subject): Replayed {
  const one = decide(access, { ...facts, subject: before });
  const other = before === after ? one : decide(access, { ...facts, subject: after });
  return { before: one, after: other, isTurned: one.decision !== other.decision };
}
