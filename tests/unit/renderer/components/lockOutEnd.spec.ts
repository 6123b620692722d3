import { describe, expect, it } from 'vitest';
import { lockOutEndAt, lockOutEndLabel, lockOutEndWords } from '../../../../renderer/components/lockOutEnd.ts';

const NOW_MS = new Date(2026, 10, 22, 14, 5).getTime();

describe('the end of a lock-out', () => {
  it('S5.10 is none unless one is chosen', () => {
    expect(lockOutEndAt('none', '', NOW_MS)).toEqual({ untilMs: null });
    expect(lockOutEndWords(null)).toBe('until somebody unlocks');
  });

  it('is an hour from now, or eight o’clock of the next morning by the clock on the wall', () => {
    expect(lockOutEndAt('hour', '', NOW_MS)).toEqual({ untilMs: NOW_MS + 3_600_000 });
    expect(lockOutEndAt('morning', '', NOW_MS)).toEqual({ untilMs: new Date(2026, 10, 23, 8).getTime() });
    const newYearsEve = new Date(2026, 11, 31, 23, 59).getTime();
    expect(lockOutEndAt('morning', '', newYearsEve)).toEqual({ untilMs: new Date(2027, 0, 1, 8).getTime() });
  });

  it('is the local day and time that was typed, if it is still to come', () => {
    expect(lockOutEndAt('chosen', '2026-11-24T09:30', NOW_MS)).toEqual({
      untilMs: new Date(2026, 10, 24, 9, 30).getTime(),
    });
    expect(lockOutEndAt('chosen', '', NOW_MS)).toEqual({ problem: 'Choose a day and a time.' });
    expect(lockOutEndAt('chosen', '2026-11-22T14:05', NOW_MS)).toEqual({
      problem: 'Choose a time that is still to come.',
    });
  });

  it('is said in the label of each preset', () => {
    expect(lockOutEndLabel('none', NOW_MS)).toContain('until somebody unlocks');
    expect(lockOutEndLabel('hour', NOW_MS)).toMatch(/^For 1 hour, until .*05/);
    expect(lockOutEndLabel('morning', NOW_MS)).toMatch(/^Until tomorrow morning, .*23.*8:00/);
    expect(lockOutEndLabel('chosen', NOW_MS)).toBe('Until a day and time you choose');
  });
});
