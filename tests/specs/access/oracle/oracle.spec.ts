// Holds the one judge against a second one that was written from the feature list alone, over random practices.
// KEYWARD_ORACLE_WORLDS=100000 is the nightly form.
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../build/seeded.ts';
import { DENY_REASONS } from '../../../../shared/authorization/decide.ts';
import { isReached, type RecordReach } from '../../../../shared/authorization/scope.ts';
import { drawWorld } from './chance.ts';
import { cellsNewlyGiven, cellsOf, cellsRolesNewlyGive, judge } from './judge.ts';
import { lineOf } from './paperRoles.ts';
import { isShown, type PaperReach } from './paperRows.ts';
import type { PaperPractice, PaperRecord, PaperRequest } from './practice.ts';
import { productDecision, productHeld, productRoleGains, proposalOf, tiesOf } from './product.ts';

const WORLDS = Number(process.env.KEYWARD_ORACLE_WORLDS ?? 5_000);
const SEED = Number(process.env.KEYWARD_ORACLE_SEED ?? 20_261_122);
const ENOUGH_WORLDS = 5_000;
/** On a busy machine too. */
const TIME_MS = 60_000 + WORLDS * 20;
/** So many disagreements are enough to work on. */
const MOST_SHOWN = 20;

interface Tally {
  readonly disagreements: string[];
  readonly reasons: Map<string, number>;
  /** The roles of whoever asks, by the length of their line of parents. */
  readonly lines: Map<string, number>;
  permits: number;
  /** Permits to give something, to people who are no Super Users. */
  givings: number;
}

/** Both judges on one request; what they disagree on, in words. */
function compare(practice: PaperPractice, request: PaperRequest, tally: Tally): void {
  const about = () => JSON.stringify({ practice, request });
  for (const person of [request.asker, ...practice.people]) {
    const ours = [...productHeld(person, practice)].toSorted();
    const theirs = [...cellsOf(person, practice)].toSorted();
    if (ours.join() !== theirs.join())
      tally.disagreements.push(
        `${person.name} holds ${difference(ours, theirs)}: ${JSON.stringify(person)}, strict ${practice.isStrict}`,
      );
  }
  for (const { role: name } of request.asker.roles) {
    const role = practice.roles.find((one) => one.name === name);
    const length = role === undefined ? 'gone' : String(lineOf(role, practice)?.length ?? 'broken');
    tally.lines.set(length, (tally.lines.get(length) ?? 0) + 1);
  }
  if (request.change !== null) {
    const ours = [...proposalOf(practice, request.change).gains].toSorted();
    const theirs = cellsNewlyGiven(practice, request.change).toSorted();
    if (ours.join() !== theirs.join())
      tally.disagreements.push(`a change gives ${difference(ours, theirs)}: ${about()}`);
  }
  if (request.roleAfter !== null) {
    const ours = [...new Set(productRoleGains(practice, request.roleAfter))].toSorted();
    const theirs = cellsRolesNewlyGive(practice, request.roleAfter).toSorted();
    if (ours.join() !== theirs.join())
      tally.disagreements.push(`a saved role gives ${difference(ours, theirs)}: ${about()}`);
  }
  const ours = productDecision(practice, request);
  const { objections, reach } = judge(practice, request);
  const answer = ours.decision === 'permit' ? 'permit' : ours.reason;
  tally.reasons.set(answer, (tally.reasons.get(answer) ?? 0) + 1);
  if (ours.decision === 'permit') {
    tally.permits++;
    if (request.change !== null && !request.asker.isSuperUser && cellsNewlyGiven(practice, request.change).length > 0)
      tally.givings++;
    if (objections.size > 0) tally.disagreements.push(`permitted in spite of ${[...objections].join()}: ${about()}`);
    else if (!isSameReach(ours.scope, reach, request.others)) tally.disagreements.push(`reaches otherwise: ${about()}`);
  } else if (!objections.has(ours.reason))
    tally.disagreements.push(`denied for ${ours.reason}, against it stands [${[...objections].join()}]: ${about()}`);
}

function difference(ours: readonly string[], theirs: readonly string[]): string {
  const more = ours.filter((id) => !theirs.includes(id));
  const less = theirs.filter((id) => !ours.includes(id));
  return `more [${more.join()}] and less [${less.join()}]`;
}

/** The same fields, and of other records the same ones. */
function isSameReach(ours: RecordReach, theirs: PaperReach, others: readonly PaperRecord[]): boolean {
  return (
    ours.hiddenMasks.toSorted().join() === theirs.hiddenMasks.toSorted().join() &&
    others.every((record) => isReached(tiesOf(record), ours) === isShown(record, theirs))
  );
}

describe('the judge and the oracle', () => {
  const tally: Tally = { disagreements: [], reasons: new Map(), lines: new Map(), permits: 0, givings: 0 };

  it(
    `agree on what everybody holds, on every answer and on what it reaches, over ${WORLDS} random practices (S4.06, C1, C4, C5, S1.09, S1.23, S2.27, S2.28, S2.29, S2.60, S2.62, S2.63, S2.64, S2.75, S2.79, S2.106, S3.11, S4.01, S5.13, S5.14, P5)`,
    () => {
      const next = seeded(SEED);
      for (let at = 0; at < WORLDS && tally.disagreements.length < MOST_SHOWN; at++) {
        const { practice, request } = drawWorld(next);
        compare(practice, request, tally);
      }
      expect(tally.disagreements.join('\n')).toBe('');
    },
    TIME_MS,
  );

  // Some come up once in a thousand practices, so that a short run may miss them.
  it.runIf(WORLDS >= ENOUGH_WORLDS)(
    'have met every reason for a denial, lines of parents of every length, and permits enough',
    () => {
      // An error is no reason that facts in order bring about.
      for (const reason of DENY_REASONS)
        if (reason !== 'error') expect(tally.reasons.get(reason) ?? 0, reason).toBeGreaterThan(0);
      for (const line of ['1', '2', '3', 'broken', 'gone']) expect(tally.lines.get(line) ?? 0, line).toBeGreaterThan(0);
      expect(tally.givings).toBeGreaterThan(0);
      expect(tally.permits).toBeGreaterThan(WORLDS / 10);
    },
  );
});
