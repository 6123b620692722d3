import { describe, expect, it } from 'vitest';
import { UNLIMITED, withheldBy } from '../../../../shared/authorization/grantTerms.ts';
import { momentAt } from '../../../../shared/authorization/momentAt.ts';

const inNewYork = (utc: string) => momentAt(Date.parse(utc), 'America/New_York', ['here']);

describe('momentAt', () => {
  it('reads day, weekday and minute off the practice’s own clock', () => {
    expect(inNewYork('2026-11-23T04:59:00Z')).toEqual({
      day: '2026-11-22',
      weekday: 7,
      minuteOfDay: 1_439,
      locationIds: ['here'],
    });
    expect(inNewYork('2026-11-23T05:00:00Z')).toMatchObject({ day: '2026-11-23', weekday: 1, minuteOfDay: 0 });
    expect(momentAt(Date.parse('2026-11-22T18:30:00Z'), 'Asia/Kolkata', [])).toMatchObject({
      day: '2026-11-23',
      weekday: 1,
      minuteOfDay: 0,
    });
  });

  it('throws for a zone that is none', () => {
    expect(() => momentAt(0, 'Nowhere/City', [])).toThrow(RangeError);
  });

  it('S2.62 hours in the hour that spring leaves out are never reached, and those around it are', () => {
    // 8 March 2026: after 01:59 comes 03:00.
    expect(inNewYork('2026-03-08T06:59:00Z')).toMatchObject({ day: '2026-03-08', minuteOfDay: 119 });
    expect(inNewYork('2026-03-08T07:00:00Z')).toMatchObject({ day: '2026-03-08', minuteOfDay: 180 });
    const skipped = [[{ weekday: 7, fromMinute: 120, untilMinute: 180 }]];
    for (let minute = 0; minute < 24 * 60; minute++) {
      const moment = momentAt(Date.parse('2026-03-08T05:00:00Z') + minute * 60_000, 'America/New_York', []);
      if (moment.day === '2026-03-08') expect(withheldBy(UNLIMITED, skipped, moment)).toBe('outsideHours');
    }
  });

  it('S2.62 hours in the hour that autumn repeats count both times', () => {
    const one = inNewYork('2026-11-01T05:30:00Z');
    const other = inNewYork('2026-11-01T06:30:00Z');
    expect(one).toEqual(other);
    const repeated = [[{ weekday: 7, fromMinute: 60, untilMinute: 120 }]];
    expect([one, other].map((moment) => withheldBy(UNLIMITED, repeated, moment))).toEqual([null, null]);
    expect(withheldBy(UNLIMITED, repeated, inNewYork('2026-11-01T07:00:00Z'))).toBe('outsideHours');
  });
});
