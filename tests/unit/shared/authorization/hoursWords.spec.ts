// The hours of a role in words, and whether some hours lie within others (S2.62).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  isWithinHours,
  UNLIMITED,
  type WeeklyWindow,
  withheldBy,
} from '../../../../shared/authorization/grantTerms.ts';
import { daysWithHours, hoursWords, minuteOfClock, windowsOf } from '../../../../shared/authorization/hoursWords.ts';

const on = (days: number[], fromMinute: number, untilMinute: number) => windowsOf([{ days, fromMinute, untilMinute }]);

describe('hours in words', () => {
  it.each<[WeeklyWindow[], string]>([
    [[], 'always'],
    [on([1, 2, 3, 4, 5], 480, 1_020), 'Monday to Friday from 08:00 until 17:00'],
    [on([6], 1_320, 360), 'Saturday from 22:00 until 06:00 the next day'],
    [on([1, 3], 480, 1_440), 'Monday, Wednesday from 08:00 until midnight'],
    [on([7], 0, 1_440), 'Sunday all day'],
    [on([1, 2, 3, 4, 5, 6, 7], 0, 0), 'Every day all day'],
    [on([2], 540, 540), 'Tuesday from 09:00 until 09:00 the next day'],
    [
      [...on([5, 4, 1, 3], 480, 720), ...on([6], 0, 60)],
      'Monday, Wednesday to Friday from 08:00 until 12:00; Saturday from 00:00 until 01:00',
    ],
  ])('S2.62 %j is said as %s', (hours, words) => {
    expect(hoursWords(hours)).toBe(words);
  });

  it('S2.62 puts days with the same hours into one row and takes them apart again', () => {
    const hours = [...on([1, 2], 480, 720), ...on([6], 0, 60)];
    expect(daysWithHours(hours)).toHaveLength(2);
    expect(windowsOf(daysWithHours(hours))).toEqual(hours);
  });

  it('S2.62 reads a time of day and nothing else', () => {
    expect(['08:30', '23:59', '24:00', '', '8:3'].map(minuteOfClock)).toEqual([510, 1_439, null, null, null]);
  });
});

const window = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  fromMinute: fc.constantFrom(0, 1, 360, 480, 1_020, 1_320, 1_439),
  untilMinute: fc.constantFrom(0, 1, 360, 480, 1_020, 1_320, 1_439, 1_440),
});
const someHours = fc.array(window, { minLength: 1, maxLength: 8 });
/** Minute by minute: slow and plain. */
const minutesOf = (hours: WeeklyWindow[]) =>
  Array.from({ length: 7 * 1_440 }, (_, minute) => {
    const moment = { day: '2026-11-22', weekday: Math.floor(minute / 1_440) + 1, minuteOfDay: minute % 1_440 };
    return withheldBy(UNLIMITED, [hours], { ...moment, locationIds: [] }) === null;
  });

describe('hours within hours', () => {
  test.prop([someHours, someHours], { numRuns: 60 })('S2.62 are found as minute by minute', (inner, outer) => {
    const open = minutesOf(outer);
    expect(isWithinHours([inner], [outer])).toBe(minutesOf(inner).every((isOpen, at) => !isOpen || open[at] === true));
  });
});
