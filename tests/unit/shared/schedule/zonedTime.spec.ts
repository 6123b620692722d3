import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, mondayOf, weekdayOf } from '../../../../shared/schedule/days.ts';
import { instantsOf, localOf, MINUTE_MS, startOfDay } from '../../../../shared/schedule/zonedTime.ts';

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const FROM_MS = Date.UTC(1970, 0, 1);
const TO_MS = Date.UTC(2060, 0, 1);
const instant = fc.integer({ min: FROM_MS / MINUTE_MS, max: TO_MS / MINUTE_MS }).map((minutes) => minutes * MINUTE_MS);
const day = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('1970-01-01', count));
const minute = fc.integer({ min: 0, max: 1_439 });
const NEW_YORK = 'America/New_York';

describe('the clock of a time zone', () => {
  test.prop([instant, zone], { numRuns: 300 })(
    'S2.33 every instant is among the instants of what the clock shows then',
    (atMs, where) => {
      expect(instantsOf(localOf(atMs, where), where)).toContain(atMs);
    },
  );

  test.prop([day, minute, zone], { numRuns: 300 })(
    'S2.33 a reading comes back from its instants, of which there are none in a skipped hour and two in a repeated one',
    (onDay, atMinute, where) => {
      const reading = { day: onDay, minute: atMinute };
      const instants = instantsOf(reading, where);
      expect(instants.length).toBeLessThanOrEqual(2);
      for (const atMs of instants) expect(localOf(atMs, where)).toEqual(reading);
    },
  );

  test.prop([day, zone], { numRuns: 100 })('a day begins where its first minute is shown', (onDay, where) => {
    const startMs = startOfDay(onDay, where);
    // A whole day that a zone once left out begins with the day after it.
    expect([onDay, addDays(onDay, 1)]).toContain(localOf(startMs, where).day);
    expect(localOf(startMs - MINUTE_MS, where).day < onDay).toBe(true);
  });

  it('reads days of the first century as such, and finds where they begin at once', () => {
    expect(localOf(Date.parse('0005-04-01T12:00:00Z'), NEW_YORK).day).toBe('0005-04-01');
    expect(localOf(startOfDay('0001-01-02', NEW_YORK), NEW_YORK)).toEqual({ day: '0001-01-02', minute: 0 });
  });

  it('S2.33 skips 02:30 in New York on 8 March 2026 and repeats 01:30 on 1 November', () => {
    expect(instantsOf({ day: '2026-03-08', minute: 150 }, NEW_YORK)).toEqual([]);
    expect(instantsOf({ day: '2026-03-08', minute: 180 }, NEW_YORK)).toEqual([Date.UTC(2026, 2, 8, 7)]);
    expect(instantsOf({ day: '2026-11-01', minute: 90 }, NEW_YORK)).toEqual([
      Date.UTC(2026, 10, 1, 5, 30),
      Date.UTC(2026, 10, 1, 6, 30),
    ]);
    expect(instantsOf({ day: '2026-11-22', minute: 480 }, NEW_YORK)).toEqual([Date.UTC(2026, 10, 22, 13)]);
  });

  it('knows half hours of daylight saving and a day that was left out', () => {
    expect(instantsOf({ day: '2026-10-04', minute: 135 }, 'Australia/Lord_Howe')).toEqual([]);
    expect(instantsOf({ day: '2011-12-30', minute: 600 }, 'Pacific/Apia')).toEqual([]);
    expect(localOf(startOfDay('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toEqual({ day: '2011-12-31', minute: 0 });
  });
});

describe('calendar days', () => {
  it('count across months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysFrom('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual(['7', '1']);
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });
});
