// Whether one way of holding a right opens anything that another does not (P5), by walking through minutes and values.
import { isInHours, type PaperWay } from './paperRights.ts';
import { isKept } from './paperRows.ts';
import type { PaperHours, PaperRule } from './practice.ts';

/** Whether everything the second way opens is open by the first as well. */
export function isCoveredBy(first: PaperWay, second: PaperWay): boolean {
  if (first.from !== null && (second.from === null || second.from < first.from)) return false;
  if (first.until !== null && (second.until === null || second.until > first.until)) return false;
  if (first.at !== null) {
    if (second.at === null) return false;
    for (const place of second.at) if (!first.at.includes(place)) return false;
  }
  if (!areHoursWithin(second.hours, first.hours)) return false;
  return first.rules.every((rule) => second.rules.some((other) => isRuleWithin(other, rule)));
}

const known = new Map<string, boolean>();

/** Hours of which every set must be kept. */
type Sets = readonly (readonly PaperHours[])[];

function areHoursWithin(inner: Sets, outer: Sets): boolean {
  if (outer.length === 0) return true;
  const question = JSON.stringify([inner, outer]);
  const answer = known.get(question) ?? isEveryMinuteWithin(inner, outer);
  known.set(question, answer);
  return answer;
}

function isEveryMinuteWithin(inner: Sets, outer: Sets): boolean {
  for (let weekday = 1; weekday <= 7; weekday++)
    for (let minute = 0; minute < 1_440; minute++) {
      const isIn = (sets: Sets) => sets.every((set) => set.some((hours) => isInHours({ weekday, minute }, hours)));
      if (isIn(inner) && !isIn(outer)) return false;
    }
  return true;
}

/** Values on, around and between everything rules are drawn with. */
const VALUES: readonly (string | number | boolean)[] = [
  ...[-1, 0, 0.5, 499, 499.5, 500, 500.5, 501, 1_000],
  ...['', 'cash', 'card', 'check', 'else', '2026-11-01', '2026-11-01x', '2026-11-02', '2026-11-02x', '2027-01-01'],
  ...[true, false],
];

/** Rule by rule; of one that lets nothing through at all it is only said that it is itself. */
function isRuleWithin(narrow: PaperRule, wide: PaperRule): boolean {
  if (narrow.kind !== wide.kind || narrow.field !== wide.field) return false;
  if (narrow.sign === wide.sign && narrow.constant === wide.constant) return true;
  const meets = (value: string | number | boolean, rule: PaperRule) =>
    isKept({ kind: rule.kind, fields: { [rule.field]: value } }, rule);
  const met = VALUES.filter((value) => meets(value, narrow));
  return met.length > 0 && met.every((value) => meets(value, wide));
}
