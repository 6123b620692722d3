// One entry of the activity log as a sentence: the same on screen and on paper.
import { capitalized } from './capitalized.ts';
import { OWN_EVENTS } from './ownEvents.ts';
import type { Output } from './procedures.ts';

export type LogEntry = Output<'audit.find'>['entries'][number];
type Outcome = LogEntry['outcome'];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  succeeded: 'Done',
  denied: 'Denied',
  refused: 'Refused',
  failed: 'Failed',
};

const NOT_DONE: Record<Exclude<Outcome, 'succeeded'>, string> = {
  denied: 'was not allowed this',
  refused: 'could not do this',
  failed: 'met a fault of the program at this',
};

/** `Whitfield, Dana changed a user or their rights: Ortiz, Lena`. What was not done never reads as if it was. */
export function sentenceOf(entry: LogEntry): string {
  const { actorName, says, outcome, objectLabel, count } = entry;
  const about = objectLabel === null || objectLabel === '' || objectLabel === actorName ? '' : `: ${objectLabel}`;
  const many = count === null ? '' : ` (${count.toLocaleString()})`;
  const words = `${says}${about}${many}`;
  const isDone = outcome === 'succeeded' || Object.hasOwn(OWN_EVENTS, entry.event);
  if (isDone) return actorName === '' ? capitalized(words) : `${actorName} ${words}`;
  return `${actorName === '' ? 'Nobody signed in' : actorName} ${NOT_DONE[outcome]}: “${words}”`;
}
