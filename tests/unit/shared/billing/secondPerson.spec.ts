// The rule of two people, its only way out, and the sentences that tell when (S2.36, N8).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ALONE_BEFORE_MS, judgeAlone, type OtherHolder } from '../../../../shared/billing/confirmAlone.ts';
import { dayAndTime, momentAfter } from '../../../../shared/billing/momentWords.ts';
import { SECOND_PERSON_RULES, secondPersonWords } from '../../../../shared/billing/secondPerson.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON_MS = Date.parse('2026-11-22T17:00:00Z');
const { refund } = SECOND_PERSON_RULES;
const at = { nowMs: NOON_MS, timeZone: 'America/New_York', hasOutsideReviewer: true };
const held = (name: string, heldUntilMs: number): OtherHolder => ({ name, heldUntilMs, isLockedOut: false });
const facts = { requestedAtMs: NOON_MS, nowMs: NOON_MS, delayMs: DAY_MS, others: [] as OtherHolder[] };

describe('an act that needs two people', () => {
  it('S2.36 is done by anybody else, and names three of them at most', () => {
    expect(secondPersonWords(refund, { kind: 'notAlone', names: ['Roe, Max'], lockedOutNames: ['Ash, A'] }, at)).toBe(
      'Rule “Refunds need two people”: you asked for this refund, so somebody else must approve it. Max Roe can do it.',
    );
    const names = ['Ash, A', 'Birch, B', 'Cedar, C', 'Elm, D', 'Fir, E'];
    expect(secondPersonWords(refund, { kind: 'notAlone', names, lockedOutNames: [] }, at)).toContain(
      'A Ash or B Birch or C Cedar or 2 more can do it.',
    );
    expect(secondPersonWords(refund, { kind: 'notAlone', names: [], lockedOutNames: ['Roe, Max'] }, at)).toContain(
      'Max Roe could, but is locked out. End the lock-out, or disable whoever has left',
    );
  });

  it('N8 waits out the delay where nobody else ever could do it, and says until when', () => {
    const verdict = judgeAlone(facts);
    expect(verdict).toEqual({ kind: 'mustWait', possibleAtMs: NOON_MS + DAY_MS, lately: null });
    expect(secondPersonWords(refund, verdict, at)).toContain(
      'You may confirm this yourself after Monday 12:00, because nobody else here may approve refunds.',
    );
    expect(judgeAlone({ ...facts, nowMs: NOON_MS + DAY_MS - 1 }).kind).toBe('mustWait');
    expect(judgeAlone({ ...facts, nowMs: NOON_MS + DAY_MS }).kind).toBe('mayConfirm');
  });

  it('N8 waits longer where somebody could do it lately, and says who', () => {
    const verdict = judgeAlone({ ...facts, others: [held('Roe, Max', NOON_MS - HOUR_MS)] });
    expect(verdict).toMatchObject({ kind: 'mustWait', possibleAtMs: NOON_MS - HOUR_MS + ALONE_BEFORE_MS + DAY_MS });
    const says = secondPersonWords(refund, verdict, at);
    expect(says).toContain('after Monday, November 30, 2026, 11:00, because nobody else');
    expect(says).toContain('Max Roe could until Sunday, November 22, 2026, 11:00, and for 7 days after that nobody');
  });

  it('N8 says when a name for the outside review is missing', () => {
    const says = secondPersonWords(refund, judgeAlone(facts), { ...at, hasOutsideReviewer: false });
    expect(says).toContain('Name your outside reviewer in Security, Settings before that.');
  });

  it('N8 tells moments by the clock of the practice, with the date where a weekday would mislead', () => {
    expect(momentAfter(NOON_MS + DAY_MS, NOON_MS, 'Pacific/Auckland')).toBe('Tuesday 06:00');
    expect(momentAfter(NOON_MS + 6 * DAY_MS, NOON_MS, 'America/New_York')).toBe('Saturday, November 28, 2026, 12:00');
    expect(dayAndTime(NOON_MS + 59_999, 'America/New_York')).toBe('Sunday, November 22, 2026, 12:00');
  });
});

const instant = fc.integer({ min: 0, max: 60 * DAY_MS });
const holder = fc.record({
  name: fc.constantFrom('Ash, A', 'Birch, B'),
  heldUntilMs: fc.option(instant),
  isLockedOut: fc.boolean(),
});
const anyFacts = fc.record({
  requestedAtMs: instant,
  nowMs: instant,
  delayMs: fc.integer({ min: 12, max: 168 }).map((hours) => hours * HOUR_MS),
  others: fc.array(holder, { maxLength: 5 }),
});

describe('the way out of the rule of two people', () => {
  test.prop([anyFacts])('N8 is closed while anybody else can do it', (given) => {
    const isAnybodyThere = given.others.some(({ heldUntilMs }) => heldUntilMs === null);
    expect(judgeAlone(given).kind === 'notAlone').toBe(isAnybodyThere);
  });

  test.prop([anyFacts])('N8 opens no sooner than the wait after the request and after seven days alone', (given) => {
    if (judgeAlone(given).kind !== 'mayConfirm') return;
    const { requestedAtMs, nowMs, delayMs, others } = given;
    expect(nowMs).toBeGreaterThanOrEqual(requestedAtMs + delayMs);
    for (const { heldUntilMs } of others)
      expect(nowMs).toBeGreaterThanOrEqual((heldUntilMs ?? nowMs) + ALONE_BEFORE_MS + delayMs);
  });

  test.prop([anyFacts, holder])('N8 is never opened by one more person', (given, more) => {
    const isOpen = (others: readonly OtherHolder[]) => judgeAlone({ ...given, others }).kind === 'mayConfirm';
    if (isOpen([...given.others, more])) expect(isOpen(given.others)).toBe(true);
  });

  test.prop([anyFacts])('N8 keeps its word: whoever was told a time may confirm then', (given) => {
    const verdict = judgeAlone(given);
    if (verdict.kind !== 'mustWait') return;
    expect(verdict.possibleAtMs).toBeGreaterThan(given.nowMs);
    expect(judgeAlone({ ...given, nowMs: verdict.possibleAtMs }).kind).toBe('mayConfirm');
  });
});
