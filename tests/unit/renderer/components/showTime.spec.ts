import { describe, expect, it } from 'vitest';
import { showDate, showTimeWithOffset } from '../../../../renderer/components/showTime.ts';

describe('showTimeWithOffset', () => {
  it('gives the same instant back, to the second, wherever it is read', () => {
    const atMs = Date.parse('2026-11-22T13:14:03Z');
    const shown = showTimeWithOffset(atMs);
    expect(shown).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+−]\d{2}:\d{2}$/);
    expect(Date.parse(shown.replace('−', '-').replace(' ', 'T').replace(' ', ''))).toBe(atMs);
  });
});

describe('showDate', () => {
  it('keeps the calendar day and leaves alone what is no date', () => {
    expect(showDate('2014-10-06')).toMatch(/6/);
    expect(showDate('unknown')).toBe('unknown');
  });
});
